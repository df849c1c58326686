import { ErrorSummary, Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Page } from "./load-page";
import type { Conflict } from "./parse-change";

/** Money and rules that a planner sets. */
export function SettingsPart({ page, errors }: { readonly page: Page; readonly errors: FormErrors }) {
  const t = useTranslator();
  const { settings, revision } = page;
  const { currency, values, funders } = settings;
  const fields = [
    { id: "budget", label: t("plan.set.budget", { currency }), value: values.budget },
    ...funders.map(({ id, name, value }) => ({
      id: `funder-${id}`,
      label: t("plan.set.funder", { name, currency }),
      value,
    })),
    { id: "absorptionLimit", label: t("plan.set.absorption"), value: values.absorptionLimit },
    { id: "islandsAtLeast", label: t("plan.set.islands"), value: values.islandsAtLeast },
    { id: "officeDays", label: t("plan.set.officeDays"), value: values.officeDays },
  ];
  return (
    <Part id="settings" title={t("plan.set.title")} note={t("plan.set.note")}>
      <form method="post" className="stack" noValidate>
        <ErrorSummary title={t("plan.set.errors")} errors={errors} />
        <input type="hidden" name="revision" value={revision} />
        {fields.map(({ id, label, value }) => (
          <Field key={id} id={id} label={label} errors={errors[id]}>
            {(control) => <input {...control} className="input" inputMode="numeric" defaultValue={value} />}
          </Field>
        ))}
        <p className="actions">
          <button className="button button-second" name="intent" value="settings" type="submit">
            {t("plan.set.save")}
          </button>
        </p>
      </form>
      <form method="post">
        <input type="hidden" name="revision" value={revision} />
        <details>
          <summary>{t("plan.set.discard")}</summary>
          <p>{t("plan.set.discardNote")}</p>
          <button className="button button-danger button-small" name="intent" value="discard" type="submit">
            {t("plan.set.discard")}
          </button>
        </details>
      </form>
    </Part>
  );
}

/** Both texts when another planner was faster, and the form to do it all the same. */
export function ConflictPart({ conflict }: { readonly conflict: Conflict }) {
  const t = useTranslator();
  return (
    <Part id="conflict" title={t("plan.conflict.title")}>
      <div className="callout callout-bad" role="alert">
        <p>{conflict.body}</p>
        {conflict.wanted && <p>{conflict.wanted}</p>}
        {conflict.mayRepeat && (
          <form method="post">
            <input type="hidden" name="revision" value={conflict.revision} />
            {conflict.fields.map(({ name, value }) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button className="button button-second button-small" type="submit">
              {t("plan.conflict.again")}
            </button>
          </form>
        )}
      </div>
    </Part>
  );
}
