import { compileQuestion, flatten, type Surroundings } from "./compile-question";
import type { Block, CompiledInstrument, Item, Page, Question } from "./compiled";
import { type Condition, conditionOf } from "./condition";
import type { DefinitionPage, SurveyDefinition } from "./definition-schema";
import type { DefinitionElement, LocalizedText } from "./element-schema";
import { itemsOf } from "./items";
import { type Labels, labels, languagesOf } from "./localized";

/**
 * Makes of a checked definition what everything else works with: questions with their rules, the codebook, the pages.
 *
 * Pure: the same definition gives an equal result, so it can be kept per process by version. About 5 ms for the
 * bundled needs survey.
 *
 * @param definition what `checkDefinition` or `readDefinition` returned
 * @throws {RangeError} if a condition is not allowed: the definition was not checked
 */
export function compile(definition: SurveyDefinition): CompiledInstrument {
  const languages = languagesOf(definition);
  const pages = definition.pages.map((page) => compilePage(page, languages));
  const questions = pages.flatMap((page) => page.blocks.flatMap((block) => block.questions));
  const items = itemsOf(questions);
  return {
    instrument: definition.instrument,
    title: labels(definition.title, languages, definition.instrument),
    description: optional(definition.description, languages),
    languages,
    requiredTopics: definition.requiredTopics ?? 0,
    pages,
    questions,
    questionByName: new Map(questions.map((question) => [question.name, question])),
    items,
    itemByKey: new Map(items.map((item) => [item.key, item])),
    itemsOf: itemsByQuestion(items),
    lengths: lengthsOf(items),
  };
}

function itemsByQuestion(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = item.inner === null ? item.question : `${item.question}/${item.inner}`;
    const list = found.get(key);
    if (list) list.push(item);
    else found.set(key, [item]);
  }
  return found;
}

function lengthsOf(items: readonly Item[]) {
  const lengths = new Map([["", { codes: 0, numbers: 0 }]]);
  for (const item of items) {
    const owner = item.inner === null ? "" : item.question;
    const { codes, numbers } = lengths.get(owner) ?? { codes: 0, numbers: 0 };
    const [code, number] = [item.kind === "closed" ? 1 : 0, item.kind === "number" || item.kind === "date" ? 1 : 0];
    lengths.set(owner, { codes: codes + code, numbers: numbers + number });
  }
  return lengths;
}

function compilePage(page: DefinitionPage, languages: readonly string[]): Page {
  const section = page.section ?? page.name;
  const visibleIf = page.visibleIf ? conditionOf(page.visibleIf) : null;
  const around = { languages, section, page: page.name, visibleIf: visibleIf ? [visibleIf] : [], parent: null };
  return {
    name: page.name,
    section,
    title: labels(page.title, languages, page.name),
    description: optional(page.description, languages),
    minutes: page.minutes ?? null,
    visibleIf,
    blocks: blocksOf(page.elements, around),
  };
}

function blocksOf(elements: readonly DefinitionElement[], around: Surroundings): readonly Block[] {
  const blocks: Block[] = [];
  let alone: Question[] = [];
  const close = () => {
    if (alone.length > 0) blocks.push({ title: null, description: null, questions: alone });
    alone = [];
  };
  for (const element of elements) {
    if (element.type !== "panel") {
      alone.push(compileQuestion(element, around));
      continue;
    }
    close();
    const visibleIf: readonly Condition[] = element.visibleIf
      ? [...around.visibleIf, conditionOf(element.visibleIf)]
      : around.visibleIf;
    blocks.push({
      title: optional(element.title, around.languages),
      description: optional(element.description, around.languages),
      questions: flatten(element.elements, { ...around, visibleIf }).map(({ element: question, surroundings }) =>
        compileQuestion(question, surroundings),
      ),
    });
  }
  close();
  return blocks;
}

function optional(text: LocalizedText | undefined, languages: readonly string[]): Labels | null {
  return text === undefined || text === "" ? null : labels(text, languages, "");
}
