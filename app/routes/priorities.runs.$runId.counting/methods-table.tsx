import { ofHundred } from "~/app/components/ranking/ranking-words";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { CountingDescription } from "~/app/operations/ranking/describe-counting";

/** Each topic's place by every way of counting that gives an order. */
export function MethodsTable({
  counting: { columns, topics },
  topicHref,
}: {
  readonly counting: CountingDescription;
  readonly topicHref: (id: string) => string;
}) {
  const t = useTranslator();
  const shown = columns.filter(({ reason }) => reason === null);
  const head = ({ method, weighting }: (typeof shown)[number]) =>
    t("priorities.counting.column", {
      method: t(`priorities.counting.${method}`),
      weighting: t(`priorities.counting.${weighting}`),
    });
  return (
    <Table
      caption={t("priorities.counting.methods")}
      className="all-figures"
      rows={topics}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "topic",
          names: true,
          head: t("priorities.table.topic"),
          cell: ({ id, name }) => <a href={topicHref(id)}>{t.pick(name)}</a>,
        },
        ...shown.map((column, index) => ({
          id: `${column.method}-${column.weighting}`,
          numeric: true,
          head: head(column),
          cell: ({ places }: (typeof topics)[number]) => {
            const place = places[index] ?? null;
            return place === null ? t("priorities.none") : t.number(place);
          },
        })),
        {
          id: "range",
          numeric: true,
          head: t("priorities.counting.range"),
          cell: ({ best, worst }) => <>{t("priorities.range", { low: best, high: worst })}</>,
        },
        {
          id: "composite",
          numeric: true,
          head: t("priorities.counting.composite"),
          cell: ({ composite }) => (composite ? t.number(composite.place) : t("priorities.none")),
        },
        {
          id: "weightings",
          numeric: true,
          head: t("priorities.counting.weightings"),
          cell: ({ composite }) => ofHundred(t, composite?.topTen ?? null),
        },
      ]}
      foot={
        <tfoot>
          <tr>
            <th scope="row">{t("priorities.counting.shared")}</th>
            {shown.map((column) => (
              <td key={`${column.method}-${column.weighting}`} className="num">
                {t.number(column.topTenShared)}
              </td>
            ))}
            <td />
            <td />
            <td />
          </tr>
        </tfoot>
      }
    />
  );
}
