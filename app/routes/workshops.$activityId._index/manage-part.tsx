import { Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ActivityState } from "~/db/schema/activities";

interface ManagePartProps {
  readonly state: ActivityState;
  readonly steps: readonly ActivityState[];
  readonly errors: FormErrors;
}

/** The next steps of an activity: confirmed, held, back, cancelled with its reason. */
export function ManagePart({ state, steps, errors }: ManagePartProps) {
  const t = useTranslator();
  const label = (to: ActivityState) =>
    to === "confirmed" && state === "held" ? t("workshops.manage.back") : t(`workshops.manage.${to}`);
  return (
    <Part id="manage" title={t("workshops.manage")} note={t("workshops.manage.note")}>
      <form method="post" className="row-actions">
        {steps
          .filter((to) => to !== "cancelled")
          .map((to, index) => (
            <button
              key={to}
              className={index === 0 ? "button" : "button button-second"}
              type="submit"
              name="to"
              value={to}
            >
              {label(to)}
            </button>
          ))}
      </form>
      {steps.includes("cancelled") && (
        <form method="post" className="stack">
          <input type="hidden" name="to" value="cancelled" />
          <Field
            id="because"
            label={t("workshops.manage.because")}
            hint={t("workshops.manage.becauseHint")}
            errors={errors.because}
          >
            {(control) => <input {...control} className="input input-wide" maxLength={500} />}
          </Field>
          <p className="actions">
            <button className="button button-danger" type="submit">
              {t("workshops.manage.cancelled")}
            </button>
          </p>
        </form>
      )}
    </Part>
  );
}
