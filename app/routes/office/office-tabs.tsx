import { Tabs } from "~/app/components/tabs";
import { useTranslator } from "~/app/i18n/use-translator";

export function OfficeTabs() {
  const t = useTranslator();
  return (
    <Tabs
      label={t("people.office.tabs")}
      tabs={[
        { href: "/office", label: t("people.office.title") },
        { href: "/office/mail", label: t("people.outbox.title") },
        { href: "/office/audit", label: t("people.audit.title") },
        { href: "/office/work", label: t("people.jobs.title") },
        { href: "/office/settings", label: t("people.settings.title") },
      ]}
    />
  );
}
