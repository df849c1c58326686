import { Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";

interface ManageEvaluationProps {
  readonly opening: {
    readonly opensOn: string;
    readonly closesOn: string;
    readonly zone: string;
    readonly missing: string | null;
  } | null;
  readonly closes: boolean;
  readonly again: string | null;
  readonly errors: FormErrors;
}

/** Opening, closing, calculating again: what the coordinator can do about an evaluation. */
export function ManageEvaluation({ opening, closes, again, errors }: ManageEvaluationProps) {
  const t = useTranslator();
  return (
    <>
      {opening && (
        <Part id="open" title={t("evaluation.open.title")} note={t("evaluation.open.note")}>
          {opening.missing ? (
            <p className="empty">{opening.missing}</p>
          ) : (
            <form method="post" className="stack" noValidate>
              <Field id="opensOn" label={t("evaluation.open.opensOn")} errors={errors.opensOn}>
                {(control) => <input {...control} className="input" type="date" defaultValue={opening.opensOn} />}
              </Field>
              <Field
                id="closesOn"
                label={t("evaluation.open.closesOn")}
                hint={t("evaluation.open.closesHint", { zone: opening.zone })}
                errors={errors.closesOn}
              >
                {(control) => <input {...control} className="input" type="date" defaultValue={opening.closesOn} />}
              </Field>
              <p className="actions">
                <button className="button" type="submit" name="intent" value="open">
                  {t("evaluation.open.do")}
                </button>
              </p>
            </form>
          )}
        </Part>
      )}
      {closes && (
        <Part id="close" title={t("evaluation.close")} note={t("evaluation.close.note")}>
          <form method="post" className="stack">
            <div className={errors.confirm ? "field has-error" : "field"}>
              {errors.confirm && <p className="field-error">{errors.confirm.join(" ")}</p>}
              <label className="check">
                <input type="checkbox" name="confirm" id="confirm" value="yes" /> {t("evaluation.close.confirm")}
              </label>
            </div>
            <p className="actions">
              <button className="button button-danger" type="submit" name="intent" value="close">
                {t("evaluation.close.do")}
              </button>
            </p>
          </form>
        </Part>
      )}
      {again && (
        <Part id="again" title={t("evaluation.again")}>
          <p>{again}</p>
          <form method="post">
            <button className="button" type="submit" name="intent" value="again">
              {t("evaluation.again")}
            </button>
          </form>
        </Part>
      )}
    </>
  );
}
