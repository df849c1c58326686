import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { candidateActivities } from "~/analysis/plan/candidate-activities";
import type { PlanProblem } from "~/analysis/plan/problem";
import { deployableExperts } from "~/analysis/supply/deployable-experts";
import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import { countingAnswers } from "~/app/operations/supply/counting-answers";
import { peopleOfRegister } from "~/app/operations/supply/people-of-register";
import { parseSupplyDocument } from "~/app/operations/supply/supply-document";
import { supplySettingsOf } from "~/app/operations/supply/supply-settings";
import { findAnalysisRun, findLatestAnalysisRun } from "~/db/analysis-runs";
import { findCycle, findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findExperts } from "~/db/experts";
import { findFunders, findMembers, findTopics, findTrainingCentres } from "~/db/members";
import type { Proposal, ProposalLine } from "~/db/proposals";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRequests, type Request } from "~/db/requests";
import { findRound } from "~/db/rounds";
import { findSettings } from "~/db/settings";
import { supportRequests, topicDetails } from "~/surveys/needs-answers";
import { bestJointLines, MOST_JOINT } from "./best-joint-lines";
import { gatherCandidates } from "./gather-candidates";
import { hostLimits, withHostsOf } from "./host-options";
import { fitsMode, lineCosts, modeQuality, withoutSelfPaying } from "./plan-costs";
import { planExperts } from "./plan-experts";
import { givenLines, planFunders, planRules, workdays } from "./plan-rules";
import type { ProposalTask } from "./proposal-document";
import { equitySetting, numberSetting, ProposalSettings } from "./proposal-settings";

/**
 * Everything that a proposal is solved from: the ranking that it rests on, the requests that stand, the register of
 * experts as it is today, the pack's money, hosts and calendar, and the planner's settings and locks.
 *
 * @throws {RangeError} if its cycle, its ranking or the ranking's survey is not there
 */
export async function gatherProblem(
  db: Database,
  {
    proposal,
    pack,
    at,
  }: {
    readonly proposal: Proposal & { readonly lines: readonly Pick<ProposalLine, "id" | "kind" | "lock">[] };
    readonly pack: RegionPack;
    readonly at: Date;
  },
): Promise<ProposalTask> {
  const cycle = await findCycle(db, proposal.cycleId);
  const run = proposal.rankingRunId === null ? undefined : await findAnalysisRun(db, proposal.rankingRunId);
  if (!cycle || !run) throw new RangeError("the proposal has no cycle or no ranking to rest on");
  const ranking = readRankingRun(run.document);
  const round = await findRound(db, ranking.input.round.id);
  if (!round) throw new RangeError("the survey of the ranking is not there any more");

  const settings = ProposalSettings.parse(proposal.settings);
  const office = await findSettings(db);
  const members = await findMembers(db);
  const topics = await findTopics(db);
  const months = monthsOf(cycle.startsOn);
  const requests = (await findRequests(db, { cycleId: round.cycleId })).filter(isOpen);
  const { compiled, revisions } = await countingAnswers(db, { roundId: round.id, versionId: round.versionId });
  const supplyRun = await findLatestAnalysisRun(db, { kind: "supply", roundId: round.id });
  const register = await findExperts(db, { on: at.toISOString().slice(0, 10) });
  const cycles = await findCycles(db);
  const experts = planExperts(
    deployableExperts(
      peopleOfRegister(register, {
        topics,
        cycleStart: cycles.find(({ id }) => id === round.cycleId)?.startsOn ?? cycle.startsOn,
        startOf: new Map(cycles.map(({ id, startsOn }) => [id, startsOn])),
      }),
      {
        asOf: at.toISOString().slice(0, 10),
        settings: supplySettingsOf(office, { defaultLanguage: pack.manifest.languages[0]?.id ?? "en" }).settings,
      },
    ).experts,
    {
      months,
      cycleId: cycle.id,
      availabilityOf: new Map(register.map(({ personId, availability }) => [personId, availability])),
    },
  );

  const costs = lineCosts(pack);
  const centres = await findTrainingCentres(db);
  const candidates = candidateActivities(
    gatherCandidates({
      pack,
      months,
      members,
      topics,
      ranking,
      supply: supplyRun ? parseSupplyDocument(supplyRun.document).result : null,
      requests,
      answers: supportRequests(compiled, revisions),
      details: topicDetails(compiled, revisions),
      centres,
      experts,
      settings: office,
      costs,
    }),
  );
  const paying = pack.costs.selfPaying.value;
  const selfPaying = new Set(
    members.flatMap(({ id, groupIds }) => (paying !== null && groupIds.includes(paying) ? [id] : [])),
  );
  const fitting = candidates.activities.filter((activity) => fitsMode(pack, activity));
  const joint = bestJointLines(fitting, candidates.needs);
  const activities = joint.activities
    .map((activity) => withHostsOf(activity, centres))
    .map((activity) => withoutSelfPaying(activity, { costs, selfPaying }));
  const there = new Set(activities.map(({ id }) => id));
  const contributing = new Set(requests.flatMap(({ memberId, contribution }) => (contribution ? [memberId] : [])));
  const equity = equitySetting(office);
  const problem: PlanProblem = {
    months,
    members: members.map(({ id, groupIds }) => ({
      id,
      smallIsland: equity !== null && groupIds.includes(equity.group),
    })),
    needs: candidates.needs,
    activities,
    experts,
    given: givenLines(pack, months),
    rules: planRules({
      settings,
      office,
      funders: planFunders(await findFunders(db), { settings, members, topics, contributing }),
      officeDays: workdays(pack, months, settings.officeDays),
    }),
    quality: modeQuality(pack),
    mismatch: numberSetting(office, "planning.modeMismatch", 0.1),
    fixedIn: locked(proposal.lines, "in", there).map((activity) => ({ activity, month: null })),
    fixedOut: locked(proposal.lines, "out", there),
  };
  return {
    scene: {
      proposalId: proposal.id,
      revision: proposal.revision,
      cycleId: cycle.id,
      rankingRunId: run.id,
      supplyRunId: supplyRun?.id ?? null,
      answered: new Set(ranking.input.revisions.map(({ member }) => member)).size,
      members: members.length,
      settings,
    },
    problem,
    unmet: candidates.unmet,
    notViable: candidates.notViable,
    requests: requests.map(({ id, memberId, topicId }) => ({ id, member: memberId, topic: topicId })),
    hosting: hostLimits(centres),
    jointLeftOut: { kept: joint.kept, leftOut: joint.leftOut, most: MOST_JOINT },
    inputSha256: createHash("sha256")
      .update(canonicalize(problem) ?? "")
      .digest("hex"),
  };
}

/** The twelve months of a cycle, `YYYY-MM`. */
export function monthsOf(startsOn: string): readonly string[] {
  const [year = 0, month = 1] = startsOn.split("-").map(Number);
  return Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7));
}

function isOpen({ state }: Request): boolean {
  return state === "open" || state === "notThisYear" || state === "planned";
}

function locked(
  lines: readonly Pick<ProposalLine, "id" | "kind" | "lock">[],
  lock: "in" | "out",
  there: ReadonlySet<string>,
): readonly string[] {
  return lines.flatMap((line) => (line.kind === "needs" && line.lock === lock && there.has(line.id) ? [line.id] : []));
}
