import type { AppContext } from "~/app/context";
import { intlLocale, type Locale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import type { Answering } from "~/app/operations/answering/open-answering";

/** The language of a survey's texts: the page's, if the survey offers it, else the survey's first. */
export function surveyLanguage({ compiled }: Pick<Answering, "compiled">, locale: Locale): string {
  const wanted = locale === "x-rtl" ? "en" : locale;
  return compiled.languages.includes(wanted) ? wanted : (compiled.languages[0] ?? "en");
}

/** What every page of a survey says of it. */
export function surveyPlace(context: Pick<AppContext, "locale">, answering: Answering) {
  const t = translator(context.locale);
  const { round, member, token, kind, link } = answering;
  return {
    token,
    kind,
    survey: [round.name, ...(member ? [t.pick(member.name)] : [])].join(" · "),
    closes: t("answer.closes", { date: t.date(round.closesOn), zone: zoneName(answering, context.locale) }),
    maySend: link.sections === null,
  };
}

const zones = new Map<string, Intl.DateTimeFormat>();

/** The zone as people say it: "Fiji Standard Time". */
function zoneName({ timeZone, round }: Answering, locale: Locale): string {
  const id = `${locale} ${timeZone}`;
  let format = zones.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(intlLocale(locale), { timeZone, timeZoneName: "long" });
    zones.set(id, format);
  }
  const parts = format.formatToParts(new Date(`${round.closesOn}T12:00:00Z`));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
