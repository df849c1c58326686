import { Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";

interface ManageRoundProps {
  readonly state: "draft" | "open" | "closed";
  readonly anonymous: boolean;
  readonly closesOn: string;
  readonly errors: FormErrors;
}

/** Moving the last day, and closing: what cannot be undone asks first. */
export function ManageRound({ state, anonymous, closesOn, errors }: ManageRoundProps) {
  const t = useTranslator();
  return (
    <Part id="manage" title={t("surveys.one.manage")} note={t("surveys.one.close.note")}>
      {!(anonymous && state === "closed") && (
        <form method="post" className="stack">
          <Field
            id="closesOn"
            label={t("surveys.new.closesOn")}
            hint={t("surveys.new.closesHint")}
            errors={errors.closesOn}
          >
            {(control) => <input {...control} className="input" type="date" defaultValue={closesOn} />}
          </Field>
          <p className="actions">
            <button className="button button-second" type="submit" name="intent" value="extend">
              {t("surveys.one.extend")}
            </button>
          </p>
        </form>
      )}
      {state === "open" && (
        <form method="post" className="stack">
          <div className={errors.confirm ? "field has-error" : "field"}>
            {errors.confirm && (
              <p className="field-error" id="confirm-error">
                {errors.confirm.join(" ")}
              </p>
            )}
            <label className="check">
              <input
                type="checkbox"
                name="confirm"
                id="confirm"
                value="yes"
                aria-describedby={errors.confirm ? "confirm-error" : undefined}
              />{" "}
              {t("surveys.one.close.confirm")}
            </label>
          </div>
          <p className="actions">
            <button className="button button-danger" type="submit" name="intent" value="close">
              {t("surveys.one.close")}
            </button>
          </p>
        </form>
      )}
    </Part>
  );
}
