import type { Translator } from "~/app/i18n/translate";

/** First and last day as one text; `null` without a date. */
export function activityDates(
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
  t: Translator,
): string | null {
  if (startsOn === null) return null;
  if (endsOn === null || endsOn === startsOn) return t.date(startsOn);
  return t("surveys.range", { from: t.date(startsOn), until: t.date(endsOn) });
}
