import type { Feedback } from "~/analysis/feedback/derive-adjustments";
import type { ActionStatus, ActivityFollowUp, SurveyNeed } from "~/analysis/feedback/follow-up";
import type { ActivityVerdict } from "~/analysis/feedback/kpi-missed";
import { kpiVerdict } from "~/analysis/scales/kpi-verdict";
import { type GroupRating, shrunkenEffects } from "~/analysis/scales/shrunken-effects";
import { findActivities, findParticipants } from "~/db/activities";
import { findAnonymousResponses } from "~/db/anonymous-responses";
import { findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findGivenRows, findRounds, type RoundSummary } from "~/db/rounds";
import { pairedRatings, ratingsOf } from "~/surveys/answers-by-measure";
import { obstaclesOutsideTraining } from "~/surveys/follow-up-answers";
import { topicDetails } from "~/surveys/needs-answers";
import { answerDocument } from "../answering/answer-document";
import { compiledVersion } from "../answering/compiled-version";
import { collectFollowUp } from "../follow-up/collect-follow-up";
import type { PledgeInput } from "../follow-up/follow-up-document";
import { countingAnswers } from "../supply/counting-answers";
import { needRows } from "../supply/demand-of-round";

/** What adjustments are derived from, with names, so that the run reads the same for ever. */
export interface FeedbackInput extends Feedback {
  readonly round: { readonly id: string; readonly name: string; readonly cycle: string };
  readonly outside: readonly string[];
  readonly activities: readonly { readonly id: string; readonly title: string; readonly endedOn: string }[];
  readonly revisions: readonly string[];
}

/**
 * A needs survey with everything that evaluations and follow-ups of the workshops held in its cycle and the one before
 * say about it.
 *
 * @throws {RangeError} if there is no such round
 */
export async function collectFeedback(db: Database, { roundId }: { readonly roundId: string }): Promise<FeedbackInput> {
  const round = (await findRounds(db)).find(({ id }) => id === roundId);
  if (!round) throw new RangeError(`there is no round ${roundId}`);
  const cycles = (await findCycles(db)).map(({ id }) => id);
  const at = cycles.indexOf(round.cycleId);
  const about = [round.cycleId, cycles[at + 1]].filter((id) => id !== undefined);
  const { needs, outside, revisions } = await surveyNeeds(db, round);
  const known = new Set(needs.map(({ member, topic }) => JSON.stringify([member, topic])));
  const followUps: ActivityFollowUp[] = [];
  const activities: { readonly id: string; readonly title: string; readonly endedOn: string }[] = [];
  const used = [...revisions];
  for (const cycleId of about) {
    const input = await collectFollowUp(db, { cycleId });
    used.push(...input.revisions);
    for (const { id, title, endedOn } of input.activities)
      if (endedOn !== null) activities.push({ id, title, endedOn });
    for (const { activity, member, topic, endedOn } of input.trainings) {
      const pledged = input.pledges.filter((pledge) => pledge.activity === activity && pledge.member === member);
      if (pledged.length > 0 && known.has(JSON.stringify([member, topic])))
        followUps.push({ activity, member, topic, endedOn, actions: actionsOf(pledged) });
    }
  }
  const { verdicts, groups } = await deliveries(db, new Set(activities.map(({ id }) => id)));
  return {
    round: { id: round.id, name: round.name, cycle: round.cycleId },
    needs,
    followUps,
    verdicts,
    groups,
    outside,
    activities,
    revisions: [...new Set(used)].sort(),
  };
}

async function surveyNeeds(db: Database, round: RoundSummary) {
  const { compiled, stored, revisions } = await countingAnswers(db, { roundId: round.id, versionId: round.versionId });
  const dayOf = new Map(stored.map(({ memberId, receivedAt }) => [memberId, receivedAt.toISOString().slice(0, 10)]));
  const rows = needRows(pairedRatings(compiled, revisions), topicDetails(compiled, revisions));
  const needs = rows.flatMap(({ member, topic, importance, capability, trainable }): SurveyNeed[] => {
    const ratedOn = dayOf.get(member);
    if (importance === null || capability === null || ratedOn === undefined) return [];
    return [{ member, topic, need: Math.max(0, importance - capability) / 4, trainable: trainable ?? 1, ratedOn }];
  });
  return { needs, outside: obstaclesOutsideTraining(compiled), revisions: stored.map(({ id }) => id) };
}

/** The pledges of one administration as committed actions; `null` if nobody answered for any of them. */
function actionsOf(pledged: readonly PledgeInput[]): ActivityFollowUp["actions"] {
  if (pledged.every(({ answer }) => answer === null)) return null;
  return pledged.map(({ answer }): { readonly status: ActionStatus; readonly obstacle: string | null } => {
    // What nobody answered for has not come through, as far as anybody knows.
    if (!answer) return { status: "notStarted", obstacle: null };
    const { status, documented, obstacle } = answer;
    return { status: status === "underWay" && documented ? "resultDocumented" : status, obstacle };
  });
}

/** How the workshops were rated, once their ratings may be read, and how well those who held them were received. */
async function deliveries(
  db: Database,
  held: ReadonlySet<string>,
): Promise<{ readonly verdicts: readonly ActivityVerdict[]; readonly groups: Feedback["groups"] }> {
  const verdicts: ActivityVerdict[] = [];
  const received: GroupRating[] = [];
  const named = new Map((await findActivities(db)).map(({ id, form, scope }) => [id, `${form}/${scope}`]));
  for (const round of await findRounds(db)) {
    const { activityId } = round;
    if (activityId === null || !held.has(activityId) || !round.anonymous || round.shuffledAt === null) continue;
    const { compiled } = await compiledVersion(db, round.versionId);
    const responses = await findAnonymousResponses(db, round.id);
    const revisions = responses.map(({ document, codes, numbers, rows }) => ({
      member: null,
      document: answerDocument(document),
      codes,
      numbers,
      rows: rows.flatMap((row) => {
        const question = compiled.items[row.position]?.question;
        return question === undefined
          ? []
          : [{ item: row.position, question, rowKey: row.rowKey, codes: row.codes, numbers: row.numbers }];
      }),
    }));
    const overall = numbersOf(ratingsOf(compiled, revisions, "satisfaction"));
    const present = (await findParticipants(db, { activityId }))
      .filter(({ attendance }) => attendance === "present")
      .reduce((sum, { count }) => sum + count, 0);
    const verdict = kpiVerdict(overall, { invited: present >= overall.length && present > 0 ? present : null });
    const facilitators = (await findGivenRows(db, { roundId: round.id })).facilitators ?? [];
    verdicts.push({
      activity: activityId,
      outcome: verdict.outcome,
      mean: verdict.value.mean.value,
      experts: facilitators.map(({ title }) => String(title)),
    });
    const format = named.get(activityId);
    if (format) for (const value of overall) received.push({ group: `format ${format}`, workshop: activityId, value });
    for (const { row, value } of ratingsOf(compiled, revisions, "facilitator"))
      if (row !== null && typeof value === "number")
        received.push({ group: `expert ${row}`, workshop: activityId, value });
  }
  const of = (kind: string) => shrunkenEffects(received.filter(({ group }) => group.startsWith(kind))).groups;
  return { verdicts, groups: [...of("expert "), ...of("format ")] };
}

function numbersOf(ratings: readonly { readonly value: number | string }[]): readonly number[] {
  return ratings.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
}
