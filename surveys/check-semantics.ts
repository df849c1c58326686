import { asItem } from "./compile-question";
import type { SurveyDefinition } from "./definition-schema";
import type { DefinitionPanelDynamic, SimpleQuestion } from "./element-schema";
import { type Problem, problem } from "./problem";
import { GIVEN_LISTS, isGivenList, isMeasure, MEASURES, UNIT_OF_FIELD, UNIT_OF_MEASURE } from "./semantics";
import { type Placed, walk } from "./walk-definition";

export interface SemanticFindings {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** What the questions say they measure: refused where the analysis would misread it, warned of where it sees nothing. */
export function checkSemantics(definition: SurveyDefinition): SemanticFindings {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const placed = walk(definition);
  for (const place of placed) {
    const { element, path, parent } = place;
    if (element.type === "panel") continue;
    if (element.type === "paneldynamic") problems.push(...given(element, path));
    if (!parent) problems.push(...scaleOf(element, path));
    problems.push(...unitOf(place));
    if (element.type === "ranking" && element.choices.some((choice) => asItem(choice).missing)) {
      problems.push(problem("missingInRanking", `${path}.choices`));
    }
    warnings.push(...vocabulary(place));
  }
  warnings.push(...fieldsTwice(placed));
  problems.push(...requiredTopics(definition));
  return { problems, warnings };
}

function given(element: DefinitionPanelDynamic, path: string): readonly Problem[] {
  const { measure } = element;
  const expected = Object.entries(GIVEN_LISTS).find(([, listMeasure]) => listMeasure === measure)?.[0];
  if (element.given === undefined) {
    return expected && measure ? [problem("givenMissing", path, { measure, list: expected })] : [];
  }
  if (!isGivenList(element.given)) {
    return [
      problem("givenUnknown", `${path}.given`, { list: element.given, allowed: Object.keys(GIVEN_LISTS).join(", ") }),
    ];
  }
  const problems: Problem[] = [];
  const owner = GIVEN_LISTS[element.given];
  if (measure !== undefined && isMeasure(measure) && measure !== owner) {
    problems.push(problem("givenMeasure", `${path}.given`, { list: element.given, measure: owner }));
  }
  for (const name of ["allowAddPanel", "allowRemovePanel"] as const) {
    if (element[name] === true) problems.push(problem("givenAddRemove", `${path}.${name}`, { name }));
  }
  return problems;
}

/** Points of the scales of importance and capability; bounds of the scores depend on it. */
const SCALE_POINTS = 5;

/** Ratings of topics are subtracted from each other, so their scale must be the numbers that the method expects. */
function scaleOf(element: SimpleQuestion | DefinitionPanelDynamic, path: string): readonly Problem[] {
  const { measure } = element;
  if (measure === "topFive" && element.type !== "ranking") {
    return [problem("measureType", `${path}.type`, { measure, allowed: "ranking" })];
  }
  if (measure !== "importance" && measure !== "capability") return [];
  if (element.type !== "matrix") return [problem("measureType", `${path}.type`, { measure, allowed: "matrix" })];
  const values = element.columns.map(asItem).filter((column) => !column.missing);
  const expected = values.length === SCALE_POINTS && values.every((column, index) => column.value === index + 1);
  return expected ? [] : [problem("scaleNotAscending", `${path}.columns`)];
}

function unitOf({ element, path, parent }: Placed): readonly Problem[] {
  if (element.type === "panel") return [];
  const { measure, field, unit } = element;
  if (!parent && measure !== undefined && isMeasure(measure)) {
    const needed = UNIT_OF_MEASURE[measure];
    return needed && unit !== needed ? [problem("missingUnit", path, { measure, unit: needed })] : [];
  }
  const needed =
    parent && field !== undefined && Object.hasOwn(UNIT_OF_FIELD, field) ? UNIT_OF_FIELD[field] : undefined;
  if (needed && "choices" in element && unit !== needed)
    return [problem("missingUnit", path, { measure: field ?? "", unit: needed })];
  return [];
}

function vocabulary({ element, path, parent }: Placed): readonly Problem[] {
  if (element.type === "panel") return [];
  const { name, measure, field } = element;
  const owner = parent ? parent.measure : measure;
  if (parent && owner === undefined) return [];
  if (owner === undefined) return [problem("noMeasure", path, { name })];
  if (!isMeasure(owner)) return parent ? [] : [problem("unknownMeasure", `${path}.measure`, { measure: owner })];
  const fields: readonly string[] = MEASURES[owner];
  const needsField = fields.length > 0 && (parent !== null || element.type !== "paneldynamic");
  if (needsField && field === undefined) return [problem("noField", path, { name, measure: owner })];
  if (field !== undefined && !fields.includes(field))
    return [problem("unknownField", `${path}.field`, { field, measure: owner })];
  return [];
}

function fieldsTwice(placed: readonly Placed[]): readonly Problem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ element, path, parent }) => {
    if (element.type === "panel" || !parent?.measure || element.field === undefined) return [];
    const key = `${parent.name}/${element.field}`;
    if (seen.has(key)) return [problem("fieldTwice", path, { field: element.field, measure: parent.measure })];
    seen.add(key);
    return [];
  });
}

function requiredTopics(definition: SurveyDefinition): readonly Problem[] {
  const count = definition.requiredTopics ?? 0;
  if (count === 0) return [];
  const asked = (measure: string) =>
    new Set(
      walk(definition).flatMap(({ element, parent }) =>
        !parent && element.type === "matrix" && element.measure === measure
          ? element.rows.map((row) => String(asItem(row).value))
          : [],
      ),
    );
  const capability = asked("capability");
  const both = [...asked("importance")].filter((topic) => capability.has(topic)).length;
  return count > both ? [problem("requiredTopics", "requiredTopics", { count, asked: both })] : [];
}
