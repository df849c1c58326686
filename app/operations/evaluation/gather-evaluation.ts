import { answerDocument } from "~/app/operations/answering/answer-document";
import { compiledVersion } from "~/app/operations/answering/compiled-version";
import { givenRowsFor } from "~/app/operations/answering/given-rows";
import { findParticipants } from "~/db/activities";
import { findAnonymousResponses } from "~/db/anonymous-responses";
import type { Database } from "~/db/engine/database";
import { findGivenRows, type Round } from "~/db/rounds";
import type { GivenRows } from "~/surveys/answer-document";
import { type MeasuredRating, ratingsOf } from "~/surveys/answers-by-measure";
import type { CompiledInstrument, Item } from "~/surveys/compiled";
import type { CodedRevision } from "~/surveys/tidy";
import { participationOf, participationTotal } from "../activities/participation";
import { type EvaluationInputs, RATED_MEASURES, type RatedItem, type RatedMeasure } from "./evaluation-document";

const STEPS = 5;

/**
 * Everything that an evaluation is calculated from, once its round is closed and its ratings are in random order. Found
 * by what the questions measure; items without any rating are there with zeros.
 */
export async function gatherEvaluation(
  db: Database,
  { round, activityId }: { readonly round: Round; readonly activityId: string },
): Promise<EvaluationInputs> {
  const { compiled } = await compiledVersion(db, round.versionId);
  const revisions = await ratedForms(db, { roundId: round.id, compiled });
  const given = givenRowsFor(await findGivenRows(db, { roundId: round.id }));
  const present = participationTotal(participationOf(await findParticipants(db, { activityId }))).present.total;
  return {
    forms: revisions.length,
    participants: present >= revisions.length && present > 0 ? present : null,
    items: RATED_MEASURES.flatMap((measure) => itemsOf(measure, { compiled, revisions, given })),
    knowledge: knowledgeOf(compiled, revisions),
    facilitation: facilitationOf(compiled, revisions),
  };
}

/** The forms of a closed round as the codebook reads them, nobody named. */
export async function ratedForms(
  db: Database,
  { roundId, compiled }: { readonly roundId: string; readonly compiled: CompiledInstrument },
): Promise<readonly CodedRevision[]> {
  return (await findAnonymousResponses(db, roundId)).map(({ document, codes, numbers, given, rows }) => {
    return {
      member: null,
      document: answerDocument(document),
      codes,
      numbers,
      given: givenRowsFor(given),
      rows: rows.flatMap(({ position, rowKey, ...coded }) => {
        const question = compiled.items[position]?.question;
        return question === undefined ? [] : [{ ...coded, item: position, question, rowKey }];
      }),
    };
  });
}

function itemsOf(
  measure: RatedMeasure,
  {
    compiled,
    revisions,
    given,
  }: {
    readonly compiled: CompiledInstrument;
    readonly revisions: readonly CodedRevision[];
    readonly given: GivenRows;
  },
): readonly RatedItem[] {
  const ratings = ratingsOf(compiled, revisions, measure);
  const counts = (key: string, row: string | null) => {
    const values = ratings.filter((rating) => rating.key === key && (row === null || rating.row === row));
    return Array.from({ length: STEPS }, (_, index) => values.filter(({ value }) => value === index + 1).length);
  };
  return compiled.items.filter(isRating(measure)).flatMap((item): readonly RatedItem[] => {
    const common = { measure, field: item.field };
    if (item.inner === null)
      return [{ ...common, row: item.row, title: item.title, question: null, counts: counts(item.key, item.row) }];
    const question = compiled.questionByName.get(item.question);
    const rows = question?.kind === "rows" && question.given !== null ? (given[question.given] ?? []) : [];
    return rows.map(({ id, title }) => ({
      ...common,
      row: id,
      title,
      question: item.title,
      counts: counts(item.key, id),
    }));
  });
}

const isRating = (measure: string) => (item: Item) =>
  item.measure === measure &&
  item.coding === "option" &&
  item.scale?.length === STEPS &&
  item.scale.every(({ value }, index) => value === index + 1);

function knowledgeOf(compiled: CompiledInstrument, revisions: readonly CodedRevision[]): readonly number[][] {
  const table = Array.from({ length: STEPS }, () => new Array<number>(STEPS).fill(0));
  for (const revision of revisions) {
    const [before] = ratingsOf(compiled, [revision], "knowledgeBefore");
    const [now] = ratingsOf(compiled, [revision], "knowledgeNow");
    if (typeof before?.value !== "number" || typeof now?.value !== "number") continue;
    const line = table[before.value - 1];
    if (line) line[now.value - 1] = (line[now.value - 1] ?? 0) + 1;
  }
  return table;
}

function facilitationOf(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): EvaluationInputs["facilitation"] {
  const means = new Map<string, number[]>();
  for (const revision of revisions) {
    const own = new Map<string, MeasuredRating[]>();
    for (const rating of ratingsOf(compiled, [revision], "facilitator"))
      if (rating.row !== null) own.set(rating.row, [...(own.get(rating.row) ?? []), rating]);
    for (const [personId, ratings] of own) {
      const values = ratings.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
      if (values.length === 0) continue;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      means.set(personId, [...(means.get(personId) ?? []), mean]);
    }
  }
  return [...means]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([personId, list]) => ({ personId, means: list.sort((a, b) => a - b) }));
}
