import type { PackFault } from "./fault";
import { INSTRUMENTS, type ShapedPack } from "./pack-schema";
import { faultsOf, idsOf, type Report } from "./references";

/**
 * Whether the surveys speak of what the pack knows: ids of topics, members, areas, languages and
 * delivery modes, and all rated topics on both scales. What makes a good survey is checked in surveys/, before publishing.
 */
export function checkDefinitions({ manifest, files, definitions }: ShapedPack): readonly PackFault[] {
  const known = new Map<string, ReadonlySet<string>>([
    ["topic", idsOf(files.topics.topics)],
    ["member", idsOf(files.members.members)],
    ["area", idsOf(files.topics.accreditationAreas)],
    ["language", idsOf(manifest.spokenLanguages)],
  ]);
  const rated = files.topics.topics.filter((topic) => topic.rated).map((topic) => topic.id);
  const answers = new Set(files.planning.modes.flatMap((mode) => mode.answers));

  return INSTRUMENTS.flatMap((instrument) => {
    const { file, text } = definitions[instrument];
    return faultsOf(file, (report) => {
      const survey: unknown = JSON.parse(text);
      if (!isObject(survey)) return report([], "A survey is an object.");
      if (survey.instrument !== instrument) report(["instrument"], `This file is the instrument “${instrument}”.`);
      const asked = new Map<string, Set<string>>([
        ["importance", new Set()],
        ["capability", new Set()],
      ]);
      walk(survey, [], (question, path) => {
        if (question.field === "mode") {
          for (const { id, at } of choiceIds(question)) {
            if (!answers.has(id)) report([...path, ...at], `No delivery mode of the pack has the answer “${id}”.`);
          }
        }
        const unit = typeof question.unit === "string" ? known.get(question.unit) : undefined;
        if (!unit) return;
        for (const { id, at } of choiceIds(question)) {
          if (!unit.has(id)) report([...path, ...at], `The pack has no ${question.unit} “${id}”.`);
          if (typeof question.measure === "string") asked.get(question.measure)?.add(id);
        }
      });
      if (instrument === "needs") {
        for (const [measure, ids] of asked) reportScale(report, measure, ids, rated);
      }
    });
  });
}

function reportScale(report: Report, measure: string, ids: ReadonlySet<string>, rated: readonly string[]): void {
  for (const id of rated.filter((topic) => !ids.has(topic))) {
    report([], `The topic “${id}” is rated and not asked for ${measure}.`);
  }
  for (const id of [...ids].filter((topic) => !rated.includes(topic))) {
    report([], `The topic “${id}” is asked for ${measure} and is not rated.`);
  }
}

/** What stands as rows of a matrix or as choices of any other question; coded answers are none. */
function choiceIds(question: Record<string, unknown>): { readonly id: string; readonly at: readonly PropertyKey[] }[] {
  const key = question.type === "matrix" ? "rows" : "choices";
  const items = question[key];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index) => {
    if (typeof item === "string") return [{ id: item, at: [key, index] }];
    if (!isObject(item) || "missing" in item || typeof item.value !== "string") return [];
    return [{ id: item.value, at: [key, index, "value"] }];
  });
}

function walk(
  value: unknown,
  path: readonly PropertyKey[],
  visit: (question: Record<string, unknown>, path: readonly PropertyKey[]) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      walk(item, [...path, index], visit);
    });
  } else if (isObject(value)) {
    visit(value, path);
    for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], visit);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
