import { isPlainObject, own } from "./answer-document";
import type { CompiledInstrument, InnerQuestion, Question } from "./compiled";

export interface TextPlace {
  readonly language: string;
  /** Answers so far, by question name. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The panel around the text: its questions, given fields and answers together, its number from 1. */
  readonly panel?: {
    readonly questions: readonly InnerQuestion[];
    readonly values: Readonly<Record<string, unknown>>;
    readonly number: number;
  };
}

/**
 * Puts answers and given fields into the braces of a text, as SurveyJS does: `{panel.title}`, `{panelIndex}`,
 * `{question}`. Choices appear with their labels; what has no answer yet is left empty. The result is plain text.
 */
export function fillText(compiled: CompiledInstrument, text: string, place: TextPlace): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{([^{}]*)\}/g, (_whole, name: string) => {
    const { panel, document, language } = place;
    if (name === "panelIndex" || name === "visiblePanelIndex") return String(panel?.number ?? "");
    const [first = "", second] = name.split(".");
    if (first === "panel" && second !== undefined) {
      const inner = panel?.questions.find((question) => question.name === second);
      return display(panel && own(panel.values, second), inner, language);
    }
    const question = compiled.questionByName.get(first);
    const value = own(document, first);
    return display(second !== undefined && isPlainObject(value) ? own(value, second) : value, question, language);
  });
}

function display(value: unknown, question: Question | undefined, language: string): string {
  if (value === undefined || value === null || isPlainObject(value)) return "";
  if (Array.isArray(value)) return value.map((part) => display(part, question, language)).join(", ");
  const options = question && "options" in question ? question.options : [];
  const option = options.find((candidate) => candidate.value === value);
  return option ? (option.label[language] ?? String(value)) : String(value);
}
