import { asItem } from "./compile-question";
import { type Comparison, parseCondition } from "./condition";
import type { SurveyDefinition } from "./definition-schema";
import type { DefinitionItem, LocalizedText } from "./element-schema";
import { localizedTexts } from "./localized";
import { type Problem, problem } from "./problem";
import { type Placed, walk } from "./walk-definition";

export interface ConditionFindings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Names that a place may ask for. */
interface Scope {
  /** Where the place stands in the order of elements; what decides about visibility must come before. */
  readonly order: number;
  readonly parent: Placed["parent"];
}

/**
 * Conditions and placeholders: readable, without functions, about questions that are there. Whether something is
 * shown may depend only on what comes before it: then visibility has one meaning, page by page too.
 */
export function checkConditions(definition: SurveyDefinition): ConditionFindings {
  const placed = walk(definition);
  const problems: Problem[] = [];
  const warnings: Problem[] = [];

  const condition = (text: string | undefined, path: string, scope: Scope, mayLookAhead: boolean) => {
    if (text === undefined || text === "") return;
    const parsed = parseCondition(text);
    if (!parsed.ok) {
      problems.push(problem(parsed.code, path, { text: text.slice(0, 80) }));
      return;
    }
    for (const name of parsed.condition.names) {
      const order = orderOf(name, scope, placed);
      if (order === undefined) problems.push(problem("conditionUnknownName", path, { name: name.slice(0, 80) }));
      else if (!mayLookAhead && order >= scope.order) problems.push(problem("conditionLaterName", path, { name }));
    }
    warnings.push(
      ...parsed.comparisons.filter((pair) => !answerable(pair, scope, placed)).map((pair) => odd(pair, path)),
    );
  };

  for (const [index, page] of definition.pages.entries()) {
    const order = placed.findIndex((place) => place.path.startsWith(`pages[${index}].`));
    condition(page.visibleIf, `pages[${index}].visibleIf`, { order, parent: null }, false);
    problems.push(...placeholders(ownTexts({ ...page, elements: [] }), `pages[${index}]`, null, placed));
  }
  for (const [order, { element, path, parent }] of placed.entries()) {
    const scope = { order, parent };
    condition(element.visibleIf, `${path}.visibleIf`, scope, false);
    if (element.type !== "panel") {
      condition(element.requiredIf, `${path}.requiredIf`, scope, true);
      condition(element.enableIf, `${path}.enableIf`, scope, true);
    }
    const panels = element.type === "paneldynamic" ? element : null;
    const own =
      element.type === "panel" ? { ...element, elements: [] } : panels ? { ...panels, templateElements: [] } : element;
    problems.push(...placeholders(ownTexts(own), path, panels, placed));
  }
  return { problems, warnings };
}

/** Position of the element that a name means, or `undefined` if there is none: `q`, `matrix.row`, `panel.field`. */
function orderOf(name: string, scope: Scope, placed: readonly Placed[]): number | undefined {
  const [first = "", second, ...rest] = name.split(".");
  if (rest.length > 0 && !(first !== "panel" && second !== undefined)) return undefined;
  if (first === "panel") {
    if (!scope.parent || second === undefined) return undefined;
    const index = placed.findIndex(
      (place) => place.parent === scope.parent && isQuestion(place) && place.element.name === second,
    );
    if (index >= 0) return index;
    return scope.parent.given !== undefined && /^[a-zA-Z][a-zA-Z0-9]*$/.test(second) ? -1 : undefined;
  }
  const index = placed.findIndex((place) => place.parent === null && isQuestion(place) && place.element.name === first);
  const element = placed[index]?.element;
  if (element === undefined) return undefined;
  if (second === undefined) return element === scope.parent ? placed.length : index;
  const row = [second, ...rest].join(".");
  return element.type === "matrix" && element.rows.some((item) => String(asItem(item).value) === row)
    ? index
    : undefined;
}

function isQuestion(place: Placed): boolean {
  return place.element.type !== "panel";
}

function answerable({ name, value }: Comparison, scope: Scope, placed: readonly Placed[]): boolean {
  const order = orderOf(name, scope, placed);
  const element = order === undefined ? undefined : placed[order]?.element;
  const offered: readonly DefinitionItem[] | undefined =
    element === undefined || !("type" in element)
      ? undefined
      : element.type === "matrix"
        ? element.columns
        : "choices" in element
          ? element.choices
          : undefined;
  return offered === undefined || offered.some((item) => String(asItem(item).value) === String(value));
}

function odd({ name, value }: Comparison, path: string): Problem {
  return problem("conditionValue", path, { name, value: String(value) });
}

type Texts = readonly { readonly path: string; readonly text: LocalizedText }[];

/** Texts of an element itself; what it holds speaks for itself. */
function ownTexts(element: unknown): Texts {
  return [...localizedTexts(element)];
}

/** Names that a panel's title can show: questions of the panel, given fields, its number. Other texts show none. */
function placeholders(
  texts: Texts,
  owner: string,
  panels: Placed["parent"],
  placed: readonly Placed[],
): readonly Problem[] {
  return texts.flatMap(({ path, text }) => {
    const translations = typeof text === "string" ? [text] : Object.values(text);
    const names = translations.flatMap((translation) =>
      [...translation.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""),
    );
    const scope: Scope = { order: placed.length, parent: path === "templateTitle" ? panels : null };
    const known = (name: string) =>
      scope.parent !== null &&
      (name === "panelIndex" || (name.startsWith("panel.") && orderOf(name, scope, placed) !== undefined));
    return [...new Set(names)]
      .filter((name) => !known(name))
      .map((name) => problem("unknownPlaceholder", `${owner}.${path}`, { name: name.slice(0, 80) }));
  });
}
