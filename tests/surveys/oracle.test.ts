import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GivenRows, isPlainObject } from "~/surveys/answer-document";
import { checkDefinition } from "~/surveys/check-definition";
import { type CheckedResponse, checkResponse } from "~/surveys/check-response";
import type { CompiledInstrument, Question } from "~/surveys/compiled";
import { toModelData } from "~/surveys/model-data";
import { REASON_OF, STRICTER } from "~/surveys/response-error";
import { registerSemantics } from "~/surveys/semantics";
import { answerFrom, entropy } from "./support/answer-arbitrary";
import { definitions, GIVEN_ACTIVITIES } from "./support/definition-arbitrary";
import { oracle } from "./support/oracle";

registerSemantics();

const PAIRS = 600;
const FAULT_PAIRS = 200;
const given: GivenRows = { activities: GIVEN_ACTIVITIES };

type Check = (compiled: CompiledInstrument, document: unknown) => CheckedResponse;
const ours: Check = (compiled, document) => checkResponse(compiled, document, { mode: "submit", given });
const strictly: Check = (compiled, document) => checkResponse(compiled, document, { mode: "strict", given });

/** The law, for one generated pair: throws with both verdicts where it does not hold. */
function law(check: Check, definition: Record<string, unknown>, numbers: readonly number[], wild: boolean): void {
  const checked = checkDefinition(definition, { mostInputs: 1_000 });
  if (!checked.ok) throw new Error(`generated definition refused: ${JSON.stringify(checked.problems)}`);
  const { compiled } = checked;
  const document = answerFrom(compiled, numbers, wild);
  const verdict = check(compiled, document);
  if (verdict.ok) {
    const data = toModelData(compiled, verdict.document, given);
    const theirs = oracle(definition, data);
    expect(theirs.accepts, `we accept ${JSON.stringify(data)}, survey-core does not`).toBe(true);
    expect(theirs.data, "survey-core changed what we accepted").toEqual(data);
    return;
  }
  if (verdict.errors.some((error) => STRICTER.has(REASON_OF[error.code]))) return;
  const theirs = oracle(definition, toModelData(compiled, tidied(without(document, verdict.hidden)), given));
  expect(theirs.accepts, `we refuse ${JSON.stringify(verdict.errors)}, survey-core accepts`).toBe(false);
}

/** Without the answers at these paths: `question` or `panels/key/question`. */
function without(document: Record<string, unknown>, paths: readonly string[]): Record<string, unknown> {
  const hidden = new Set(paths);
  const inside = (question: string, row: unknown): unknown => {
    if (!isPlainObject(row)) return row;
    const key = String(row.key ?? row.id);
    return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(`${question}/${key}/${name}`)));
  };
  return Object.fromEntries(
    Object.entries(document)
      .filter(([name]) => !hidden.has(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map((row) => inside(name, row)) : value]),
  );
}

/** Without what we leave out before judging: blanks around texts, panels without an answer. */
function tidied(document: Record<string, unknown>): Record<string, unknown> {
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
    if (Array.isArray(value))
      return value.map(clean).filter((entry) => !isPlainObject(entry) || Object.keys(entry).length > 1);
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (clean(inner) === undefined ? [] : [[key, clean(inner)]])),
    );
  };
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, clean(value)]));
}

const pairs = (check: Check, wild: boolean) =>
  fc.property(definitions, entropy, (definition, numbers) => law(check, definition, numbers, wild));

const fresh = () => Math.floor(Math.random() * 2 ** 31);

describe("the check of a response against survey-core", () => {
  for (const wild of [false, true]) {
    test(`agrees on ${PAIRS} generated pairs of definition and ${wild ? "wild" : "plausible"} answer`, {
      timeout: 240_000,
    }, () => {
      const seed = fresh();
      process.stdout.write(`oracle (${wild ? "wild" : "plausible"}): seed ${seed}, ${PAIRS} pairs\n`);
      fc.assert(pairs(wild ? strictly : ours, wild), { seed, numRuns: PAIRS });
    });
  }

  test("is really a test: a fair share of the pairs is accepted, and a fair share refused", () => {
    const accepted = fc
      .sample(fc.tuple(definitions, entropy), { numRuns: 300, seed: 7 })
      .filter(([definition, numbers]) => {
        const checked = checkDefinition(definition, { mostInputs: 1_000 });
        return checked.ok && ours(checked.compiled, answerFrom(checked.compiled, numbers, false)).ok;
      }).length;
    expect(accepted).toBeGreaterThan(60);
    expect(accepted).toBeLessThan(280);
  });
});

describe("the test of the test: a fault put into our check is found", () => {
  const faults: Readonly<Record<string, (question: Question) => Question>> = {
    "required answers are not asked for": (question) => ({ ...question, required: false }),
    "ranges of numbers are not looked at": (question) =>
      question.kind === "number" ? { ...question, min: null, max: null } : question,
    "conditions are taken as always true": (question) => ({ ...question, visibleIf: [] }),
    "questions are required that nobody asked to be": (question) => ({ ...question, required: true }),
  };
  const seed = 11;

  test("without a fault the same pairs pass", { timeout: 240_000 }, () => {
    expect(fc.check(pairs(ours, false), { seed, numRuns: FAULT_PAIRS }).failed).toBe(false);
  });

  for (const [name, fault] of Object.entries(faults)) {
    test(name, { timeout: 240_000 }, () => {
      const faulty: Check = (compiled, document) =>
        ours({ ...compiled, questions: compiled.questions.map(fault) }, document);
      const result = fc.check(pairs(faulty, false), { seed, numRuns: FAULT_PAIRS, endOnFailure: true });
      expect(result.failed).toBe(true);
    });
  }
});
