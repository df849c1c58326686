import { useTranslator } from "~/app/i18n/use-translator";
import { Tabs } from "./tabs";

/** The office's cycles and its board of KPIs. */
export function CyclesTabs() {
  const t = useTranslator();
  return (
    <Tabs
      label={t("cycles.tabs")}
      tabs={[
        { href: "/cycles", label: t("cycles.tab.cycles") },
        { href: "/kpis", label: t("cycles.tab.kpis") },
      ]}
    />
  );
}
