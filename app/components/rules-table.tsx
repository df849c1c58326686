import { useTranslator } from "~/app/i18n/use-translator";
import type { DescribedRule } from "~/app/operations/supply/describe-rules";
import { Table } from "./table";

/** Rules that figures rest on, each with its value and what it rests on itself. */
export function RulesTable({ rules }: { readonly rules: readonly DescribedRule[] }) {
  const t = useTranslator();
  return (
    <Table
      caption={t("experts.rules.caption")}
      stack
      rows={rules}
      rowKey={({ key }) => key}
      columns={[
        { id: "rule", names: true, head: t("experts.rules.rule"), cell: ({ name }) => name },
        { id: "value", numeric: true, head: t("experts.rules.value"), cell: ({ value }) => value },
        { id: "basis", head: t("experts.rules.basis"), cell: ({ basis }) => basis },
      ]}
    />
  );
}
