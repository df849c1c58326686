import { fixed } from "~/app/components/ranking/ranking-words";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { AgreementRow } from "~/app/operations/ranking/describe-counting";

type Agreement = AgreementRow["importance"];

/** How far members agree: in the order that they would give, and in the level of their ratings. */
export function AgreementTable({ rows }: { readonly rows: readonly AgreementRow[] }) {
  const t = useTranslator();
  const order = (agreement: Agreement) =>
    agreement && agreement.w.value !== null
      ? t("priorities.agreement.w", { w: fixed(t, agreement.w.value, 2), judges: agreement.judges })
      : t(agreement ? "priorities.agreement.tooFewComplete" : "priorities.agreement.tooFew");
  const level = (agreement: Agreement) =>
    agreement && agreement.alpha.value !== null
      ? t("priorities.agreement.alpha", {
          alpha: fixed(t, agreement.alpha.value, 2),
          lower: fixed(t, agreement.lower.value, 2),
          upper: fixed(t, agreement.upper.value, 2),
        })
      : t("priorities.agreement.tooFew");
  return (
    <Table
      caption={t("priorities.agreement.title")}
      stack
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "group",
          names: true,
          head: t("priorities.coverage.group"),
          cell: ({ name, n, N }) => (
            <>
              {name ? t.pick(name) : t("priorities.lens.region")} <small>{t("priorities.nOfN", { n, N })}</small>
            </>
          ),
        },
        { id: "wi", head: t("priorities.agreement.importanceOrder"), cell: (row) => order(row.importance) },
        { id: "ai", head: t("priorities.agreement.importanceLevel"), cell: (row) => level(row.importance) },
        { id: "wd", head: t("priorities.agreement.gapOrder"), cell: (row) => order(row.discrepancy) },
        { id: "ad", head: t("priorities.agreement.gapLevel"), cell: (row) => level(row.discrepancy) },
      ]}
    />
  );
}
