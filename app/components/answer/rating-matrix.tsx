import { useTranslator } from "~/app/i18n/use-translator";
import type { MatrixControl, OptionView } from "~/surveys/light-form/section-view";
import { ConflictChoice, type Conflicts } from "./conflict-choice";
import { FieldError } from "./field-error";

interface RatingMatrixProps {
  readonly control: MatrixControl;
  readonly year: string | null;
  readonly conflicts: Conflicts;
}

/** Several rows rated on one scale: a fieldset of plain radios per row, under one head where there is room. */
export function RatingMatrix({ control, year, conflicts }: RatingMatrixProps) {
  const t = useTranslator();
  const heading = `m-${control.path}`;
  const mark = (option: OptionView) =>
    option.missing === null ? String(option.place) : t(`answer.mark.${option.missing}`);
  return (
    <section className="matrix" aria-labelledby={heading}>
      <h2 id={heading}>{control.title}</h2>
      {control.hint && <p className="hint">{control.hint}</p>}
      <FieldError path={control.path} errors={control.errors} />
      <dl className="matrix-key">
        {control.options.map((option) => (
          <div key={option.value}>
            <dt>{mark(option)}</dt>
            <dd>{option.label}</dd>
          </div>
        ))}
      </dl>
      <div className="matrix-head" aria-hidden="true">
        <span />
        {control.options.map((option) => (
          <span key={option.value}>
            {option.missing === null && <b>{option.place}</b>}
            {option.label}
          </span>
        ))}
      </div>
      {control.rows.map((row) => (
        <fieldset
          key={row.path}
          className={row.errors.length > 0 || conflicts.has(row.entry) ? "matrix-row has-error" : "matrix-row"}
        >
          <legend>{row.label}</legend>
          <FieldError path={row.path} errors={row.errors} />
          {row.path === row.entry && <ConflictChoice conflict={conflicts.get(row.entry)} />}
          <div className="matrix-choices">
            {control.options.map((option, index) => (
              <label key={option.value} className={option.missing === null ? "choice" : "choice choice-other"}>
                <input
                  type="radio"
                  name={row.path}
                  value={option.value}
                  id={index === 0 ? row.path : undefined}
                  defaultChecked={row.chosen === option.value}
                />
                <span className="choice-mark">{mark(option)}</span>
                <span className="visually-hidden">{option.label}</span>
                {row.was === option.value && (
                  <span className="choice-was">
                    <span className="visually-hidden">{t("answer.was")}</span> {year}
                  </span>
                )}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
