import { Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";

interface DraftFormProps {
  readonly text: string;
  /** What somebody else stored meanwhile, to be compared; `null` if nobody did. */
  readonly stored: string | null;
  /** The revision that was looked at; a draft changed by somebody else is not overwritten. */
  readonly revision: number;
  readonly errors?: readonly string[] | undefined;
}

/** The definition as text or file; saved even while the check refuses it. */
export function DraftForm({ text, stored, revision, errors }: DraftFormProps) {
  const t = useTranslator();
  return (
    <Part id="edit" title={t("surveys.edit")} note={t("surveys.edit.note")}>
      <form method="post" encType="multipart/form-data" className="stack definition-form">
        <input type="hidden" name="revision" value={revision} />
        <div className={stored === null ? undefined : "definition-pair"}>
          <Field id="definition" label={t("surveys.edit.label")} errors={errors}>
            {(control) => (
              <textarea
                {...control}
                className="input definition-text"
                rows={24}
                spellCheck={false}
                dir="ltr"
                defaultValue={text}
              />
            )}
          </Field>
          {stored !== null && (
            <div className="field">
              <label htmlFor="stored">{t("surveys.edit.stored")}</label>
              <textarea
                id="stored"
                className="input definition-text"
                rows={24}
                readOnly
                dir="ltr"
                defaultValue={stored}
              />
            </div>
          )}
        </div>
        <Field id="file" label={t("surveys.edit.file")}>
          {(control) => <input {...control} type="file" accept=".json,application/json" />}
        </Field>
        <p className="actions">
          <button className="button button-second" type="submit" name="intent" value="save">
            {t("surveys.edit.save")}
          </button>
        </p>
      </form>
    </Part>
  );
}

interface PublishFormProps {
  readonly revision: number;
  readonly number: number;
  readonly possible: boolean;
  /** What was typed before the form came back. */
  readonly note: string;
  readonly errors?: readonly string[] | undefined;
}

/** Freezes the draft, after the wording was confirmed as final. */
export function PublishForm({ revision, number, possible, note, errors }: PublishFormProps) {
  const t = useTranslator();
  if (!possible && !errors) return null;
  return (
    <Part id="publish" title={t("surveys.publish")} note={t("surveys.publish.note")}>
      <form method="post" className="stack">
        <input type="hidden" name="revision" value={revision} />
        <Field id="note" label={t("surveys.publish.note.label")}>
          {(control) => <input {...control} className="input" maxLength={500} defaultValue={note} />}
        </Field>
        <div className={errors ? "field has-error" : "field"}>
          {errors && (
            <p className="field-error" id="confirm-error">
              {errors.join(" ")}
            </p>
          )}
          <label className="check">
            <input
              type="checkbox"
              name="confirm"
              id="confirm"
              value="yes"
              aria-describedby={errors ? "confirm-error" : undefined}
            />{" "}
            {t("surveys.publish.confirm")}
          </label>
        </div>
        <p className="actions">
          <button className="button" type="submit" name="intent" value="publish">
            {t("surveys.publish.do", { number })}
          </button>
        </p>
      </form>
    </Part>
  );
}
