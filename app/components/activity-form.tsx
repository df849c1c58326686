import { Options } from "~/app/components/expert-form";
import { Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import type { FormErrors } from "~/app/http/respond";
import { useTranslator } from "~/app/i18n/use-translator";

interface Option {
  readonly id: string;
  readonly name: string;
}

interface ActivityFormProps {
  /** Text by field; marks are ids separated by spaces. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  readonly options: {
    readonly forms: readonly Option[];
    readonly scopes: readonly Option[];
    readonly topics: readonly Option[];
    readonly members: readonly Option[];
    readonly cycles: readonly Option[];
    readonly centres: readonly Option[];
    readonly funders: readonly Option[];
    readonly languages: readonly Option[];
    readonly experts: readonly Option[];
    readonly zones: readonly string[];
  };
}

/** An activity as the office writes it down: a new one, or one to be changed. */
export function ActivityForm({ values, errors, options }: ActivityFormProps) {
  const t = useTranslator();
  const none = t("workshops.form.none");
  return (
    <form method="post" noValidate>
      <input type="hidden" name="revision" value={values.revision ?? "0"} />
      <Part id="what" title={t("workshops.form.what")}>
        <Field id="title" label={t("workshops.form.title")} errors={errors.title}>
          {(control) => <input {...control} className="input input-wide" defaultValue={values.title} maxLength={300} />}
        </Field>
        <Field id="form" label={t("workshops.form.kind")} errors={errors.form}>
          {(control) => <Options control={control} value={values.form ?? "workshop"} options={options.forms} />}
        </Field>
        <Field id="scope" label={t("workshops.form.scope")} errors={errors.scope}>
          {(control) => <Options control={control} value={values.scope ?? "national"} options={options.scopes} />}
        </Field>
        <Field id="cycleId" label={t("workshops.form.cycle")} errors={errors.cycleId}>
          {(control) => (
            <Options
              control={control}
              value={values.cycleId ?? ""}
              none={t("workshops.form.cycleByDate")}
              options={options.cycles}
            />
          )}
        </Field>
        <Marks
          name="topicIds"
          legend={t("workshops.form.topics")}
          chosen={values.topicIds}
          options={options.topics}
          errors={errors.topicIds}
        />
        <Marks
          name="memberIds"
          legend={t("workshops.form.members")}
          hint={t("workshops.form.membersHint")}
          chosen={values.memberIds}
          options={options.members}
          errors={errors.memberIds}
        />
        <Field id="funderId" label={t("workshops.form.funder")} errors={errors.funderId}>
          {(control) => (
            <Options control={control} value={values.funderId ?? ""} none={none} options={options.funders} />
          )}
        </Field>
      </Part>
      <Part id="where" title={t("workshops.form.whenWhere")}>
        <Field id="startsOn" label={t("workshops.form.startsOn")} errors={errors.startsOn}>
          {(control) => <input {...control} className="input" type="date" defaultValue={values.startsOn} />}
        </Field>
        <Field
          id="endsOn"
          label={t("workshops.form.endsOn")}
          hint={t("workshops.form.endsHint")}
          errors={errors.endsOn}
        >
          {(control) => <input {...control} className="input" type="date" defaultValue={values.endsOn} />}
        </Field>
        <Field id="place" label={t("workshops.form.place")} hint={t("workshops.form.placeHint")} errors={errors.place}>
          {(control) => <input {...control} className="input" defaultValue={values.place} maxLength={200} />}
        </Field>
        <Field id="hostMemberId" label={t("workshops.form.host")} errors={errors.hostMemberId}>
          {(control) => (
            <Options control={control} value={values.hostMemberId ?? ""} none={none} options={options.members} />
          )}
        </Field>
        <Field id="trainingCentreId" label={t("workshops.form.centre")} errors={errors.trainingCentreId}>
          {(control) => (
            <Options control={control} value={values.trainingCentreId ?? ""} none={none} options={options.centres} />
          )}
        </Field>
        <Field
          id="timeZone"
          label={t("workshops.form.zone")}
          hint={t("workshops.form.zoneHint")}
          errors={errors.timeZone}
        >
          {(control) => (
            <input {...control} className="input" defaultValue={values.timeZone} list="zones" spellCheck={false} />
          )}
        </Field>
        <datalist id="zones">
          {options.zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <Marks
          name="languages"
          legend={t("workshops.form.languages")}
          chosen={values.languages}
          options={options.languages}
          errors={errors.languages}
        />
      </Part>
      <Part id="programme" title={t("workshops.form.programme")} note={t("workshops.programme.note")}>
        {(["objectives", "sessions"] as const).map((list) => (
          <Field
            key={list}
            id={list}
            label={t(`workshops.form.${list}`)}
            hint={t("workshops.form.linesHint")}
            errors={errors[list]}
          >
            {(control) => <textarea {...control} className="input input-wide" rows={5} defaultValue={values[list]} />}
          </Field>
        ))}
      </Part>
      <Part id="facilitators" title={t("workshops.form.facilitators")}>
        {options.experts.length > 0 && (
          <Marks
            name="expertIds"
            legend={t("workshops.form.experts")}
            chosen={values.expertIds}
            options={options.experts}
            errors={errors.expertIds}
          />
        )}
        <Field id="named" label={t("workshops.form.named")} hint={t("workshops.form.namedHint")} errors={errors.named}>
          {(control) => <textarea {...control} className="input" rows={3} defaultValue={values.named} />}
        </Field>
        <p className="actions">
          <button className="button" type="submit">
            {t("workshops.form.save")}
          </button>
        </p>
      </Part>
    </form>
  );
}

/** Several of a list, folded away until something of it is marked. */
function Marks({
  name,
  legend,
  hint,
  chosen = "",
  options,
  errors,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly chosen?: string | undefined;
  readonly options: readonly Option[];
  readonly errors?: readonly string[] | undefined;
}) {
  const marked = new Set(chosen.split(" ").filter(Boolean));
  return (
    <details className={errors ? "field has-error" : "field"} open={marked.size > 0 || errors !== undefined}>
      <summary>{legend}</summary>
      {hint && <p className="hint">{hint}</p>}
      {errors && <p className="field-error">{errors.join(" ")}</p>}
      <fieldset>
        <legend className="visually-hidden">{legend}</legend>
        <div className="check-columns">
          {options.map((option, index) => (
            <label key={option.id} className="check">
              <input
                type="checkbox"
                name={name}
                id={index === 0 ? name : undefined}
                value={option.id}
                defaultChecked={marked.has(option.id)}
              />{" "}
              {option.name}
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
