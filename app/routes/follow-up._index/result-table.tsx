import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

interface ResultTableProps {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly empty: string;
  readonly cycle: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of figures, by their place. */
  readonly figures: readonly number[];
  readonly method: string;
}

/** One table of results with its download and its method. */
export function ResultTable({ name, title, note, empty, cycle, columns, rows, figures, method }: ResultTableProps) {
  const t = useTranslator();
  const keyed = rows.map((row, at) => ({ key: `${at}`, row }));
  return (
    <Part
      id={name}
      title={title}
      note={note}
      full={
        rows.length > 0 && (
          <>
            <Table
              caption={title}
              stack
              rows={keyed}
              rowKey={({ key }) => key}
              columns={columns.map((head, at) => ({
                id: `${at}`,
                head,
                names: at === 0,
                numeric: figures.includes(at),
                cell: ({ row }: { readonly row: readonly string[] }) => row[at],
              }))}
            />
            <p className="source link-row screen-only">
              <a href={`/follow-up/csv/${name}?cycle=${cycle}`}>{t("followUp.csv")}</a>{" "}
              <a href={`/methods/${method}`}>{t("followUp.method")}</a>
            </p>
          </>
        )
      }
    >
      {rows.length === 0 && <p className="empty">{empty}</p>}
    </Part>
  );
}
