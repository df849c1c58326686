import { fillIn } from "./definition-messages";
import type { ResponseCode, ResponseError } from "./response-error";

/** What the person who answers reads, by code; `{name}` is filled from the error's `params`. */
export const RESPONSE_MESSAGES: Readonly<Record<ResponseCode, { readonly en: string; readonly fr: string }>> = {
  notAnObject: {
    en: "The answers could not be read. Reload the page and send them again.",
    fr: "Les réponses n’ont pas pu être lues. Rechargez la page et envoyez-les de nouveau.",
  },
  unknownKey: { en: "This survey does not ask for “{key}”.", fr: "Ce questionnaire ne demande pas « {key} »." },
  wrongType: { en: "This answer has the wrong form.", fr: "Cette réponse n’a pas la forme attendue." },
  tooLong: {
    en: "Shorten the text to {most} characters; it has {characters}.",
    fr: "Réduisez le texte à {most} caractères ; il en compte {characters}.",
  },
  tooShort: { en: "Write at least {least} characters.", fr: "Écrivez au moins {least} caractères." },
  outOfRange: { en: "Give a value {range}.", fr: "Indiquez une valeur {range}." },
  notWhole: { en: "Give a whole number.", fr: "Indiquez un nombre entier." },
  badDate: { en: "Give a date that exists, as {form}.", fr: "Indiquez une date réelle, sous la forme {form}." },
  badEmail: {
    en: "Give an e-mail address like name@example.org.",
    fr: "Indiquez une adresse électronique comme nom@example.org.",
  },
  notAChoice: { en: "Choose one of the answers offered.", fr: "Choisissez une des réponses proposées." },
  chosenTwice: { en: "“{choice}” is chosen twice.", fr: "« {choice} » est choisi deux fois." },
  choiceAlone: {
    en: "“{choice}” cannot be combined with other answers.",
    fr: "« {choice} » ne peut être combiné avec d’autres réponses.",
  },
  tooFewChosen: {
    en: "Choose at least {least}; {chosen} chosen.",
    fr: "Choisissez-en au moins {least} ; {chosen} choisi(s).",
  },
  tooManyChosen: { en: "Choose at most {most}.", fr: "Choisissez-en au plus {most}." },
  tooFewRows: { en: "Fill in at least {least}.", fr: "Remplissez-en au moins {least}." },
  tooManyRows: { en: "At most {most} entries are possible.", fr: "{most} entrées au plus sont possibles." },
  badRowKey: {
    en: "An entry could not be recognised. Reload the page and send again.",
    fr: "Une entrée n’a pu être reconnue. Rechargez la page et envoyez de nouveau.",
  },
  rowTwice: { en: "There are two entries for “{value}”.", fr: "Il y a deux entrées pour « {value} »." },
  notGiven: {
    en: "This survey does not ask you about “{row}”.",
    fr: "Ce questionnaire ne vous interroge pas sur « {row} ».",
  },
  required: { en: "Answer this question.", fr: "Répondez à cette question." },
  requiredRows: {
    en: "Answer at least {least} rows; {answered} are answered.",
    fr: "Répondez à au moins {least} lignes ; {answered} ont une réponse.",
  },
  requiredTopics: {
    en: "Rate at least {least} topics on both scales; {answered} are rated. “Not applicable” and “don’t know” count.",
    fr: "Notez au moins {least} thèmes sur les deux échelles ; {answered} le sont. « Sans objet » et « ne sait pas » comptent.",
  },
  hidden: {
    en: "This question is not asked, given the other answers.",
    fr: "Cette question n’est pas posée, compte tenu des autres réponses.",
  },
};

const RANGE = {
  en: { between: "from {min} to {max}", least: "of {min} or more", most: "of {max} or less" },
  fr: { between: "entre {min} et {max}", least: "d’au moins {min}", most: "d’au plus {max}" },
} as const;

/** The sentence of an error in a language; English where there is none in that language. */
export function responseMessage(error: Pick<ResponseError, "code" | "params">, language: string): string {
  const spoken = language.startsWith("fr") ? "fr" : "en";
  const { min, max } = error.params;
  const phrase = min !== undefined && max !== undefined ? "between" : min !== undefined ? "least" : "most";
  const range = fillIn(RANGE[spoken][phrase], error.params);
  return fillIn(RESPONSE_MESSAGES[error.code][spoken], { ...error.params, range });
}
