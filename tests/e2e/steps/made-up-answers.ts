import type { FormField } from "~/tests/support/html-form";

interface Element {
  readonly name?: string;
  readonly measure?: string;
  readonly field?: string;
  readonly elements?: readonly Element[];
  readonly templateElements?: readonly Element[];
}

/** What a question of a definition measures, and what a field of its repeated panels means. */
export interface Meaning {
  readonly measureOf: (question: string) => string | undefined;
  readonly fieldOf: (question: string, element: string) => string | undefined;
}

export function meaningOf(definition: string): Meaning {
  const questions = new Map<string, Element>();
  const gather = (elements: readonly Element[]) => {
    for (const element of elements) {
      if (element.name) questions.set(element.name, element);
      gather(element.elements ?? []);
    }
  };
  const { pages } = JSON.parse(definition) as { pages: readonly Element[] };
  gather(pages);
  return {
    measureOf: (question) => questions.get(question)?.measure,
    fieldOf: (question, element) =>
      questions.get(question)?.templateElements?.find(({ name }) => name === element)?.field ??
      questions.get(question)?.field,
  };
}

/** A number of a text that is always the same. */
function numberOf(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum;
}

const within = (value: number) => Math.min(5, Math.max(1, value));
const importanceOf = (topic: string, who: string) =>
  within(2 + (numberOf(topic) % 4) + (numberOf(topic + who) % 3) - 1);
const capabilityOf = (topic: string, who: string) =>
  within(1 + (numberOf(`${topic}!`) % 3) + (numberOf(who + topic) % 2));

/**
 * What a member writes into the fields of one page, made up but always the same: members agree in the main, and none
 * rates quite as another.
 *
 * @returns the values of each field that is not hidden, in the fields' order
 */
export function madeUpAnswers(
  fields: readonly FormField[],
  { who, meaning }: { readonly who: string; readonly meaning: Meaning },
): readonly { readonly field: FormField; readonly values: readonly string[] }[] {
  const placed = new Map<string, number>();
  return fields
    .filter(({ kind, name }) => kind !== "hidden" && name !== "")
    .map((field) => {
      const [question = "", ...rest] = field.name.split("/");
      const measure = meaning.measureOf(question);
      const place = placed.get(field.name) ?? 0;
      placed.set(field.name, place + 1);
      return { field, values: valuesFor(field, { who, measure, meaning, question, last: rest.at(-1) ?? "", place }) };
    });
}

function valuesFor(
  field: FormField,
  {
    who,
    measure,
    meaning,
    question,
    last,
    place,
  }: {
    readonly who: string;
    readonly measure: string | undefined;
    readonly meaning: Meaning;
    readonly question: string;
    readonly last: string;
    readonly place: number;
  },
): readonly string[] {
  const { options } = field;
  const first = (count: number) => options.slice(0, count);
  if (measure === "importance") return [String(importanceOf(last, who))];
  if (measure === "capability") return [String(capabilityOf(last, who))];
  if (measure === "topFive") return [wanted(options, who)[place] ?? ""];
  switch (meaning.fieldOf(question, last)) {
    case "topic":
      // The panels of the chosen topics come with theirs.
      return field.chosen.length > 0 ? field.chosen : [wanted(options, who)[0] ?? ""];
    case "area":
      return [options[numberOf(who) % options.length] ?? ""];
    case "mode":
      return [options[1] ?? options[0] ?? ""];
    case "askedElsewhere":
      return options.slice(-1);
    case "person":
      return [`Expert of ${who} (synthetic)`];
    case "missions":
      return ["2"];
    case "months":
      return first(6);
  }
  if (field.kind === "radio" || field.kind === "select") return first(1);
  if (field.kind === "checkbox") return first(2);
  if (field.type === "month") return ["2026-05"];
  return [`What ${who} says`];
}

/** Topics in the order in which the member needs them. */
function wanted(topics: readonly string[], who: string): readonly string[] {
  const need = (topic: string) => importanceOf(topic, who) * 10 - capabilityOf(topic, who);
  return [...topics].sort((a, b) => need(b) - need(a) || (a < b ? -1 : 1));
}
