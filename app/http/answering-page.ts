import type { AppContext } from "~/app/context";
import type { Locale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { zoneInWords } from "~/app/i18n/zone-in-words";
import type { Answering } from "~/app/operations/answering/open-answering";

/** The language of a survey's texts: the page's, if the survey offers it, else the survey's first. */
export function surveyLanguage({ compiled }: Pick<Answering, "compiled">, locale: Locale): string {
  const wanted = locale === "x-rtl" ? "en" : locale;
  return compiled.languages.includes(wanted) ? wanted : (compiled.languages[0] ?? "en");
}

/** What every page of a survey says of it. */
export function surveyPlace(context: Pick<AppContext, "locale">, answering: Answering) {
  const t = translator(context.locale);
  const { round, member, token, kind, link, timeZone, compiled } = answering;
  return {
    token,
    kind,
    survey: [round.name, ...(member ? [t.pick(member.name)] : [])].join(" · "),
    closes: t("answer.closes", {
      date: t.date(round.closesOn),
      zone: zoneInWords(context.locale, { timeZone, date: round.closesOn }),
    }),
    maySend: link.sections === null,
    first: compiled.pages[0]?.name ?? "",
  };
}
