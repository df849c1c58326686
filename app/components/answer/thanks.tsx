import { useTranslator } from "~/app/i18n/use-translator";
import type { SectionInWords } from "~/surveys/light-form/answers-in-words";
import { SentAnswers } from "./sent-answers";

interface ThanksProps {
  readonly sections: readonly SectionInWords[];
  /** Token under which the pledges are made, a response of its own. */
  readonly pledges: string | null;
}

/** After an anonymous rating: it arrived, nothing leads back to it, and the pledges come next. */
export function Thanks({ sections, pledges }: ThanksProps) {
  const t = useTranslator();
  return (
    <main className="page form-page" id="main">
      <h1>{t("answer.thanks.title")}</h1>
      <p className="finding">{t("answer.thanks.body")}</p>
      {pledges !== null && (
        <>
          <p>{t("answer.thanks.pledges")}</p>
          <p className="actions actions-wide">
            <a className="button" href={`/a/${pledges}`}>
              {t("answer.thanks.toPledges")}
            </a>
          </p>
        </>
      )}
      {sections.length > 0 && <p className="source">{t("answer.thanks.copy")}</p>}
      <SentAnswers sections={sections} />
    </main>
  );
}
