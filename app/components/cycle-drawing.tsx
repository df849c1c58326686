import { useTranslator } from "~/app/i18n/use-translator";

export interface CycleStep {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** The office's year as a drawing: steps on one line, the present one marked, evaluation leading back to the start. */
export function CycleDrawing({ steps, now }: { readonly steps: readonly CycleStep[]; readonly now: number }) {
  const t = useTranslator();
  return (
    <div className="cycle">
      <div className="cycle-track">
        <ol>
          {steps.map((step, index) => (
            <li key={step.id} className={index < now ? "is-done" : index === now ? "is-now" : undefined}>
              <h3>
                {step.title}
                <span className="visually-hidden">
                  {t(index < now ? "home.step.done" : index === now ? "home.step.now" : "home.step.later")}
                </span>
              </h3>
              <p>{step.body}</p>
            </li>
          ))}
        </ol>
        <p className="cycle-return">
          <span>{t("home.step.return")}</span>
        </p>
      </div>
    </div>
  );
}
