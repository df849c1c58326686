/** The earliest date, `YYYY-MM-DD`, that some place on earth has at a moment; a last day before it is over everywhere. */
export function earliestLocalDate(moment: Date): string {
  return new Date(moment.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
}
