import { Field } from "~/app/components/field";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ExpertKind } from "~/db/schema/experts";

const EXPERT_KINDS = ["pool", "recognised", "office", "wco", "partner"] as const satisfies readonly ExpertKind[];

interface Option {
  readonly id: string;
  readonly name: string;
}

export interface ExpertFormValues {
  readonly name: string;
  readonly member: string;
  readonly kind: string;
  readonly gender: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly released: boolean;
  readonly confirmed: boolean;
  readonly missions: string;
  readonly note: string;
}

interface ExpertFormProps {
  readonly values: ExpertFormValues;
  readonly errors: Readonly<Record<string, readonly string[] | undefined>>;
  readonly members: readonly Option[];
  readonly languages: readonly Option[];
  readonly topics: readonly Option[];
  /** The cycle that a mark at "confirmed" stands for. */
  readonly cycle: string;
  /** The person is in the register: the administration stays. */
  readonly known?: boolean;
}

/** An entry of the register: a new one, or the one to be changed. */
export function ExpertForm({ values, errors, members, languages, topics, cycle, known = false }: ExpertFormProps) {
  const t = useTranslator();
  return (
    <form method="post" className="stack" noValidate>
      <input type="hidden" name="intent" value="entry" />
      <Field id="name" label={t("experts.form.name")} hint={t("experts.form.nameHint")} errors={errors.name}>
        {(control) => <input {...control} className="input" defaultValue={values.name} autoComplete="off" />}
      </Field>
      {known ? (
        <p className="hint">{t("experts.form.memberFixed")}</p>
      ) : (
        <Field id="member" label={t("experts.form.member")} errors={errors.member}>
          {(control) => (
            <Options control={control} value={values.member} none={t("experts.form.none")} options={members} />
          )}
        </Field>
      )}
      {known && <input type="hidden" name="member" value={values.member} />}
      <Field id="kind" label={t("experts.form.kind")} errors={errors.kind}>
        {(control) => (
          <Options
            control={control}
            value={values.kind}
            options={EXPERT_KINDS.map((id) => ({ id, name: t(`experts.kind.${id}`) }))}
          />
        )}
      </Field>
      <Field id="gender" label={t("experts.form.gender")}>
        {(control) => (
          <Options
            control={control}
            value={values.gender}
            none={t("experts.form.gender.unsaid")}
            options={(["woman", "man", "other"] as const).map((id) => ({ id, name: t(`experts.form.gender.${id}`) }))}
          />
        )}
      </Field>
      <Choices name="languages" legend={t("experts.form.languages")} chosen={values.languages} options={languages} />
      <Field
        id="missions"
        label={t("experts.form.missions")}
        hint={t("experts.form.missionsHint")}
        errors={errors.missions}
      >
        {(control) => <input {...control} className="input" inputMode="numeric" defaultValue={values.missions} />}
      </Field>
      <div className="field">
        <label className="check">
          <input type="checkbox" name="released" defaultChecked={values.released} /> {t("experts.form.released")}
        </label>
        <label className="check">
          <input type="checkbox" name="confirmed" defaultChecked={values.confirmed} />{" "}
          {t("experts.form.confirmed", { cycle })}
        </label>
      </div>
      <details open={values.topics.length > 0}>
        <summary>{t("experts.form.topics")}</summary>
        <p className="hint">{t("experts.form.topicsHint")}</p>
        <Choices name="topics" legend={t("experts.form.topics")} chosen={values.topics} options={topics} />
      </details>
      <Field id="note" label={t("experts.form.note")}>
        {(control) => <textarea {...control} className="input" rows={3} defaultValue={values.note} />}
      </Field>
      <p className="actions">
        <button className="button" type="submit">
          {t("experts.form.save")}
        </button>
      </p>
    </form>
  );
}

/** A list to choose one of. */
export function Options({
  control,
  value,
  none,
  options,
}: {
  readonly control: Readonly<Record<string, unknown>>;
  readonly value: string;
  readonly none?: string;
  readonly options: readonly Option[];
}) {
  return (
    <select {...control} className="input" defaultValue={value}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Choices({
  name,
  legend,
  chosen,
  options,
}: {
  readonly name: string;
  readonly legend: string;
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
}) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.id} className="check">
            <input type="checkbox" name={name} value={option.id} defaultChecked={chosen.includes(option.id)} />{" "}
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
