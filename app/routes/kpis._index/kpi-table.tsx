import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { BoardRowInWords } from "~/app/operations/kpis/describe-board";

interface KpiTableProps {
  readonly title: string;
  readonly rows: readonly BoardRowInWords[];
  readonly trendOf: readonly string[];
}

/** The targets of one pillar: each action with what is wanted, what there is, the verdict and the cycles before. */
export function KpiTable({ title, rows, trendOf }: KpiTableProps) {
  const t = useTranslator();
  const verdict = ({ outcome }: BoardRowInWords) => (
    <span className={outcome === "met" ? "kpi-met" : outcome === "missed" ? "kpi-missed" : undefined}>
      {t(`kpis.outcome.${outcome}`)}
    </span>
  );
  return (
    <Table
      caption={title}
      className="kpi-table"
      stack
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          id: "action",
          names: true,
          head: t("kpis.head.action"),
          cell: ({ href, label, text }) => (
            <>
              <a href={href}>{label}</a> {text}
            </>
          ),
        },
        {
          id: "target",
          head: t("kpis.head.target"),
          cell: ({ kpi, target }) => (
            <>
              {target}
              <br />
              <span className="muted">{kpi}</span>
            </>
          ),
        },
        {
          id: "value",
          head: t("kpis.head.value"),
          cell: ({ value, origin }) => (
            <>
              {value}
              <br />
              <span className="muted">{origin}</span>
            </>
          ),
        },
        { id: "verdict", head: t("kpis.head.verdict"), cell: verdict },
        ...trendOf.slice(0, -1).map((cycle, at) => ({
          id: cycle,
          numeric: true,
          head: cycle,
          cell: ({ trend }: BoardRowInWords) => trend[at] ?? "–",
        })),
      ]}
    />
  );
}
