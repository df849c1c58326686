import type { SurveyDefinition } from "./definition-schema";
import type { LocalizedText } from "./element-schema";

/** A text in every language that the definition offers. */
export type Labels = Readonly<Record<string, string>>;

/** Language of texts under `default`: the definition's `locale`, else English, as in SurveyJS. */
export function defaultLanguage(definition: SurveyDefinition): string {
  return definition.locale && definition.locale !== "default" ? definition.locale : "en";
}

/** Languages in which at least one text is given, the default one first, the others sorted. */
export function languagesOf(definition: SurveyDefinition): readonly string[] {
  const first = defaultLanguage(definition);
  const found = new Set<string>();
  for (const { text } of localizedTexts(definition)) {
    if (typeof text !== "string") for (const language of Object.keys(text)) found.add(language);
  }
  found.delete("default");
  found.delete(first);
  return [first, ...[...found].sort()];
}

/** The text in each language; where one is missing the default stands in, as SurveyJS does. */
export function labels(
  text: LocalizedText | undefined,
  languages: readonly string[],
  otherwise: string,
): Record<string, string> {
  const first = languages[0] ?? "en";
  const given = (language: string) => {
    if (typeof text === "string") return text;
    return text && Object.hasOwn(text, language) ? text[language] : undefined;
  };
  const fallback = given("default") || given(first) || otherwise;
  return Object.fromEntries(languages.map((language) => [language, given(language) || fallback]));
}

/** Names of the properties that hold text for people. */
const TEXTS: ReadonlySet<string> = new Set([
  "title",
  "description",
  "text",
  "requiredErrorText",
  "label",
  "labelTrue",
  "labelFalse",
  "placeholder",
  "minErrorText",
  "maxErrorText",
  "stepErrorText",
  "minRateDescription",
  "maxRateDescription",
  "templateTitle",
  "templateDescription",
  "templateTabTitle",
  "noEntriesText",
  "keyDuplicationError",
  "confirmDeleteText",
  "addPanelText",
  "removePanelText",
  "prevPanelText",
  "nextPanelText",
  "navigationTitle",
  "navigationDescription",
  "selectToRankEmptyRankedAreaText",
  "selectToRankEmptyUnrankedAreaText",
  "startSurveyText",
  "pagePrevText",
  "pageNextText",
  "completeText",
  "previewText",
  "editText",
]);

export interface PlacedText {
  /** JSON path of the text. */
  readonly path: string;
  readonly text: LocalizedText;
}

/** Every text of a definition (or a part of one) that is shown to people, with its place, in document order. */
export function* localizedTexts(part: unknown, path = ""): Generator<PlacedText> {
  if (Array.isArray(part)) {
    for (const [index, element] of part.entries()) yield* localizedTexts(element, `${path}[${index}]`);
  } else if (isObject(part)) {
    for (const [name, value] of Object.entries(part)) {
      const place = path ? `${path}.${name}` : name;
      if (TEXTS.has(name) && isLocalizedText(value)) yield { path: place, text: value };
      else yield* localizedTexts(value, place);
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLocalizedText(value: unknown): value is LocalizedText {
  if (typeof value === "string") return true;
  return isObject(value) && Object.values(value).every((translation) => typeof translation === "string");
}
