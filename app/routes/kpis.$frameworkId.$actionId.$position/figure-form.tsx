import { Field } from "~/app/components/field";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";

interface FigureFormProps {
  /** The entry that is put right; `null` for the first one. */
  readonly corrects: string | null;
  readonly unit: string;
  /** What "out of" counts; `null` where the figure is not one of several. */
  readonly of: string | null;
  readonly today: string;
  readonly errors: FormErrors;
  readonly values: Readonly<Record<string, string>>;
}

/** A figure with its source and date, entered or put right. */
export function FigureForm({ corrects, unit, of, today, errors, values }: FigureFormProps) {
  const t = useTranslator();
  return (
    <form method="post" className="stack" noValidate>
      <input type="hidden" name="corrects" value={corrects ?? ""} />
      <Field
        id="value"
        label={t("kpis.form.value")}
        hint={corrects ? t("kpis.form.valueOrNone", { unit }) : unit}
        errors={errors.value}
      >
        {(control) => <input {...control} className="input" inputMode="decimal" defaultValue={values.value} />}
      </Field>
      {of && (
        <Field id="of" label={t("kpis.form.of")} hint={of} errors={errors.of}>
          {(control) => <input {...control} className="input" inputMode="numeric" defaultValue={values.of} />}
        </Field>
      )}
      <Field id="source" label={t("kpis.form.source")} hint={t("kpis.form.sourceHint")} errors={errors.source}>
        {(control) => <input {...control} className="input" maxLength={500} defaultValue={values.source} />}
      </Field>
      <Field id="asOf" label={t("kpis.form.asOf")} errors={errors.asOf}>
        {(control) => <input {...control} className="input" type="date" defaultValue={values.asOf ?? today} />}
      </Field>
      <p className="actions">
        <button className="button" type="submit">
          {t(corrects ? "kpis.form.doCorrect" : "kpis.form.do")}
        </button>
      </p>
    </form>
  );
}
