import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

/** As the operation names its fields: `women-<member>`, guests of no member `women-guests`. */
const CELLS = ["expected", "women", "men", "others", "unsaid"] as const;

interface AttendanceTableProps {
  readonly caption: string;
  readonly rows: readonly { readonly id: string | null; readonly name: string }[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Fields for how many are expected and how many came, one row per member. */
export function AttendanceTable({ caption, rows, values, errors }: AttendanceTableProps) {
  const t = useTranslator();
  return (
    <Table
      caption={caption}
      stack
      className="attendance"
      rows={rows}
      rowKey={({ id }) => id ?? "guests"}
      columns={[
        { id: "member", names: true, head: t("workshops.participants.member"), cell: (row) => row.name },
        ...CELLS.map((cell) => {
          const head = t(`workshops.participants.${cell}`);
          return {
            id: cell,
            head,
            cell: ({ id, name }: AttendanceTableProps["rows"][number]) => {
              const field = `${cell}-${id ?? "guests"}`;
              return (
                <input
                  id={field}
                  name={field}
                  className="input input-count"
                  inputMode="numeric"
                  maxLength={4}
                  defaultValue={values[field]}
                  aria-label={t("workshops.attendance.cell", { cell: head, member: name })}
                  aria-invalid={errors[field] ? true : undefined}
                />
              );
            },
          };
        }),
      ]}
    />
  );
}
