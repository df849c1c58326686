import { asItem } from "./compile-question";
import type { SurveyDefinition } from "./definition-schema";
import { localizedTexts } from "./localized";
import { type Problem, problem } from "./problem";
import type { Unit } from "./semantics";
import { walk } from "./walk-definition";

/** What a region has, so that the check can say what a definition misses. Ids; each list may be left out. */
export interface RegionIds {
  /** Topics that members rate. */
  readonly topics?: readonly string[];
  readonly areas?: readonly string[];
  readonly members?: readonly string[];
  readonly languages?: readonly string[];
  readonly activities?: readonly string[];
}

/** What an analysis would miss in an otherwise correct definition. */
export function coverageWarnings(
  definition: SurveyDefinition,
  region: RegionIds,
  offered: readonly string[],
): readonly Problem[] {
  return [...ratings(definition, region), ...ids(definition, region), ...translations(definition, offered)];
}

const EVALUATION = new Set(["objective", "session", "facilitator", "relevance", "material", "pace"]);

function ratings(definition: SurveyDefinition, region: RegionIds): readonly Problem[] {
  const rated = { importance: new Map<string, string>(), capability: new Map<string, string>() };
  const measures = new Set<string>();
  const warnings: Problem[] = [];
  for (const { element, path, parent } of walk(definition)) {
    if (element.type === "panel" || parent || element.measure === undefined) continue;
    const { measure } = element;
    measures.add(measure);
    if (element.type !== "matrix" || (measure !== "importance" && measure !== "capability")) continue;
    for (const [index, row] of element.rows.entries()) {
      const topic = String(asItem(row).value);
      const place = `${path}.rows[${index}]`;
      if (rated[measure].has(topic)) warnings.push(problem("topicTwice", place, { topic, measure }));
      else rated[measure].set(topic, place);
    }
  }
  const { importance, capability } = rated;
  for (const [topic, path] of importance) {
    if (!capability.has(topic))
      warnings.push(problem("topicOneScale", path, { topic, has: "importance", lacks: "capability" }));
  }
  for (const [topic, path] of capability) {
    if (!importance.has(topic))
      warnings.push(problem("topicOneScale", path, { topic, has: "capability", lacks: "importance" }));
  }
  if (importance.size + capability.size > 0) {
    if (!measures.has("topFive")) warnings.push(problem("noTopFive", ""));
    for (const topic of region.topics ?? []) {
      if (!importance.has(topic) && !capability.has(topic)) warnings.push(problem("topicNotAsked", "", { topic }));
    }
  }
  if ([...measures].some((measure) => EVALUATION.has(measure)) && !measures.has("satisfaction")) {
    warnings.push(problem("noSatisfaction", ""));
  }
  return warnings;
}

function ids(definition: SurveyDefinition, region: RegionIds): readonly Problem[] {
  const known: Readonly<Partial<Record<Unit, readonly string[]>>> = {
    topic: region.topics,
    area: region.areas,
    member: region.members,
    language: region.languages,
    activity: region.activities,
  };
  return walk(definition).flatMap(({ element, path }) => {
    if (element.type === "panel" || element.type === "paneldynamic" || element.unit === undefined) return [];
    const list = known[element.unit];
    const { unit } = element;
    const [name, items] =
      element.type === "matrix"
        ? ["rows", element.rows]
        : "choices" in element
          ? ["choices", element.choices]
          : ["", []];
    if (list === undefined) return [];
    const there = new Set(list);
    return items
      .map(asItem)
      .flatMap(({ value, missing }, index) =>
        missing || there.has(String(value)) ? [] : [problem("unknownId", `${path}.${name}[${index}]`, { value, unit })],
      );
  });
}

function translations(definition: SurveyDefinition, offered: readonly string[]): readonly Problem[] {
  const [first, ...others] = offered;
  return [...localizedTexts(definition)].flatMap(({ path, text }) =>
    others
      .filter((language) => language !== first && (typeof text === "string" ? /\p{L}{2}/u.test(text) : !text[language]))
      .map((language) => problem("missingTranslation", path, { language })),
  );
}
