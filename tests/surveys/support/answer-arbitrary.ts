import fc from "fast-check";
import type { CompiledInstrument, InnerQuestion, Question } from "~/surveys/compiled";
import { GIVEN_ACTIVITIES } from "./definition-arbitrary";

/** Numbers that decide every choice of `answerFrom`, so that fast-check can shrink an answer. */
export const entropy = fc.array(fc.nat(997), { minLength: 20, maxLength: 160 });

/**
 * A document for an instrument: mostly answers that fit, with gaps; `wild` adds some that do not: wrong types, values
 * out of range, choices that are not offered, keys nobody asked for.
 */
export function answerFrom(
  compiled: CompiledInstrument,
  numbers: readonly number[],
  wild: boolean,
): Record<string, unknown> {
  let at = 0;
  const next = (below: number) => (numbers[at++ % numbers.length] ?? 0) % below;
  const document: Record<string, unknown> = {};
  for (const question of compiled.questions) {
    const value = answer(question, next, wild);
    if (value !== undefined) document[question.name] = value;
  }
  if (wild && next(30) === 0) document.unasked = 1;
  return document;
}

type Next = (below: number) => number;

function answer(question: Question, next: Next, wild: boolean): unknown {
  if (next(6) === 0) return undefined;
  if (question.kind !== "rows") return wild && next(14) === 0 ? garbage(next) : fitting(question, next, wild);
  const keys = question.given ? GIVEN_ACTIVITIES.map((row) => row.id) : ["k1", "k2", "k3"].slice(0, next(4));
  return keys.map((key) => {
    const row: Record<string, unknown> = { [question.given ? "id" : "key"]: key };
    for (const inner of question.questions) {
      const value = next(5) === 0 ? undefined : fitting(inner, next, wild);
      if (value !== undefined) row[inner.name] = value;
    }
    return row;
  });
}

function fitting(question: InnerQuestion, next: Next, wild: boolean): unknown {
  switch (question.kind) {
    case "matrix": {
      const answered = question.rows.filter(() => next(5) !== 0);
      return Object.fromEntries(answered.map((row) => [row.value, pick(question.options, next)?.value]));
    }
    case "choice":
      return pick(question.options, next)?.value;
    case "choices":
    case "ranking": {
      const values = shuffled(question.options, next).map((option) => option.value);
      const usual = question.min + next(Math.max(1, question.max - question.min + 1));
      return values.slice(0, wild && next(6) === 0 ? next(values.length + 1) : usual);
    }
    case "number": {
      const low = question.min ?? 0;
      const number = wild || next(6) === 0 ? next(9) - 1 : low + next((question.max ?? low + 8) - low + 1);
      return question.integer || next(2) === 0 || number === question.max ? number : number + 0.5;
    }
    case "date": {
      const year = wild ? 2025 + next(3) : 2026;
      const month = `${year}-${String(wild ? 1 + next(12) : 2 + next(10)).padStart(2, "0")}`;
      return question.precision === "month" ? month : `${month}-${String(1 + next(28)).padStart(2, "0")}`;
    }
    case "text":
      if (question.look === "email") return ["ana@customs.example", "a.b@c.de", "x@y", "no mail"][next(wild ? 4 : 2)];
      return ["a", "  ", "ab c", "Fidži – é", "line one\r\nline two", "x".repeat(next(30))][next(6)];
  }
}

function garbage(next: Next): unknown {
  return [99, "abc", -1, true, [], ["zz"], { zz: 1 }, null, "", 1e9, { "row-0": 99 }][next(11)];
}

function pick<T>(list: readonly T[], next: Next): T | undefined {
  return list[next(list.length)];
}

function shuffled<T>(list: readonly T[], next: Next): readonly T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(next(rest.length), 1));
}
