import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

import { findActivities } from "~/db/activities";
import { findLatestAnalysisRun } from "~/db/analysis-runs";
import { findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findExperts } from "~/db/experts";
import { findMembers, findTopics, type Member } from "~/db/members";
import { findPlans } from "~/db/plans";
import { cycleAfter } from "~/db/regions/cycle-dates";
import { findRequests } from "~/db/requests";
import { findRound } from "~/db/rounds";
import { findSettings } from "~/db/settings";
import { pairedRatings, topFiveBallots } from "~/surveys/answers-by-measure";
import { supportRequests, topicDetails } from "~/surveys/needs-answers";
import { countingAnswers } from "./counting-answers";
import { type ModeOfAnswer, needRows, plannedRows, requestRows } from "./demand-of-round";
import { peopleOfRegister } from "./people-of-register";
import type { SupplyInputs, SupplyTask } from "./supply-document";
import { supplySettingsOf } from "./supply-settings";
import { placesFromAnswers, placesOfRanking, supplyTopics } from "./topic-places";

/**
 * Everything that the supply analysis of a round is calculated from: its answers, the requests of its cycle, the
 * register of experts, the latest plan, the office's settings.
 *
 * @returns `undefined` if there is no such round
 */
export async function gatherSupply(
  db: Database,
  {
    roundId,
    modes,
    defaultLanguage,
    at,
  }: { readonly roundId: string; readonly modes: ModeOfAnswer; readonly defaultLanguage: string; readonly at: Date },
): Promise<SupplyTask | undefined> {
  const round = await findRound(db, roundId);
  const cycles = await findCycles(db);
  const cycle = cycles.find(({ id }) => id === round?.cycleId);
  if (!round || !cycle) return undefined;

  const asOf = at.toISOString().slice(0, 10);
  const next = cycleAfter(cycle);
  const { compiled, stored, revisions } = await countingAnswers(db, { roundId, versionId: round.versionId });
  const members = await findMembers(db);
  const topics = await findTopics(db);
  const present = new Set(members.map(({ id }) => id));
  const answers = revisions.filter(({ member }) => member !== null && present.has(member));
  const ratings = pairedRatings(compiled, answers);
  const [plan] = (await findPlans(db)).filter(({ cycleId }) => cycleId <= next.id);
  const activities = plan ? await findActivities(db, { cycleId: plan.cycleId }) : [];
  const ranking = await findLatestAnalysisRun(db, { kind: "ranking", roundId });
  const places = ranking
    ? placesOfRanking(ranking.document)
    : placesFromAnswers({ members, topics, ratings, topFives: topFiveBallots(compiled, answers) });

  const people = peopleOfRegister(await findExperts(db, { on: asOf }), {
    topics,
    cycleStart: cycle.startsOn,
    startOf: new Map(cycles.map(({ id, startsOn }) => [id, startsOn])),
  });
  const disputed = new Set(people.flatMap(({ conflicts }) => conflicts.map(({ member }) => member)));

  const inputs: SupplyInputs = {
    people,
    requests: requestRows(
      (await findRequests(db, { cycleId: cycle.id })).filter(({ memberId }) => present.has(memberId)),
      supportRequests(compiled, answers),
      modes,
    ),
    needs: needRows(ratings, topicDetails(compiled, answers)),
    planned: plannedRows(activities, { openTo: [...present].filter((member) => !disputed.has(member)) }),
    topics: supplyTopics(topics, places),
    members: members.map((member) => ({
      id: member.id,
      stratum: member.stratumId,
      subRegion: member.subRegionId,
      languages: member.workingLanguages,
      utcOffset: hoursFromUtc(member, at),
    })),
    answered: answers.length,
  };
  const inputSha256 = createHash("sha256")
    .update(canonicalize(inputs) ?? "")
    .digest("hex");
  return {
    scene: {
      roundId,
      roundName: round.name,
      cycleId: cycle.id,
      plannedCycleId: next.id,
      rankingRunId: ranking?.id ?? null,
      plan: plan ? { title: plan.title, cycleId: plan.cycleId } : null,
    },
    inputs,
    parameters: {
      asOf,
      year: Number(next.startsOn.slice(0, 4)),
      // The same inputs draw the same numbers.
      seed: Number.parseInt(inputSha256.slice(0, 7), 16),
      ...supplySettingsOf(await findSettings(db), { defaultLanguage }),
    },
    inputSha256,
    revisionIds: stored.map(({ id }) => id),
  };
}

function hoursFromUtc({ timeZone }: Pick<Member, "timeZone">, at: Date): number | null {
  const name = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name ?? "") ?? [];
  const value = Number(hours) + Number(minutes) / 60;
  return sign === "-" ? -value : value;
}
