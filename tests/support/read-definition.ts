import { readFileSync } from "node:fs";

/** A part of a definition as authored, not yet checked: what the test reads is checked where it is read. */
export type DefinitionPart = Readonly<Record<string, unknown>>;

/** The authored definition of an instrument, fresh at each call, because a Model may keep what it is given. */
export function readDefinition(pack: string, instrument: string): DefinitionPart {
  const file = new URL(`../../surveys/definitions/${pack}/${instrument}.json`, import.meta.url);
  const definition: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isPart(definition)) throw new RangeError(`${pack}/${instrument} is not an object`);
  return definition;
}

export function isPart(value: unknown): value is DefinitionPart {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parts listed under a name, or none. */
export function partsOf(part: DefinitionPart, name: string): readonly DefinitionPart[] {
  const list = part[name];
  return Array.isArray(list) ? list.filter(isPart) : [];
}

/** All questions of a definition, those of panels' templates behind the panel they stand in. */
export function questionsOf(part: DefinitionPart): readonly DefinitionPart[] {
  const nested = ["pages", "elements", "templateElements"].flatMap((name) => partsOf(part, name));
  return nested.flatMap((element) => ["type" in element ? element : [], questionsOf(element)].flat());
}

/** The questions of a measure. */
export function questionsMeasuring(part: DefinitionPart, measure: string): readonly DefinitionPart[] {
  return questionsOf(part).filter((question) => question.measure === measure);
}

/** The values of the rows, columns, choices or rate values listed under a name. */
export function valuesOf(part: DefinitionPart, name: string): readonly unknown[] {
  const list = part[name];
  return Array.isArray(list) ? list.map((item: unknown) => (isPart(item) ? item.value : item)) : [];
}
