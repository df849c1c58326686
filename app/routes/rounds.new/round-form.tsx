import { Field } from "~/app/components/field";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";

/** Lists that a round gives to everybody, typed one row per line. */
export const GIVEN = ["objectives", "sessions", "facilitators", "workshops"] as const;

interface RoundFormProps {
  readonly surveys: readonly { readonly id: string; readonly title: string; readonly anonymous: boolean }[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly zone: string;
  readonly errors: FormErrors;
  readonly values: Readonly<Record<string, string>>;
}

/** Version, dates and audience of a new round. */
export function RoundForm({ surveys, members, today, zone, errors, values }: RoundFormProps) {
  const t = useTranslator();
  const chosen = values.members?.split(" ") ?? [];
  return (
    <form method="post" className="stack" noValidate>
      <Field id="survey" label={t("surveys.new.version")} hint={t("surveys.new.shared")} errors={errors.survey}>
        {(control) => (
          <select {...control} className="input" defaultValue={values.survey ?? "needs"}>
            {surveys.map((survey) => (
              <option key={survey.id} value={survey.id}>
                {survey.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="name" label={t("surveys.new.name")} errors={errors.name}>
        {(control) => <input {...control} className="input" defaultValue={values.name} />}
      </Field>
      <Field id="opensOn" label={t("surveys.new.opensOn")} errors={errors.opensOn}>
        {(control) => <input {...control} className="input" type="date" defaultValue={values.opensOn ?? today} />}
      </Field>
      <Field
        id="closesOn"
        label={t("surveys.new.closesOn")}
        hint={t("surveys.new.closesHint")}
        errors={errors.closesOn}
      >
        {(control) => <input {...control} className="input" type="date" defaultValue={values.closesOn} />}
      </Field>
      <Field id="zone" label={t("surveys.new.zone")} errors={errors.zone}>
        {(control) => <input {...control} className="input" defaultValue={values.zone ?? zone} spellCheck={false} />}
      </Field>
      <fieldset className={errors.members ? "field has-error" : "field"}>
        <legend>{t("surveys.new.members")}</legend>
        {errors.members && <p className="field-error">{errors.members.join(" ")}</p>}
        <label className="check">
          <input type="radio" name="audience" value="all" defaultChecked={values.audience !== "some"} />{" "}
          {t("surveys.new.all", { count: members.length })}
        </label>
        <label className="check">
          <input type="radio" name="audience" value="some" defaultChecked={values.audience === "some"} />{" "}
          {t("surveys.new.some")}
        </label>
        <div className="check-columns">
          {members.map((member, index) => (
            <label key={member.id} className="check">
              <input
                type="checkbox"
                name="members"
                id={index === 0 ? "members" : undefined}
                value={member.id}
                defaultChecked={chosen.includes(member.id)}
              />{" "}
              {member.name}
            </label>
          ))}
        </div>
      </fieldset>
      <details open={GIVEN.some((list) => values[`given-${list}`] || errors[`given-${list}`])}>
        <summary>{t("surveys.new.given")}</summary>
        {GIVEN.map((list) => (
          <Field
            key={list}
            id={`given-${list}`}
            label={t(`surveys.new.given.${list}`)}
            hint={t("surveys.new.givenHint")}
            errors={errors[`given-${list}`]}
          >
            {(control) => <textarea {...control} className="input" rows={4} defaultValue={values[`given-${list}`]} />}
          </Field>
        ))}
      </details>
      <p className="actions">
        <button className="button" type="submit">
          {t("surveys.new.do")}
        </button>
      </p>
    </form>
  );
}
