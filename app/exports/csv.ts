export type CsvValue = string | number | boolean | null | undefined;

/**
 * Rows as CSV (RFC 4180) that spreadsheets open as UTF-8. Text that a spreadsheet would run as a formula is preceded by an
 * apostrophe; numbers stay numbers at full precision; what is unknown stays empty.
 *
 * @param synthetic whether the figures are made up: then a last column says so in every row
 */
export function csv(
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  { synthetic }: { readonly synthetic: boolean },
): string {
  const mark = synthetic ? ["synthetic data"] : [];
  const lines = [
    [...columns, ...(synthetic ? ["note"] : [])].map(field),
    ...rows.map((row) => [...row, ...mark].map(field)),
  ];
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function field(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
