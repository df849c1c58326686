import { type Answer, type AnswerDocument, isPlainObject, type RowAnswer } from "./answer-document";
import type { CompiledInstrument, InnerQuestion, Item, Question } from "./compiled";
import { rowsOf } from "./require-answers";
import type { Measure } from "./semantics";
import { type CodedRevision, type MissingReason, missingOfCode, valueOfCode } from "./tidy";

/** One member's ratings of one topic; a number of the scale or why there is none. Fits `PairedRating` of the analysis. */
export interface TopicRating {
  readonly member: string;
  readonly topic: string;
  readonly importance: number | MissingReason;
  readonly capability: number | MissingReason;
}

/** The topics that a member put first, in order; fits `TopFiveList` of the analysis. */
export interface TopFiveBallot {
  readonly member: string;
  readonly topics: readonly string[];
}

/** One panel of a measure (a request, an expert offered, a pledge ...), its answers by field. */
export interface MeasuredPanel {
  readonly member: string | null;
  /** The panel's key, or the id of the given row. */
  readonly key: string;
  /** Answers by field; fields without an answer and codes of missing answers are left out. */
  readonly fields: Readonly<Record<string, Answer>>;
  /** Fields answered by a code. */
  readonly missing: Readonly<Record<string, "notApplicable" | "dontKnow">>;
}

/** The ratings of a question or of the rows and panels of a measure, for evaluations. */
export interface MeasuredRating {
  readonly member: string | null;
  /** The item's key; panels' items repeat. */
  readonly key: string;
  /** Row of the matrix, or key of the panel; `null` for a single question. */
  readonly row: string | null;
  readonly field: string | null;
  readonly value: number | MissingReason;
}

/**
 * Importance and capability of each topic that was asked, member by member, in the codebook's order. A topic asked on
 * one scale only has `"notAsked"` for the other. Codes pass through as they are: what "not applicable" for one scale
 * means for the other is the analysis's to say.
 *
 * @throws {RangeError} if a revision names no member: these ratings belong to administrations
 */
export function pairedRatings(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): readonly TopicRating[] {
  const importance = firstByUnitId(compiled, "importance");
  const capability = firstByUnitId(compiled, "capability");
  const topics = [...new Set([...importance.keys(), ...capability.keys()])];
  return revisions.flatMap((revision) => {
    const member = memberOf(revision);
    const rating = (item: Item | undefined) => (item ? numberOrReason(item, revision.codes) : "notAsked");
    return topics.map((topic) => ({
      member,
      topic,
      importance: rating(importance.get(topic)),
      capability: rating(capability.get(topic)),
    }));
  });
}

/** The ordered lists of the measure `topFive`; a member without one has no entry. */
export function topFiveBallots(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): readonly TopFiveBallot[] {
  const question = compiled.questions.find(
    (candidate) => candidate.measure === "topFive" && candidate.kind === "ranking",
  );
  if (!question) return [];
  return revisions.flatMap((revision) => {
    const list = revision.document[question.name];
    return Array.isArray(list) ? [{ member: memberOf(revision), topics: list.map(String) }] : [];
  });
}

/** All panels of a measure, over all questions that carry it, in the order of revisions and panels. */
export function panelsOf(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
  measure: Measure,
): readonly MeasuredPanel[] {
  const questions = compiled.questions.filter((question) => question.kind === "rows" && question.measure === measure);
  return revisions.flatMap(({ member, document }) =>
    questions.flatMap((question) =>
      question.kind !== "rows"
        ? []
        : rowsOf(document[question.name]).map((row) => ({
            member,
            key: String(question.given === null ? row.key : row.id),
            ...fieldsOf(question.questions, row),
          })),
    ),
  );
}

/** Answers to the single questions of a measure with fields (`respondent`, `hostOffer`), one per revision. */
export function fieldsOfMeasure(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
  measure: Measure,
): readonly Omit<MeasuredPanel, "key">[] {
  const questions = compiled.questions.filter((question) => question.measure === measure && question.kind !== "rows");
  return revisions.map(({ member, document }) => ({ member, ...fieldsOf(questions, document) }));
}

/**
 * Numeric ratings of a measure: single questions, rows of matrices, questions inside panels. Items whose scale has
 * other values than numbers are left out.
 */
export function ratingsOf(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
  measure: Measure,
): readonly MeasuredRating[] {
  const items = compiled.items.filter(
    (item) =>
      item.measure === measure &&
      item.coding === "option" &&
      item.scale?.every((point) => typeof point.value === "number"),
  );
  return revisions.flatMap((revision) =>
    items.flatMap((item): readonly MeasuredRating[] => {
      const { member } = revision;
      const common = { member, key: item.key, field: item.field };
      if (item.inner === null) return [{ ...common, row: item.row, value: numberOrReason(item, revision.codes) }];
      return revision.rows
        .filter((row) => row.question === item.question)
        .map((row) => ({ ...common, row: row.rowKey, value: numberOrReason(item, row.codes) }));
    }),
  );
}

/** Texts given to a measure's own questions (comments, what to improve), without empty ones. */
export function textsOf(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
  measure: Measure,
): readonly { readonly member: string | null; readonly text: string }[] {
  const questions = compiled.questions.filter((question) => question.measure === measure && question.kind === "text");
  return revisions.flatMap(({ member, document }) =>
    questions.flatMap((question) => {
      const text = document[question.name];
      return typeof text === "string" ? [{ member, text }] : [];
    }),
  );
}

function firstByUnitId(compiled: CompiledInstrument, measure: Measure): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of compiled.items) {
    if (item.measure === measure && item.inner === null && item.unitId !== null && !found.has(item.unitId)) {
      found.set(item.unitId, item);
    }
  }
  return found;
}

function numberOrReason(item: Item, codes: readonly number[]): number | MissingReason {
  const code = item.slot === null ? undefined : codes[item.slot];
  if (code === undefined) throw new RangeError(`The codes have no place for ${item.key}: they are of another version`);
  const value = valueOfCode(item, code);
  return typeof value === "number" ? value : (missingOfCode(code) ?? "blank");
}

function fieldsOf(questions: readonly (Question | InnerQuestion)[], answers: AnswerDocument | RowAnswer) {
  const fields: [string, Answer][] = [];
  const missing: [string, "notApplicable" | "dontKnow"][] = [];
  const seen = new Set<string>();
  for (const question of questions) {
    const { field } = question;
    if (field === null || seen.has(field)) continue;
    seen.add(field);
    const answer = answers[question.name];
    if (!isAnswer(answer)) continue;
    const chosen: unknown = Array.isArray(answer) ? answer[0] : answer;
    const code = "options" in question ? question.options.find((option) => option.value === chosen)?.missing : null;
    if (code) missing.push([field, code]);
    else fields.push([field, answer]);
  }
  return { fields: Object.fromEntries(fields), missing: Object.fromEntries(missing) };
}

function isAnswer(value: Answer | readonly RowAnswer[] | undefined): value is Answer {
  return value !== undefined && !(Array.isArray(value) && value.some((entry) => isPlainObject(entry)));
}

function memberOf({ member }: CodedRevision): string {
  if (member === null) throw new RangeError("A rating of importance or capability needs the member that gave it");
  return member;
}
