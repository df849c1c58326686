import { useTranslator } from "~/app/i18n/use-translator";
import type { RailStep } from "~/app/operations/answering/describe-page";

interface StepsProps {
  readonly steps: readonly RailStep[];
  /** Whether the reader is at the last part, check and send. */
  readonly checking: boolean;
  /** A colleague's link has no last part. */
  readonly maySend: boolean;
}

/** The parts of a form; each button saves the page and goes there. Stands inside the form. */
export function Steps({ steps, checking, maySend }: StepsProps) {
  const t = useTranslator();
  return (
    <>
      <h2 id="steps">{t("answer.steps.title")}</h2>
      <ol className="steps" aria-labelledby="steps">
        {steps.map((step) => (
          <li
            key={step.name}
            className={step.done ? "is-done" : undefined}
            aria-current={step.current ? "step" : undefined}
          >
            {step.current ? (
              <span>{step.title}</span>
            ) : (
              <button type="submit" className="step-link" name="do" value={`go:${step.name}`}>
                {step.title}
                {step.done && <span className="visually-hidden">{t("answer.steps.done")}</span>}
              </button>
            )}
            {step.of > 0 && (
              <span className="count">{t("answer.steps.count", { answered: step.rows, of: step.of })}</span>
            )}
          </li>
        ))}
        {maySend && (
          <li aria-current={checking ? "step" : undefined}>
            {checking ? (
              <span>{t("answer.check.title")}</span>
            ) : (
              <button type="submit" className="step-link" name="do" value="go:check-and-send">
                {t("answer.check.title")}
              </button>
            )}
          </li>
        )}
      </ol>
    </>
  );
}
