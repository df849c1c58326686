import { asItem } from "./compile-question";
import { LIMITS, RESERVED_NAMES } from "./definition-limits";
import type { SurveyDefinition } from "./definition-schema";
import type { DefinitionItem, SimpleQuestion } from "./element-schema";
import { defaultLanguage, localizedTexts } from "./localized";
import { type Problem, problem } from "./problem";
import { type Placed, walk } from "./walk-definition";

/** What a schema cannot say about one place alone: names, values, bounds, sections, texts. */
export function checkStructure(definition: SurveyDefinition): readonly Problem[] {
  const placed = walk(definition);
  return [
    ...names(definition, placed),
    ...sections(definition),
    ...placed.flatMap(containers),
    ...placed.flatMap(({ element, path }) =>
      element.type === "panel" || element.type === "paneldynamic" ? [] : answers(element, path),
    ),
    ...placed.flatMap((place) => panels(place, placed)),
    ...texts(definition),
  ];
}

function names(definition: SurveyDefinition, placed: readonly Placed[]): readonly Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  const take = (scope: string, name: string, path: string) => {
    if (RESERVED_NAMES.has(name)) problems.push(problem("reservedName", path, { name }));
    const first = taken.get(`${scope}/${name}`);
    if (first !== undefined) problems.push(problem("duplicateName", path, { name, first }));
    else taken.set(`${scope}/${name}`, path);
  };
  for (const [index, page] of definition.pages.entries()) take("page", page.name, `pages[${index}].name`);
  for (const { element, path, parent } of placed)
    take(parent ? `in/${parent.name}` : "top", element.name, `${path}.name`);
  return problems;
}

function sections(definition: SurveyDefinition): readonly Problem[] {
  const closed = new Set<string>();
  let open = "";
  return definition.pages.flatMap((page, index) => {
    const section = page.section ?? page.name;
    if (section === open) return [];
    closed.add(open);
    open = section;
    return closed.has(section) ? [problem("sectionSplit", `pages[${index}]`, { section })] : [];
  });
}

function containers({ element, path, depth, parent }: Placed): readonly Problem[] {
  const problems: Problem[] = [];
  if (depth >= LIMITS.depth) problems.push(problem("depth", path, { most: LIMITS.depth }));
  if (element.type === "paneldynamic" && parent) problems.push(problem("nestedRows", path));
  return problems;
}

function answers(element: SimpleQuestion, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  switch (element.type) {
    case "matrix":
      problems.push(...values(element.columns, `${path}.columns`), ...values(element.rows, `${path}.rows`));
      if ((element.requiredRows ?? 0) > element.rows.length) {
        problems.push(problem("outOfBounds", `${path}.requiredRows`, { bound: "<=", limit: element.rows.length }));
      }
      break;
    case "rating":
      if (element.rateValues) problems.push(...values(element.rateValues, `${path}.rateValues`));
      if ((element.rateMin ?? 1) >= (element.rateMax ?? 5)) problems.push(problem("boundsReversed", `${path}.rateMin`));
      break;
    case "radiogroup":
    case "dropdown":
      problems.push(...values(element.choices, `${path}.choices`));
      break;
    case "checkbox":
    case "tagbox":
    case "ranking": {
      problems.push(...values(element.choices, `${path}.choices`));
      const most = Math.min(element.maxSelectedChoices || element.choices.length, element.choices.length);
      if ((element.minSelectedChoices ?? 0) > most)
        problems.push(problem("boundsReversed", `${path}.minSelectedChoices`));
      break;
    }
    case "text":
      problems.push(...bounds(element, path));
      break;
    default:
      break;
  }
  return problems;
}

function values(items: readonly DefinitionItem[], path: string): readonly Problem[] {
  const seen = new Set<string>();
  const codes = new Set<string>();
  return items.map(asItem).flatMap(({ value, missing }, index) => {
    const place = `${path}[${index}]`;
    const problems: Problem[] = [];
    if (seen.has(String(value))) problems.push(problem("duplicateValue", place, { value }));
    if (RESERVED_NAMES.has(String(value)) && Object.hasOwn(Object.prototype, String(value))) {
      problems.push(problem("reservedName", place, { name: value }));
    }
    if (missing && codes.has(missing)) problems.push(problem("duplicateMissing", place, { code: missing }));
    if (missing) codes.add(missing);
    seen.add(String(value));
    return problems;
  });
}

const BOUND_OF: Readonly<Record<string, RegExp>> = { date: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/ };

function bounds(element: Extract<SimpleQuestion, { type: "text" }>, path: string): readonly Problem[] {
  const { min, max, inputType = "text" } = element;
  const fits = (bound: string | number | undefined) => {
    if (bound === undefined) return true;
    if (inputType === "number") return typeof bound === "number";
    return typeof bound === "string" && BOUND_OF[inputType]?.test(bound) === true;
  };
  const wrong = (["min", "max"] as const).filter((name) => !fits(element[name]));
  if (wrong.length > 0) return wrong.map((name) => problem("boundType", `${path}.${name}`, { inputType }));
  if (min !== undefined && max !== undefined && min > max) return [problem("boundsReversed", `${path}.min`)];
  return [];
}

function panels({ element, path }: Placed, placed: readonly Placed[]): readonly Problem[] {
  if (element.type !== "paneldynamic") return [];
  const { panelCount = 0, minPanelCount = 0, maxPanelCount = LIMITS.panels, keyName, panelsFrom } = element;
  const problems: Problem[] = [];
  if (panelCount > minPanelCount) problems.push(problem("panelCount", `${path}.panelCount`));
  if (minPanelCount > maxPanelCount) problems.push(problem("boundsReversed", `${path}.minPanelCount`));
  const inner = placed.filter((place) => place.parent === element && place.element.type !== "panel");
  if (keyName !== undefined && !inner.some((place) => place.element.name === keyName)) {
    problems.push(problem("unknownQuestion", `${path}.keyName`, { name: keyName }));
  }
  const source = placed.find((place) => place.parent === null && place.element.name === panelsFrom);
  if (panelsFrom !== undefined && !["ranking", "checkbox", "tagbox"].includes(source?.element.type ?? "")) {
    problems.push(problem("unknownQuestion", `${path}.panelsFrom`, { name: panelsFrom }));
  }
  return problems;
}

/** A tag or a comment of HTML; "3 < 4" is none. */
const TAG = /<[a-z!/]/i;

function texts(definition: SurveyDefinition): readonly Problem[] {
  const first = defaultLanguage(definition);
  return [...localizedTexts(definition)].flatMap(({ path, text }) => {
    const translations = typeof text === "string" ? [text] : Object.values(text);
    const problems = translations.some((translation) => TAG.test(translation)) ? [problem("html", path)] : [];
    if (typeof text !== "string" && !text.default && !text[first]) {
      problems.push(problem("missingDefaultText", path, { language: first }));
    }
    return problems;
  });
}
