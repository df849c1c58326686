import { Options } from "~/app/components/expert-form";
import { Field } from "~/app/components/field";
import { Part } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";
import type { StandingStep } from "~/db/schema/experts";

const STEPS = [
  "nominated",
  "preScreened",
  "preAccredited",
  "inFieldMissions",
  "accredited",
  "lapsed",
  "withdrawn",
] as const satisfies readonly StandingStep[];

interface StandingsPartProps {
  readonly standings: readonly {
    readonly key: string;
    readonly day: string;
    readonly date: string;
    readonly text: string;
    readonly note: string | null;
  }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly mayManage: boolean;
  readonly errors: Readonly<Record<string, readonly string[] | undefined>>;
  readonly typed: Readonly<Record<string, string>>;
}

/** Every dated step, and the form for the next one. */
export function StandingsPart({ standings, areas, mayManage, errors, typed }: StandingsPartProps) {
  const t = useTranslator();
  return (
    <Part id="standings" title={t("experts.person.standings")} note={t("experts.person.standingsNote")}>
      {standings.length === 0 ? (
        <p>{t("experts.person.noStandings")}</p>
      ) : (
        <ol className="timeline">
          {standings.map(({ key, day, date, text, note }) => (
            <li key={key}>
              <time dateTime={day}>{date}</time>
              <span>
                {text} {note && <small>{note}</small>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {mayManage && (
        <details open={Object.keys(errors).length > 0}>
          <summary>{t("experts.standing.add")}</summary>
          <form method="post" className="stack" noValidate>
            <input type="hidden" name="intent" value="standing" />
            <Field id="area" label={t("experts.standing.area")} errors={errors.area}>
              {(control) => (
                <Options
                  control={control}
                  value={typed.area ?? ""}
                  none={t("experts.standing.choose")}
                  options={areas}
                />
              )}
            </Field>
            <Field id="step" label={t("experts.standing.step")} errors={errors.step}>
              {(control) => (
                <Options
                  control={control}
                  value={typed.step ?? ""}
                  none={t("experts.standing.choose")}
                  options={STEPS.map((id) => ({ id, name: t(`experts.step.${id}`) }))}
                />
              )}
            </Field>
            <Field id="since" label={t("experts.standing.since")} errors={errors.since}>
              {(control) => <input {...control} className="input" type="date" defaultValue={typed.since} />}
            </Field>
            <Field id="stepNote" label={t("experts.standing.note")}>
              {(control) => <input {...control} name="note" className="input" defaultValue={typed.note} />}
            </Field>
            <p className="actions">
              <button className="button button-second" type="submit">
                {t("experts.standing.save")}
              </button>
            </p>
          </form>
        </details>
      )}
    </Part>
  );
}
