import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

interface TopicsPartProps {
  readonly topics: {
    readonly rows: readonly {
      readonly id: string;
      readonly name: string;
      readonly area: { readonly id: string; readonly name: string } | null;
      readonly requested: number;
      readonly implied: number;
      readonly planned: number;
    }[];
    readonly totals: readonly [number, number, number];
    readonly note: string;
    readonly aside: string | null;
  };
}

export function TopicsPart({ topics }: TopicsPartProps) {
  const t = useTranslator();
  return (
    <Part id="topics" title={t("experts.topics.heading")} note={topics.note}>
      <Table
        caption={t("experts.topics.caption")}
        rows={topics.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "topic",
            names: true,
            head: t("experts.topics.topic"),
            cell: ({ id, name }) => <a href={`/experts/demand/${id}`}>{name}</a>,
          },
          {
            id: "area",
            head: t("experts.topics.area"),
            cell: ({ area }) => area?.name ?? <span className="muted">{t("experts.topics.noArea")}</span>,
          },
          { id: "requested", numeric: true, head: t("experts.topics.requested"), cell: ({ requested }) => requested },
          { id: "implied", numeric: true, head: t("experts.topics.implied"), cell: ({ implied }) => implied },
          { id: "planned", numeric: true, head: t("experts.topics.planned"), cell: ({ planned }) => planned },
        ]}
        foot={
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t("experts.topics.total")}
              </th>
              {topics.totals.map((total, index) => (
                <td key={["requested", "implied", "planned"][index]} className="num">
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        }
      />
      {topics.aside && <p>{topics.aside}</p>}
      <p className="source link-row screen-only">
        <a href="/experts/demand.csv">{t("experts.csv")}</a>{" "}
        <a href="/methods/demand-for-missions">{t("experts.method")}</a>
      </p>
    </Part>
  );
}
