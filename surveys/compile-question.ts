import type {
  ChoicesQuestion,
  DateQuestion,
  InnerQuestion,
  NumberQuestion,
  Option,
  Question,
  RankingQuestion,
  RowsQuestion,
  TextQuestion,
} from "./compiled";
import { DONT_KNOW, NOT_APPLICABLE } from "./compiled";
import { type Condition, conditionOf } from "./condition";
import { LIMITS } from "./definition-limits";
import type {
  DefinitionElement,
  DefinitionItem,
  DefinitionPanelDynamic,
  LocalizedText,
  SimpleQuestion,
} from "./element-schema";
import { type Labels, labels } from "./localized";
import { isGivenList } from "./semantics";

/** What a question inherits from where it stands. */
export interface Surroundings {
  readonly languages: readonly string[];
  readonly section: string;
  readonly page: string;
  readonly visibleIf: readonly Condition[];
  /** The repeated question around it. */
  readonly parent: DefinitionPanelDynamic | null;
}

/** Characters of a line of text and of a text box where the definition sets no bound. */
const LINE = 500;
const LINES = 2_000;
const EMAIL = 254;

type Of<T extends string> = Extract<SimpleQuestion, { type: T }>;

/** The question as checks and forms need it. */
export function compileQuestion(source: SimpleQuestion | DefinitionPanelDynamic, around: Surroundings): Question {
  return source.type === "paneldynamic" ? rowsQuestion(source, around) : simpleQuestion(source, around);
}

function simpleQuestion(source: SimpleQuestion, around: Surroundings): InnerQuestion {
  const base = baseOf(source, around);
  const { languages } = around;
  switch (source.type) {
    case "matrix": {
      const rows = source.rows.map((row) => {
        const { value, text, sameAs } = asItem(row);
        return { value: String(value), label: labels(text, languages, String(value)), sameAs: sameAs ?? null };
      });
      const requiredRows = source.eachRowRequired ? rows.length : (source.requiredRows ?? 0);
      return { ...base, kind: "matrix", rows, options: options(source.columns, languages), requiredRows };
    }
    case "radiogroup":
    case "dropdown": {
      const look = source.type === "dropdown" ? "list" : "radio";
      const opts = options(source.choices, languages);
      return { ...base, kind: "choice", look, options: opts, lowEnd: null, highEnd: null };
    }
    case "rating": {
      const lowEnd = optional(source.minRateDescription, languages);
      const highEnd = optional(source.maxRateDescription, languages);
      const steps = source.rateValues ?? range(source.rateMin ?? 1, source.rateMax ?? 5);
      return { ...base, kind: "choice", look: "scale", options: options(steps, languages), lowEnd, highEnd };
    }
    case "boolean": {
      const yes = labels(source.labelTrue, languages, "Yes");
      const no = labels(source.labelFalse, languages, "No");
      if (!source.labelTrue && languages.includes("fr")) yes.fr = "Oui";
      if (!source.labelFalse && languages.includes("fr")) no.fr = "Non";
      const opts: Option[] = [
        { value: false, label: no, code: 1, missing: null, sameAs: null },
        { value: true, label: yes, code: 2, missing: null, sameAs: null },
      ];
      return { ...base, kind: "choice", look: "yesNo", options: opts, lowEnd: null, highEnd: null };
    }
    case "checkbox":
    case "tagbox":
      return severalOf(source, "choices", base, languages);
    case "ranking":
      return severalOf(source, "ranking", base, languages);
    case "text":
      return textQuestion(source, base, languages);
    case "comment":
      return freeText(source, "lines", base, languages);
  }
}

function rowsQuestion(source: DefinitionPanelDynamic, around: Surroundings): RowsQuestion {
  const { languages } = around;
  const inside = { ...around, visibleIf: [], parent: source };
  const given = source.given !== undefined && isGivenList(source.given) ? source.given : null;
  const questions = flatten(source.templateElements, inside).flatMap(({ element, surroundings }) =>
    element.type === "paneldynamic" ? [] : [simpleQuestion(element, surroundings)],
  );
  return {
    ...baseOf(source, around),
    kind: "rows",
    given,
    questions,
    min: given ? 0 : (source.minPanelCount ?? 0),
    max: Math.min(source.maxPanelCount ?? LIMITS.panels, LIMITS.panels),
    keyName: source.keyName ?? null,
    panelsFrom: source.panelsFrom ?? null,
    usualRows: source.usualRows ?? null,
    rowTitle: optional(source.templateTitle, languages),
    addText: optional(source.addPanelText, languages),
    removeText: optional(source.removePanelText, languages),
    noRowsText: optional(source.noEntriesText, languages),
  };
}

/** Questions of a list of elements in order, panels opened, each with what it inherits. */
export function flatten(
  elements: readonly DefinitionElement[],
  around: Surroundings,
): readonly { readonly element: SimpleQuestion | DefinitionPanelDynamic; readonly surroundings: Surroundings }[] {
  return elements.flatMap((element) => {
    if (element.type !== "panel") return [{ element, surroundings: around }];
    const visibleIf = element.visibleIf ? [...around.visibleIf, conditionOf(element.visibleIf)] : around.visibleIf;
    return flatten(element.elements, { ...around, visibleIf });
  });
}

function baseOf(source: SimpleQuestion | DefinitionPanelDynamic, around: Surroundings) {
  const { languages, parent } = around;
  return {
    name: source.name,
    key: parent ? `${parent.name}/${source.name}` : source.name,
    title: labels(source.title, languages, source.name),
    description: optional(source.description, languages),
    titleShown: source.titleLocation !== "hidden",
    section: around.section,
    page: around.page,
    measure: (parent ? parent.measure : source.measure) ?? null,
    field: source.field ?? null,
    unit: source.unit ?? null,
    lastYear: source.lastYear ?? parent?.lastYear ?? false,
    seriesBreak: source.seriesBreak ?? parent?.seriesBreak ?? false,
    sameAs: continued(source.sameAs, source.name, parent),
    // As in survey-core, a condition takes the place of the plain mark.
    required: source.requiredIf ? false : (source.isRequired ?? false),
    requiredIf: source.requiredIf ? conditionOf(source.requiredIf) : null,
    requiredMessage: optional(source.requiredErrorText, languages),
    visibleIf: source.visibleIf ? [...around.visibleIf, conditionOf(source.visibleIf)] : around.visibleIf,
    enableIf: source.enableIf ? conditionOf(source.enableIf) : null,
  };
}

/** Inside panels, a renaming of the panel carries over to its questions; theirs alone stays within the panel. */
function continued(sameAs: string | undefined, name: string, parent: DefinitionPanelDynamic | null): string | null {
  if (!parent) return sameAs ?? null;
  if (sameAs?.includes("/")) return sameAs;
  if (!sameAs && !parent.sameAs) return null;
  return `${parent.sameAs ?? parent.name}/${sameAs ?? name}`;
}

function severalOf(
  source: Of<"checkbox" | "tagbox" | "ranking">,
  kind: "choices" | "ranking",
  base: ReturnType<typeof baseOf>,
  languages: readonly string[],
): ChoicesQuestion | RankingQuestion {
  const opts = options(source.choices, languages);
  const whole = source.type === "ranking" && !source.selectToRankEnabled;
  const min = whole ? opts.length : (source.minSelectedChoices ?? 0);
  const max = source.maxSelectedChoices && !whole ? source.maxSelectedChoices : opts.length;
  // As in survey-core, a least number of choices asks for an answer by itself.
  return { ...base, required: base.required || (min > 0 && !whole), kind, options: opts, min, max };
}

function textQuestion(
  source: Of<"text">,
  base: ReturnType<typeof baseOf>,
  languages: readonly string[],
): InnerQuestion {
  const numeric = source.validators?.filter((validator) => validator.type === "numeric") ?? [];
  if (source.inputType === "number") {
    const lower = [source.min, ...numeric.map((validator) => validator.minValue)].filter(
      (bound) => typeof bound === "number",
    );
    const upper = [source.max, ...numeric.map((validator) => validator.maxValue)].filter(
      (bound) => typeof bound === "number",
    );
    const question: NumberQuestion = {
      ...base,
      kind: "number",
      min: lower.length ? Math.max(...lower) : null,
      max: upper.length ? Math.min(...upper) : null,
      integer: source.step === 1,
    };
    return question;
  }
  if (source.inputType === "date" || source.inputType === "month") {
    const question: DateQuestion = {
      ...base,
      kind: "date",
      precision: source.inputType === "date" ? "day" : "month",
      min: typeof source.min === "string" ? source.min : null,
      max: typeof source.max === "string" ? source.max : null,
    };
    return question;
  }
  const email = source.inputType === "email" || source.validators?.some((validator) => validator.type === "email");
  return freeText(source, email ? "email" : "line", base, languages);
}

function freeText(
  source: Of<"text" | "comment">,
  look: TextQuestion["look"],
  base: ReturnType<typeof baseOf>,
  languages: readonly string[],
): TextQuestion {
  const usual = look === "lines" ? LINES : look === "email" ? EMAIL : LINE;
  const rules = source.validators?.filter((validator) => validator.type === "text") ?? [];
  const most = [source.maxLength, ...rules.map((rule) => rule.maxLength)].filter(
    (length) => length !== undefined && length > 0,
  );
  return {
    ...base,
    kind: "text",
    look,
    minLength: Math.max(0, ...rules.map((rule) => rule.minLength ?? 0)),
    maxLength: most.length ? Math.min(...most.map(Number)) : usual,
    placeholder: optional(source.placeholder, languages),
    autocomplete: source.type === "text" ? (source.autocomplete ?? null) : null,
  };
}

function options(items: readonly DefinitionItem[], languages: readonly string[]): Option[] {
  let ordinal = 0;
  return items.map(asItem).map(({ value, text, missing, sameAs }) => ({
    value,
    label: labels(text, languages, String(value)),
    code: missing ? (missing === "notApplicable" ? NOT_APPLICABLE : DONT_KNOW) : ++ordinal,
    missing: missing ?? null,
    sameAs: sameAs ?? null,
  }));
}

type ItemObject = Exclude<DefinitionItem, string | number>;

/** A row, column or choice written short as its value alone, or in full. */
export function asItem(item: DefinitionItem): ItemObject {
  return typeof item === "object" ? item : { value: item };
}

function optional(text: LocalizedText | undefined, languages: readonly string[]): Labels | null {
  return text === undefined || text === "" ? null : labels(text, languages, "");
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
