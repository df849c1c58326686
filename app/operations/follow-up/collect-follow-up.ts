import type { PledgeStatus } from "~/analysis/follow-up/summarise-follow-up";
import type { StatedNeed } from "~/analysis/follow-up/trained-need-unchanged";
import { type Activity, findActivities, findPledges } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { findAskedPledges } from "~/db/follow-ups";
import { findMembers, findTopics } from "~/db/members";
import { findGivenRows, findRounds, type RoundSummary } from "~/db/rounds";
import { findTracking } from "~/db/tracking";
import { pairedRatings } from "~/surveys/answers-by-measure";
import type { CompiledInstrument } from "~/surveys/compiled";
import { type PledgeAnswer, pledgeAnswers, type WorkshopAnswer, workshopAnswers } from "~/surveys/follow-up-answers";
import { supportRequests } from "~/surveys/needs-answers";
import { countingAnswers } from "../supply/counting-answers";
import type { FollowUpInput, Named, PledgeInput, WorkshopInput } from "./follow-up-document";
import { membersPresent } from "./hold-administration-follow-up";

const STATUSES: Readonly<Record<string, PledgeStatus>> = {
  done: "done",
  "under-way": "underWay",
  stuck: "stuck",
  "not-started": "notStarted",
  dropped: "dropped",
};
const SESSIONS = { held: "held", planned: "planned", no: "no" } as const;
const CHANGES = { "in-place": "inPlace", begun: "begun", planned: "planned", none: "none" } as const;

/** Reads the workshops of a cycle with all that follow-ups said of them, found by what their questions measure. */
export async function collectFollowUp(db: Database, { cycleId }: { readonly cycleId: string }): Promise<FollowUpInput> {
  const activities = (await findActivities(db, { cycleId })).filter(({ state }) => state === "held");
  const held = new Set(activities.map(({ id }) => id));
  const rounds = (await findRounds(db)).filter(({ state, practice }) => state !== "draft" && !practice);
  const participant = rounds.filter(({ instrumentId }) => instrumentId === "follow-up-participant").reverse();
  const administration = rounds.filter(({ instrumentId }) => instrumentId === "follow-up-administration").reverse();

  // Later rounds come later and take the place of what was said before.
  const answers = new Map<string, PledgeAnswer>();
  const revisions: string[] = [];
  const compiled: CompiledInstrument[] = [];
  for (const round of participant) {
    const counted = await countingAnswers(db, { roundId: round.id, versionId: round.versionId });
    compiled.push(counted.compiled);
    for (const answer of pledgeAnswers(counted.compiled, counted.revisions)) answers.set(answer.pledge, answer);
    revisions.push(...counted.stored.map(({ id }) => id));
  }
  const asked = new Set(
    (
      await findAskedPledges(
        db,
        participant.map(({ id }) => id),
      )
    ).map(({ pledgeId }) => pledgeId),
  );
  const pledges = (await findPledges(db)).filter(({ activityId }) => held.has(activityId));

  const workshops = new Map<string, WorkshopInput>();
  for (const round of administration) {
    const counted = await countingAnswers(db, { roundId: round.id, versionId: round.versionId });
    const told = workshopAnswers(counted.compiled, counted.revisions);
    for (const one of await askedWorkshops(db, round)) {
      if (!held.has(one.activity)) continue;
      const answer = told.find(({ member, activity }) => member === one.member && activity === one.activity);
      workshops.set(JSON.stringify([one.activity, one.member]), workshopInput(one, answer));
    }
    revisions.push(...counted.stored.map(({ id }) => id));
  }

  const named = ({ id, name }: { readonly id: string; readonly name: Readonly<Record<string, string>> }): Named => ({
    id,
    name: { ...name },
  });
  const trainings = await trainingsOf(db, activities);
  const needs = await statedNeeds(db, { rounds, trainings });
  return {
    cycle: cycleId,
    activities: activities.map(({ id, title, endsOn, topicIds }) => ({ id, title, endedOn: endsOn, topics: topicIds })),
    members: (await findMembers(db)).map(named),
    topics: (await findTopics(db)).map(named),
    pledges: pledges
      .map((pledge): PledgeInput => {
        const answer = answers.get(pledge.id);
        return {
          pledge: pledge.id,
          activity: pledge.activityId,
          member: pledge.memberId,
          action: pledge.action,
          byWhen: pledge.byWhen,
          asked: asked.has(pledge.id),
          answer: answer ? answerOf(answer) : null,
          obstacleText: answer?.obstacle ?? null,
          result: answer?.result ?? null,
          evidence: answer?.evidence ?? null,
        };
      })
      .map((pledge) => (pledge.asked ? pledge : { ...pledge, answer: null })),
    workshops: [...workshops.values()],
    words: {
      obstacles: wordsOf(compiled, "obstacleKind"),
      effects: wordsOf(compiled, "effect"),
      help: wordsOf(compiled, "helpNeeded"),
    },
    trainings,
    stated: needs.stated,
    revisions: [...new Set([...revisions, ...needs.revisions])].sort(),
  };
}

function answerOf(answer: PledgeAnswer): PledgeInput["answer"] {
  const status = STATUSES[answer.status ?? ""];
  if (!status) return null;
  return {
    status,
    obstacle: answer.obstacleKind,
    documented: answer.evidence !== null,
    colleagues: answer.colleaguesTrained,
    effect: answer.effect,
    help: answer.helpNeeded,
    bySuccessor: answer.bySuccessor,
  };
}

function workshopInput(
  asked: { readonly activity: string; readonly member: string },
  answer: WorkshopAnswer | undefined,
): WorkshopInput {
  const pick = <Known extends string>(known: Readonly<Record<string, Known>>, value: string | null | undefined) =>
    known[value ?? ""] ?? null;
  return {
    ...asked,
    answer: answer
      ? {
          session: pick(SESSIONS, answer.reportingSession),
          colleagues: answer.colleaguesReached,
          change: pick(CHANGES, answer.changeMade),
        }
      : null,
    change: answer?.change ?? null,
    evidence: answer?.evidence ?? null,
    results: answer?.results ?? null,
  };
}

/** Which member was asked about which workshop. */
async function askedWorkshops(db: Database, round: RoundSummary) {
  const asked: { readonly activity: string; readonly member: string }[] = [];
  for (const { invitationId, memberId } of await findTracking(db, round.id)) {
    if (memberId === null) continue;
    const given = await findGivenRows(db, { roundId: round.id, invitationId });
    for (const { id } of given.workshops ?? []) asked.push({ activity: String(id), member: memberId });
  }
  return asked;
}

/** The words of a field's choices, as the surveys put them; a later version's take the place of an earlier one's. */
function wordsOf(compiled: readonly CompiledInstrument[], field: string): readonly Named[] {
  const words = new Map<string, Named>();
  for (const question of compiled.flatMap(({ questions }) => questions)) {
    if (question.kind !== "rows" || question.measure !== "pledgeStatus") continue;
    for (const inner of question.questions)
      if (inner.field === field && "options" in inner)
        for (const { value, label } of inner.options)
          words.set(String(value), { id: String(value), name: { ...label } });
  }
  return [...words.values()];
}

async function trainingsOf(db: Database, activities: readonly Activity[]): Promise<FollowUpInput["trainings"]> {
  const trainings = [];
  for (const activity of activities) {
    if (activity.endsOn === null) continue;
    for (const member of await membersPresent(db, activity))
      for (const topic of activity.topicIds)
        trainings.push({ activity: activity.id, member, topic, endedOn: activity.endsOn });
  }
  return trainings;
}

/** What members said in all needs surveys about what they were trained in, with the day on which they said it. */
async function statedNeeds(
  db: Database,
  { rounds, trainings }: { readonly rounds: readonly RoundSummary[]; readonly trainings: FollowUpInput["trainings"] },
): Promise<{ readonly stated: readonly StatedNeed[]; readonly revisions: readonly string[] }> {
  const trained = new Set(trainings.map(({ member, topic }) => JSON.stringify([member, topic])));
  const stated = new Map<string, StatedNeed>();
  const used: string[] = [];
  for (const round of rounds.filter(({ instrumentId }) => instrumentId === "needs")) {
    const { compiled, stored, revisions } = await countingAnswers(db, {
      roundId: round.id,
      versionId: round.versionId,
    });
    const requested = new Set(
      supportRequests(compiled, revisions).map(({ member, topic }) => JSON.stringify([member, topic])),
    );
    const dayOf = new Map(stored.map(({ memberId, receivedAt }) => [memberId, receivedAt.toISOString().slice(0, 10)]));
    for (const { member, topic, importance, capability } of pairedRatings(compiled, revisions)) {
      const ratedOn = dayOf.get(member);
      if (ratedOn === undefined || !trained.has(JSON.stringify([member, topic]))) continue;
      const rated = (value: number | string) => (typeof value === "number" ? value : null);
      stated.set(JSON.stringify([member, topic, ratedOn]), {
        member,
        topic,
        importance: rated(importance),
        capability: rated(capability),
        requested: requested.has(JSON.stringify([member, topic])),
        ratedOn,
      });
    }
    used.push(...stored.map(({ id }) => id));
  }
  return { stated: [...stated.values()], revisions: used };
}
