import { compileQuestion, flatten, type Surroundings } from "./compile-question";
import type { Block, CompiledInstrument, Page, Question } from "./compiled";
import { type Condition, conditionOf } from "./condition";
import type { DefinitionElement, DefinitionPage, LocalizedText, SurveyDefinition } from "./definition-schema";
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
  const own = items.filter((item) => item.parentPosition === null && item.slot !== null);
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
    codeCount: own.filter((item) => item.kind === "closed").length,
    numberCount: own.filter((item) => item.kind !== "closed").length,
  };
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
