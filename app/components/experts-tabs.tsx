import { useTranslator } from "~/app/i18n/use-translator";
import { Tabs } from "./tabs";

/** The three views of expert supply. */
export function ExpertsTabs() {
  const t = useTranslator();
  return (
    <Tabs
      label={t("experts.tab.label")}
      tabs={[
        { href: "/experts", label: t("experts.tab.gap") },
        { href: "/experts/register", label: t("experts.tab.register") },
        { href: "/experts/accreditation", label: t("experts.tab.accreditation") },
      ]}
    />
  );
}
