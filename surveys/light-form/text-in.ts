import type { Labels } from "../localized";

/** The text in a language, or in the definition's first one. */
export function textIn(text: Labels, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? "";
}

/** The same for a text that need not be there. */
export function optionalText(text: Labels | null, language: string): string | null {
  return text === null ? null : textIn(text, language);
}
