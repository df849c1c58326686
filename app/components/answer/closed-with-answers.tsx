import { useTranslator } from "~/app/i18n/use-translator";
import type { TypedInWords } from "~/app/operations/answering/typed-in-words";
import { SentAnswers } from "./sent-answers";

/** A page that was sent after the survey had closed: nothing was taken, all that was typed stands here to be copied. */
export function ClosedWithAnswers({ typed, closesOn }: { readonly typed: TypedInWords; readonly closesOn: string }) {
  const t = useTranslator();
  const { title, answers, carried } = typed;
  return (
    <main className="page form-page" id="main">
      <h1>{t("answer.refused.closed.title")}</h1>
      <p className="finding">{t("answer.refused.closed.body", { date: t.date(closesOn) })}</p>
      {answers.length + carried.length > 0 && (
        <>
          <h2>{t("answer.refused.closed.typed")}</h2>
          <p>{t("answer.refused.closed.typedHint")}</p>
          {title !== null && answers.length > 0 && (
            <SentAnswers sections={[{ title, groups: [{ title: null, answers }] }]} />
          )}
          {carried.length > 0 && (
            <>
              <p>{t("answer.refused.closed.sections")}</p>
              <SentAnswers sections={carried} />
            </>
          )}
        </>
      )}
      <p>{t("answer.refused.closed.way")}</p>
    </main>
  );
}
