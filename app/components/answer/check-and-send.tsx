import { useTranslator } from "~/app/i18n/use-translator";
import type { CheckPage } from "~/app/operations/answering/show-check";
import { LanguageButtons } from "./language-buttons";
import type { SurveyPlace } from "./light-page";
import { ProblemList } from "./problem-list";
import { SaveState } from "./save-state";
import { Steps } from "./steps";

/** The last part of the light form: what is missing, with links to it, then the sending. */
export function CheckAndSend({ check, place }: { readonly check: CheckPage; readonly place: SurveyPlace }) {
  const t = useTranslator();
  const { token, kind } = place;
  const path = `/a/${token}/light/check-and-send`;
  const kept = kind === "kept";
  const last = check.rail.at(-1);
  return (
    <main className="page" id="main">
      <form method="post" action={path}>
        <button type="submit" className="visually-hidden" name="do" value="stay" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="key" value={check.formKey} />
        {check.carried !== null && <input type="hidden" name="carried" value={check.carried} />}
        <div className="part part-opening">
          <div className="part-body">
            <p className="eyebrow">
              {t("answer.eyebrow", { survey: place.survey, part: check.rail.length + 1, of: check.rail.length + 1 })}
            </p>
            <h1>{t("answer.check.title")}</h1>
            <p className="finding">
              {check.problems.length === 0
                ? t("answer.check.complete")
                : t("answer.check.missing", { count: check.problems.length })}
            </p>
            {kept ? (
              <ProblemList
                title={t("answer.check.missingTitle")}
                problems={check.problems.map(({ page, path: at, title, text }) => ({
                  href: page === null ? null : `/a/${token}/light/${page}?check=1#${at}`,
                  text: title === "" ? text : t("answer.check.problem", { title, text }),
                }))}
                hint={t("answer.check.hint")}
              />
            ) : (
              check.problems.length > 0 && (
                <div className="error-summary" role="alert" aria-labelledby="problems" tabIndex={-1}>
                  <h2 id="problems">{t("answer.check.missingTitle")}</h2>
                  <ul>
                    {check.problems.map(({ page, path: at, title, text }) => (
                      <li key={`${at} ${text}`}>
                        <button type="submit" className="button-plain" name="do" value={`go:${page ?? ""}`}>
                          {title === "" ? text : t("answer.check.problem", { title, text })}
                        </button>
                      </li>
                    ))}
                  </ul>
                </div>
              )
            )}
            {check.underWay.length > 0 && (
              <div className="callout">
                <p>
                  <b>{t("answer.colleagues.waiting")}</b>
                </p>
                <ul>
                  {check.underWay.map(({ id, title, holder }) => (
                    <li key={id}>{t("answer.colleagues.waitingFor", { title, holder })}</li>
                  ))}
                </ul>
                <p className="hint">{t("answer.colleagues.waitingHint")}</p>
              </div>
            )}
            <p>{t(kind === "anonymous" ? "answer.check.sendAnonymous" : "answer.check.send")}</p>
            <div className="actions actions-wide">
              <button type="submit" className="button" name="do" value="send">
                {t("answer.check.button")}
              </button>
              {last && (
                <button type="submit" className="button-plain" name="do" value={`go:${last.name}`}>
                  {t("answer.back", { title: last.title })}
                </button>
              )}
            </div>
            <p className="source">
              <LanguageButtons path={path} />
            </p>
          </div>
          <div className="part-margin">
            <Steps steps={check.rail} checking maySend />
            <SaveState kind={kind} savedAt={check.savedAt} />
            <p>{place.closes}</p>
          </div>
        </div>
      </form>
    </main>
  );
}
