import type { ReactNode } from "react";

export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly numeric?: boolean;
  /** The column that names the row. */
  readonly names?: boolean;
  /** The heading on phones, where each cell carries its own; none if the heading is no plain text. */
  readonly label?: string;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** On phones a list of rows instead of a table to be scrolled. */
  readonly stack?: boolean;
  readonly className?: string;
  readonly foot?: ReactNode;
}

/** A table with a caption for those who hear it; wide ones scroll by themselves, `stack` makes a list on phones. */
export function Table<Row>({ caption, columns, rows, rowKey, stack = false, className = "", foot }: TableProps<Row>) {
  // Style sheets that turn a table into a list take its roles away in some browsers; written out they stay.
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark with a heading of its own
    <div className="scroller" tabIndex={0} role="group" aria-label={caption}>
      <table role="table" className={`table ${stack ? "table-stack" : "table-tight"} ${className}`}>
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col" className={column.numeric ? "num" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) =>
                column.names ? (
                  <th key={column.id} role="rowheader" scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    role="cell"
                    className={column.numeric ? "num" : undefined}
                    data-label={column.label ?? (typeof column.head === "string" ? column.head : undefined)}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </div>
  );
}
