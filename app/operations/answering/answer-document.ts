import { type AnswerDocument, isPlainObject } from "~/surveys/answer-document";

/** A stored document passed the response check when it was submitted; only its outermost shape is looked at again. */
export function answerDocument(document: Readonly<Record<string, unknown>>): AnswerDocument {
  if (!isAnswerDocument(document)) throw new RangeError("a stored response has an answer of no known kind");
  return document;
}

function isAnswerDocument(document: Readonly<Record<string, unknown>>): document is AnswerDocument {
  return Object.values(document).every(
    (value) => ["string", "number", "boolean"].includes(typeof value) || Array.isArray(value) || isPlainObject(value),
  );
}
