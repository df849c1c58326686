import { Part } from "~/app/components/part";
import { type Column, Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { CoverageRow } from "~/app/operations/ranking/describe-robustness";
import type { ShownRanking } from "~/app/operations/ranking/show-ranking";
import { fixed } from "./ranking-words";

/** Who answered, of whom, and what each answer stands for. */
export function WhoIsInIt({ coverage }: { readonly coverage: ShownRanking["coverage"] }) {
  const t = useTranslator();
  const share = ({ n, N }: CoverageRow) => (N === 0 ? t("priorities.none") : t.percent(n / N));
  const number = (id: string, head: string, cell: (row: CoverageRow) => string): Column<CoverageRow> => ({
    id,
    head,
    cell,
    numeric: true,
  });
  const columns: readonly Column<CoverageRow>[] = [
    {
      id: "name",
      names: true,
      head: t("priorities.coverage.group"),
      cell: ({ name }) => (name ? t.pick(name) : t("priorities.lens.region")),
    },
    number("n", t("priorities.coverage.answered"), ({ n }) => t.number(n)),
    number("N", t("priorities.coverage.invited"), ({ N }) => t.number(N)),
    number("share", t("priorities.coverage.share"), share),
    number("weight", t("priorities.coverage.weight"), ({ weight }) => (weight === null ? "" : fixed(t, weight, 2))),
    number("given", t("priorities.coverage.given"), ({ given }) =>
      given === null ? t("priorities.none") : t.percent(given),
    ),
  ];
  const { rows, total, merged } = coverage;
  return (
    <Part
      id="coverage"
      title={t("priorities.coverage.title")}
      note={merged ? t("priorities.coverage.merged") : undefined}
    >
      <Table
        caption={t("priorities.coverage.title")}
        className="table-narrow"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        foot={
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(total)}
                  </th>
                ) : (
                  <td key={column.id} className="num">
                    {column.cell(total)}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        }
      />
    </Part>
  );
}
