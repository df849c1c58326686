/** Whether a text names a zone whose calendar this machine and the database know. */
export function isTimeZone(zone: string): boolean {
  // A bare offset means the opposite in SQL.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
