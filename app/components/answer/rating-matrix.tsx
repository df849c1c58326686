import { useTranslator } from "~/app/i18n/use-translator";
import type { MatrixControl, MatrixRowView, OptionView } from "~/surveys/light-form/section-view";
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
  const shared = { options: control.options, mark, year };
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
      {control.rows.map((row) => {
        const conflict = row.path === row.entry ? conflicts.get(row.entry) : undefined;
        if (row.errors.length === 0 && !conflict) return <Row key={row.path} row={row} {...shared} />;
        return (
          <div key={row.path} className="matrix-trouble has-error">
            <FieldError path={row.path} errors={row.errors} />
            <ConflictChoice conflict={conflict} />
            <Row row={row} {...shared} />
          </div>
        );
      })}
    </section>
  );
}

interface RowProps {
  readonly row: MatrixRowView;
  readonly options: readonly OptionView[];
  readonly mark: (option: OptionView) => string;
  readonly year: string | null;
}

function Row({ row, options, mark, year }: RowProps) {
  const t = useTranslator();
  return (
    <fieldset className="matrix-row" aria-describedby={row.errors.length > 0 ? `${row.path}-error` : undefined}>
      <legend>{row.label}</legend>
      <div className="matrix-choices">
        {options.map((option, index) => (
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
  );
}
