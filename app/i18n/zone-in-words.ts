import { intlLocale, type Locale } from "./locales";

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A time zone as people say it: "Fiji Standard Time".
 *
 * @param date on which day, `YYYY-MM-DD`, since some have a summer time
 */
export function zoneInWords(
  locale: Locale,
  { timeZone, date }: { readonly timeZone: string; readonly date: string },
): string {
  const id = `${locale} ${timeZone}`;
  let format = formats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(intlLocale(locale), { timeZone, timeZoneName: "long" });
    formats.set(id, format);
  }
  const parts = format.formatToParts(new Date(`${date}T12:00:00Z`));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
