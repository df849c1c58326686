import { useTranslator } from "~/app/i18n/use-translator";
import { Tabs } from "./tabs";

/** What came of the workshops, and what it changes. */
export function FollowUpTabs() {
  const t = useTranslator();
  return (
    <Tabs
      label={t("followUp.tab.label")}
      tabs={[
        { href: "/workshops", label: t("followUp.tab.workshops") },
        { href: "/follow-up", label: t("followUp.tab.results") },
        { href: "/follow-up/feedback", label: t("followUp.tab.feedback") },
      ]}
    />
  );
}
