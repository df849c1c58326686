import { useTranslator } from "~/app/i18n/use-translator";
import type { RowsControl } from "~/surveys/light-form/section-view";
import { ConflictChoice, type Conflicts } from "./conflict-choice";
import { Control } from "./control";
import { FieldError } from "./field-error";

interface PanelsProps {
  readonly control: RowsControl;
  readonly year: string | null;
  readonly conflicts: Conflicts;
}

/** A repeated question: a panel for each given row, or people's own ones with buttons that add and take away. */
export function Panels({ control, year, conflicts }: PanelsProps) {
  const t = useTranslator();
  const heading = `p-${control.path}`;
  const single = !control.own && control.panels.every((panel) => panel.controls.length === 1);
  return (
    <section className="panels" aria-labelledby={heading} id={control.path}>
      <h2 id={heading}>{control.title}</h2>
      {control.hint && <p className="hint">{control.hint}</p>}
      <FieldError path={control.path} errors={control.errors} />
      {control.panels.length === 0 && control.emptyText && <p className="muted">{control.emptyText}</p>}
      {control.panels.map((panel) => {
        const [only] = panel.controls;
        if (single && only) {
          return (
            <div key={panel.path}>
              <ConflictChoice conflict={conflicts.get(panel.path)} />
              <Control control={only} year={year} conflicts={conflicts} lead={panel.title} />
            </div>
          );
        }
        return (
          <fieldset key={panel.path} className="panel" id={panel.path}>
            <legend>{panel.title}</legend>
            {panel.at !== null && <input type="hidden" name={control.path} value={`${panel.key}:${panel.at}`} />}
            <ConflictChoice conflict={conflicts.get(panel.path)} />
            {panel.controls.map((inner) => (
              <Control key={inner.path} control={inner} year={year} conflicts={conflicts} />
            ))}
            {control.canRemove && (
              <button type="submit" className="button-plain" name="do" value={`remove:${panel.path}`}>
                {control.removeText ?? t("answer.remove")} <span className="visually-hidden">{panel.title}</span>
              </button>
            )}
          </fieldset>
        );
      })}
      {control.canAdd && (
        <p>
          <button type="submit" className="button button-second" name="do" value={`add:${control.path}`}>
            {control.addText ?? t("answer.add")}
          </button>
        </p>
      )}
    </section>
  );
}
