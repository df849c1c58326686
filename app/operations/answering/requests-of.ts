import type { registerRequests } from "~/db/requests";
import type { Answer, AnswerDocument, RowAnswer } from "~/surveys/answer-document";
import type { CompiledInstrument, RowsQuestion } from "~/surveys/compiled";

type AskedRequest = Parameters<typeof registerRequests>[1]["asked"][number];

/** The requests in a canonical document, found by what the questions measure, in the order in which they stand. */
export function requestsOf(compiled: CompiledInstrument, document: AnswerDocument): readonly AskedRequest[] {
  return compiled.questions
    .filter((question) => question.kind === "rows" && question.measure === "request")
    .flatMap((question) => {
      const rows = document[question.name];
      if (question.kind !== "rows" || !Array.isArray(rows)) return [];
      return rows.flatMap((row: RowAnswer) => requestOf(question, row) ?? []);
    });
}

function requestOf(question: RowsQuestion, row: RowAnswer): AskedRequest | undefined {
  const answer = (field: string): Answer | undefined => {
    const inner = question.questions.find((candidate) => candidate.field === field);
    return inner && row[inner.name];
  };
  const text = (field: string): string | null => {
    const value = answer(field);
    return typeof value === "string" ? value : null;
  };
  const list = (field: string): readonly unknown[] => {
    const value = answer(field);
    return Array.isArray(value) ? value : [];
  };
  const topicId = text("topic");
  if (topicId === null) return undefined;
  return {
    rowKey: String(row.key),
    topicId,
    result: text("result") ?? "",
    ability: text("ability"),
    months: list("months").map(Number),
    mode: text("mode"),
    language: list("languages").map(String)[0] ?? text("language"),
    willingToHost: text("host") === "members",
    contribution: list("contribution").join(", ") || null,
    askedElsewhere: list("askedWhere").map(String),
    // Without an answer there is no consent.
    consent: text("consent") === "yes",
  };
}
