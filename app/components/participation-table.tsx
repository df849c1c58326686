import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ShownParticipation } from "~/app/operations/activities/describe-participation";
import type { ShownCounts } from "~/app/operations/activities/participation-table";

interface ParticipationTableProps {
  readonly caption: string;
  readonly rows: readonly ShownParticipation[];
  readonly total: ShownCounts;
}

/** Participants by member, women apart; what is left out is a cross. */
export function ParticipationTable({ caption, rows, total }: ParticipationTableProps) {
  const t = useTranslator();
  const left = t("workshops.participants.left");
  const several = rows.some(({ workshop }) => workshop !== undefined);
  const byMember = rows.some(({ member }) => member !== null);
  const counts = (["women", "men", "others", "unsaid", "total", "expected"] as const)
    // Columns that say nothing are left out: nobody of them, or nothing of it known here.
    .filter(
      (id) => id === "women" || id === "total" || rows.some((row) => (id === "expected" ? row[id] : row[id] !== 0)),
    )
    .map((id) => ({ id, head: t(`workshops.participants.${id}`) }));
  return (
    <Table
      caption={caption}
      stack
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        ...(several
          ? [
              {
                id: "workshop",
                names: true,
                head: t("workshops.list.activity"),
                cell: ({ workshop }: ShownParticipation) =>
                  workshop && <a href={`/workshops/${workshop.id}`}>{workshop.title}</a>,
              },
            ]
          : []),
        ...(byMember
          ? [
              {
                id: "member",
                names: !several,
                head: t("workshops.participants.member"),
                cell: (row: ShownParticipation) => row.member,
              },
            ]
          : []),
        ...counts.map(({ id, head }) => ({
          id,
          head,
          numeric: true,
          cell: (row: ShownParticipation) => row[id] ?? left,
        })),
      ]}
      foot={
        rows.length > 1 && (
          <tfoot role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="row" colSpan={several && byMember ? 2 : 1}>
                {t("workshops.participants.sum")}
              </th>
              {counts.map(({ id, head }) => (
                <td key={id} role="cell" className="num" data-label={head}>
                  {total[id] ?? left}
                </td>
              ))}
            </tr>
          </tfoot>
        )
      }
    />
  );
}
