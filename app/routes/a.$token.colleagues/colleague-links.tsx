import { useTranslator } from "~/app/i18n/use-translator";
import type { ColleagueLink } from "~/app/operations/answering/hand-out-sections";

/** The links that are out: with whom, which parts, opened or not, what is done, and the button that takes one back. */
export function ColleagueLinks({
  links,
  timeZone,
}: {
  readonly links: readonly ColleagueLink[];
  readonly timeZone: string;
}) {
  const t = useTranslator();
  return (
    <section className="block" aria-labelledby="links-out">
      <h2 id="links-out">{t("answer.colleagues.out")}</h2>
      {links.length === 0 && <p className="muted">{t("answer.colleagues.none")}</p>}
      {links.map((link) => {
        const done = link.sections.filter(({ doneAt }) => doneAt !== null).length;
        return (
          <form key={link.id} method="post" className="panel">
            <input type="hidden" name="link" value={link.id} />
            <h3>{link.holder}</h3>
            <p>
              {link.openedAt
                ? t("answer.colleagues.opened", { time: t.dateTime(link.openedAt, timeZone) })
                : t("answer.colleagues.notOpened", { time: t.dateTime(link.madeAt, timeZone) })}{" "}
              {t("answer.colleagues.doneOf", { done, of: link.sections.length })}
            </p>
            <ul className="steps">
              {link.sections.map(({ title, doneAt }) => (
                <li key={title} className={doneAt ? "is-done" : undefined}>
                  <span>
                    {title}
                    <br />
                    {doneAt
                      ? t("answer.colleagues.doneAt", { time: t.dateTime(doneAt, timeZone) })
                      : t("answer.colleagues.notDone")}
                  </span>
                </li>
              ))}
            </ul>
            <p>
              <button type="submit" className="button button-second" name="do" value="takeBack">
                {t("answer.colleagues.takeBack")} <span className="visually-hidden">{link.holder}</span>
              </button>
            </p>
          </form>
        );
      })}
    </section>
  );
}
