import { isPlainObject, own } from "../answer-document";
import type { InnerQuestion, Option } from "../compiled";
import { fieldText, fieldTexts, spelled } from "./raw-answers";
import type { SectionState } from "./section-state";
import type { InnerControl, OptionView } from "./section-view";
import { optionalText, textIn } from "./text-in";

interface ControlPlace {
  readonly path: string;
  readonly entry: string;
  readonly raw: unknown;
  readonly was: unknown;
  /** For the conditions under which it is required. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly state: SectionState;
}

/** One question as the light form draws it. */
export function describeControl(question: InnerQuestion, place: ControlPlace): InnerControl {
  const { path, entry, raw, was, values, state } = place;
  const { language, errors } = state;
  const shown = {
    path,
    entry,
    title: textIn(question.title, language),
    titleShown: question.titleShown,
    hint: optionalText(question.description, language),
    required: question.required || (question.requiredIf?.holds(values) ?? false),
    errors: errors.get(path) ?? [],
  };
  switch (question.kind) {
    case "matrix": {
      const atTop = entry === path;
      const answers = isPlainObject(raw) ? raw : {};
      const before = isPlainObject(was) ? was : {};
      const cell = (cells: Readonly<Record<string, unknown>>, row: string) => fieldText(own(cells, row)) || null;
      const rows = question.rows.map((row) => ({
        path: `${path}/${row.value}`,
        entry: atTop ? `${path}/${row.value}` : entry,
        label: textIn(row.label, language),
        chosen: cell(answers, row.value),
        was: cell(before, row.value),
        errors: errors.get(`${path}/${row.value}`) ?? [],
      }));
      return { ...shown, kind: "matrix", options: optionViews(question.options, [], [], language), rows };
    }
    case "choice": {
      const options = optionViews(question.options, [fieldText(raw)], [fieldText(was)], language);
      const ends = {
        lowEnd: optionalText(question.lowEnd, language),
        highEnd: optionalText(question.highEnd, language),
      };
      return { ...shown, kind: "choice", look: question.look, options, ...ends };
    }
    case "choices":
      return {
        ...shown,
        kind: "choices",
        options: optionViews(question.options, fieldTexts(raw), fieldTexts(was), language),
      };
    case "ranking": {
      const chosen = fieldTexts(raw);
      const options = optionViews(question.options, chosen, fieldTexts(was), language);
      const places = Array.from({ length: question.max }, (_, index) => chosen[index] ?? "");
      return { ...shown, kind: "ranking", options, places };
    }
    case "text":
      return question.look === "lines"
        ? { ...shown, kind: "lines", value: fieldText(raw), maxLength: question.maxLength }
        : {
            ...shown,
            kind: "line",
            type: question.look === "email" ? "email" : "text",
            value: fieldText(raw),
            maxLength: question.maxLength,
            min: null,
            max: null,
            autocomplete: question.autocomplete,
          };
    case "number":
    case "date":
      return {
        ...shown,
        kind: "line",
        type: question.kind === "number" ? "number" : question.precision === "day" ? "date" : "month",
        value: fieldText(raw),
        maxLength: null,
        min: question.min === null ? null : String(question.min),
        max: question.max === null ? null : String(question.max),
        autocomplete: null,
      };
  }
}

function optionViews(
  options: readonly Option[],
  chosen: readonly string[],
  was: readonly string[],
  language: string,
): readonly OptionView[] {
  return options.map((option) => ({
    value: spelled(option),
    label: textIn(option.label, language),
    place: option.missing === null ? option.code : null,
    missing: option.missing,
    chosen: chosen.includes(spelled(option)),
    was: was.includes(spelled(option)),
  }));
}
