import { Tabs } from "~/app/components/tabs";
import { useTranslator } from "~/app/i18n/use-translator";

/** The pages of one run: the ranking, and what stands behind it. */
export function RunTabs({ runId }: { readonly runId: string }) {
  const t = useTranslator();
  const run = `/priorities/runs/${runId}`;
  return (
    <Tabs
      label={t("priorities.tabs")}
      tabs={[
        { href: run, label: t("priorities.tabs.ranking") },
        { href: `${run}/map`, label: t("priorities.map.link") },
        { href: `${run}/counting`, label: t("priorities.tabs.counting") },
        { href: `${run}/answers`, label: t("priorities.tabs.answers") },
        { href: `${run}/compare`, label: t("changes.compare.tab") },
      ]}
    />
  );
}
