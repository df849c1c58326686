import { Field } from "~/app/components/field";
import { useTranslator } from "~/app/i18n/use-translator";
import type { HandOutSection } from "~/app/operations/answering/hand-out-sections";

interface HandOutFormProps {
  readonly sections: readonly HandOutSection[];
  readonly typed: { readonly holder: string; readonly sections: readonly string[] };
  readonly errors: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Which parts go to whom; the name is for the contact point's own list. */
export function HandOutForm({ sections, typed, errors }: HandOutFormProps) {
  const t = useTranslator();
  const wrong = errors.sections;
  return (
    <form method="post" className="block" noValidate>
      <h2>{t("answer.colleagues.new")}</h2>
      <fieldset className={wrong ? "field has-error" : "field"}>
        <legend>{t("answer.colleagues.sections")}</legend>
        {wrong && (
          <p className="field-error" id="sections-error">
            {wrong.join(" ")}
          </p>
        )}
        {sections.map((section, index) => (
          <label key={section.id} className="check">
            <input
              type="checkbox"
              name="sections"
              value={section.id}
              id={index === 0 ? "sections" : undefined}
              defaultChecked={typed.sections.includes(section.id)}
              aria-describedby={wrong ? "sections-error" : undefined}
            />
            <span>
              {section.title}
              {section.of > 0 && (
                <span className="muted"> · {t("answer.steps.count", { answered: section.rows, of: section.of })}</span>
              )}
              {section.holder !== null && (
                <span className="muted">
                  {" "}
                  ·{" "}
                  {t(section.doneAt ? "answer.colleagues.doneBy" : "answer.colleagues.with", {
                    holder: section.holder,
                  })}
                </span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <Field
        id="holder"
        label={t("answer.colleagues.holder")}
        hint={t("answer.colleagues.holderHint")}
        errors={errors.holder}
      >
        {(control) => (
          <input {...control} className="input" maxLength={120} autoComplete="off" defaultValue={typed.holder} />
        )}
      </Field>
      <p className="actions">
        <button type="submit" className="button" name="do" value="make">
          {t("answer.colleagues.make")}
        </button>
      </p>
    </form>
  );
}
