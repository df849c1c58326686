import { useTranslator } from "~/app/i18n/use-translator";
import type {
  ChoiceControl,
  ChoicesControl,
  InnerControl,
  LineControl,
  LinesControl,
  OptionView,
  RankingControl,
} from "~/surveys/light-form/section-view";
import { ConflictChoice, type Conflicts } from "./conflict-choice";
import { FieldError, wrongAttributes } from "./field-error";
import { RatingMatrix } from "./rating-matrix";

interface ControlProps<Kind> {
  readonly control: Kind;
  readonly year: string | null;
  readonly conflicts: Conflicts;
  /** Stands before the title: the panel's own title, where one question is all that the panel asks. */
  readonly lead?: string;
}

/** Choices beyond this many fold away under what is chosen. */
const FOLDED_FROM = 16;

/** One question of the light form. */
export function Control(props: ControlProps<InnerControl>) {
  const { control, year, conflicts } = props;
  switch (control.kind) {
    case "matrix":
      return <RatingMatrix control={control} year={year} conflicts={conflicts} />;
    case "choice":
      return control.look === "list" ? <List {...props} control={control} /> : <Choice {...props} control={control} />;
    case "choices":
      return <Choices {...props} control={control} />;
    case "ranking":
      return <Ranking {...props} control={control} />;
    case "line":
    case "lines":
      return <Text {...props} control={control} />;
  }
}

function Title({ control, lead }: Pick<ControlProps<InnerControl>, "control" | "lead">) {
  const t = useTranslator();
  return (
    <>
      {lead ? (
        <>
          {lead} <span className="lead-title">{control.title}</span>
        </>
      ) : (
        control.title
      )}
      {control.required && <span className="muted"> {t("answer.required")}</span>}
    </>
  );
}

function Hint({ control }: { readonly control: InnerControl }) {
  return control.hint ? <p className="hint">{control.hint}</p> : null;
}

const rowClass = (control: InnerControl, conflicts: Conflicts) =>
  control.errors.length > 0 || (control.path === control.entry && conflicts.has(control.entry))
    ? "question has-error"
    : "question";

function Conflict({ control, conflicts }: { readonly control: InnerControl; readonly conflicts: Conflicts }) {
  return control.path === control.entry ? <ConflictChoice conflict={conflicts.get(control.entry)} /> : null;
}

function Choice({ control, year, conflicts, lead }: ControlProps<ChoiceControl>) {
  const t = useTranslator();
  const scale = control.look === "scale";
  const marks = scale && control.options.length <= 7;
  return (
    <fieldset className={rowClass(control, conflicts)}>
      <legend>
        <Title control={control} {...(lead === undefined ? {} : { lead })} />
      </legend>
      <Hint control={control} />
      <FieldError path={control.path} errors={control.errors} />
      <Conflict control={control} conflicts={conflicts} />
      <div className={marks ? "scale" : undefined}>
        {control.options.map((option, index) => {
          const was = option.was && year !== null && (
            <span className="choice-was">
              <span className="visually-hidden">{t("answer.was")}</span> {year}
            </span>
          );
          return marks ? (
            // biome-ignore lint/a11y/noLabelWithoutControl: the radio stands in it
            <label key={option.value} className={option.missing === null ? "choice" : "choice choice-other"}>
              <Radio control={control} option={option} first={index === 0} />
              <span className="choice-mark">{option.place ?? "?"}</span>
              <span>{option.label === String(option.place) ? endOf(control, index) : option.label}</span>
              {was}
            </label>
          ) : (
            // biome-ignore lint/a11y/noLabelWithoutControl: the radio stands in it
            <label key={option.value} className="check">
              <Radio control={control} option={option} first={index === 0} />
              <span>
                {option.label}
                {was}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

interface RadioProps {
  readonly control: ChoiceControl;
  readonly option: OptionView;
  /** The first one bears the place's id, where errors lead to. */
  readonly first: boolean;
}

function Radio({ control, option, first }: RadioProps) {
  return (
    <input
      type="radio"
      name={control.path}
      value={option.value}
      id={first ? control.path : undefined}
      defaultChecked={option.chosen}
      {...wrongAttributes(control.path, control.errors)}
    />
  );
}

const endOf = (control: ChoiceControl, index: number) =>
  index === 0 ? control.lowEnd : index === control.options.length - 1 ? control.highEnd : null;

function List({ control, conflicts, lead }: ControlProps<ChoiceControl>) {
  const t = useTranslator();
  return (
    <div className={rowClass(control, conflicts)}>
      <label className="label" htmlFor={control.path}>
        <Title control={control} {...(lead === undefined ? {} : { lead })} />
      </label>
      <Hint control={control} />
      <FieldError path={control.path} errors={control.errors} />
      <Conflict control={control} conflicts={conflicts} />
      <select
        className="input"
        id={control.path}
        name={control.path}
        defaultValue={control.options.find((option) => option.chosen)?.value ?? ""}
        {...wrongAttributes(control.path, control.errors)}
      >
        <option value="">{t("answer.choose")}</option>
        {control.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Choices({ control, conflicts, lead }: ControlProps<ChoicesControl>) {
  const t = useTranslator();
  const chosen = control.options.filter((option) => option.chosen).map(({ label }) => label);
  const list = (
    <div className="check-list">
      {control.options.map((option, index) => (
        <label key={option.value} className="check">
          <input
            type="checkbox"
            name={control.path}
            value={option.value}
            id={index === 0 ? control.path : undefined}
            defaultChecked={option.chosen}
            {...wrongAttributes(control.path, control.errors)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
  return (
    <fieldset className={rowClass(control, conflicts)}>
      <legend>
        <Title control={control} {...(lead === undefined ? {} : { lead })} />
      </legend>
      <Hint control={control} />
      <FieldError path={control.path} errors={control.errors} />
      <Conflict control={control} conflicts={conflicts} />
      {control.options.length < FOLDED_FROM ? (
        list
      ) : (
        <details open={control.errors.length > 0}>
          <summary>
            {chosen.length > 0 ? t.list(chosen) : t("answer.chooseFrom", { count: control.options.length })}
          </summary>
          {list}
        </details>
      )}
    </fieldset>
  );
}

function Ranking({ control, year, conflicts, lead }: ControlProps<RankingControl>) {
  const t = useTranslator();
  const before = control.options.filter((option) => option.was).map(({ label }) => label);
  return (
    <fieldset className={rowClass(control, conflicts)}>
      <legend>
        <Title control={control} {...(lead === undefined ? {} : { lead })} />
      </legend>
      <Hint control={control} />
      <FieldError path={control.path} errors={control.errors} />
      <Conflict control={control} conflicts={conflicts} />
      <div>
        {before.length > 0 && year !== null && (
          <p className="hint">{t("answer.wasList", { year, list: t.list(before) })}</p>
        )}
        {control.places.map((chosen, index) => {
          const id = index === 0 ? control.path : `${control.path}-${index + 1}`;
          return (
            <p key={id} className="place">
              <label htmlFor={id}>{t("answer.place", { place: index + 1 })}</label>
              <select
                className="input"
                id={id}
                name={control.path}
                defaultValue={chosen}
                {...wrongAttributes(control.path, control.errors)}
              >
                <option value="">{t("answer.choose")}</option>
                {control.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </p>
          );
        })}
      </div>
    </fieldset>
  );
}

function Text({ control, conflicts, lead }: ControlProps<LineControl | LinesControl>) {
  const t = useTranslator();
  const wrong = wrongAttributes(control.path, control.errors);
  return (
    <div className={rowClass(control, conflicts)}>
      <label className="label" htmlFor={control.path}>
        <Title control={control} {...(lead === undefined ? {} : { lead })} />
      </label>
      <Hint control={control} />
      <FieldError path={control.path} errors={control.errors} />
      <Conflict control={control} conflicts={conflicts} />
      {control.kind === "lines" ? (
        <textarea
          className="input"
          id={control.path}
          name={control.path}
          rows={4}
          maxLength={control.maxLength}
          defaultValue={control.value}
          {...wrong}
        />
      ) : (
        <input
          className={control.type === "number" ? "input input-short" : "input"}
          id={control.path}
          name={control.path}
          type={control.type === "number" ? "text" : control.type}
          inputMode={control.type === "number" ? "decimal" : undefined}
          maxLength={control.maxLength ?? undefined}
          placeholder={control.type === "month" ? t("answer.monthForm") : undefined}
          autoComplete={control.autocomplete ?? "off"}
          defaultValue={control.value}
          {...wrong}
        />
      )}
    </div>
  );
}
