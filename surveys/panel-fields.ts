import type { MeasuredPanel } from "./answers-by-measure";

/** A panel's answer to a field as text, `null` if there is none. */
export function text({ fields }: MeasuredPanel, field: string): string | null {
  const value = fields[field];
  return typeof value === "string" ? value : null;
}

/** A panel's answer to a field as a number, `null` if there is none. */
export function number({ fields }: MeasuredPanel, field: string): number | null {
  const value = fields[field];
  return typeof value === "number" ? value : null;
}

/** The choices taken in a field of a panel. */
export function texts({ fields }: MeasuredPanel, field: string): readonly string[] {
  const value = fields[field];
  return Array.isArray(value) ? value.map(String) : [];
}
