import type { PlanActivity, PlanLine, PlanProblem } from "./problem";

/** A rule that a plan breaks; a closed list, with what it is about. */
export interface Violation {
  readonly rule:
    | "unknownActivity"
    | "repeatedActivity"
    | "month"
    | "budget"
    | "funding"
    | "funder"
    | "officeDays"
    | "fewestPerMonth"
    | "mostPerMonth"
    | "absorption"
    | "missionsPerMember"
    | "oneLinePerRequest"
    | "noRequest"
    | "islands"
    | "team"
    | "lead"
    | "language"
    | "conflict"
    | "standing"
    | "expertMonth"
    | "expertMissions"
    | "host"
    | "fixedIn"
    | "fixedOut";
  /** Id of the activity, member, funder, expert, request, or name of the month. */
  readonly subject: string;
}

/**
 * Checks a plan against every rule from the problem's own words, with no code of the search: a plan of the solver is
 * shown only after it, and a plan edited by hand is told what it breaks.
 *
 * @returns what is broken, nothing if all is kept
 */
export function verifyPlan(problem: PlanProblem, lines: readonly PlanLine[]): readonly Violation[] {
  const broken: Violation[] = [];
  const fail = (rule: Violation["rule"], subject: string) => broken.push({ rule, subject });
  const known = new Map(problem.activities.map((activity) => [activity.id, activity]));
  const held: { activity: PlanActivity; line: PlanLine; cost: number }[] = [];
  for (const line of lines) {
    const activity = known.get(line.activity);
    if (activity === undefined) fail("unknownActivity", line.activity);
    else if (held.some((other) => other.activity.id === activity.id)) fail("repeatedActivity", line.activity);
    else {
      const host = activity.hosts.find(({ member }) => member === line.host);
      if (activity.hosts.length === 0 ? line.host !== null : host === undefined) fail("host", activity.id);
      if (!activity.months.includes(line.month)) fail("month", activity.id);
      held.push({ activity, line, cost: host?.cost ?? activity.cost });
    }
  }
  checkMoney(problem, held, fail);
  checkMonths(problem, held, fail);
  checkMembers(problem, held, fail);
  checkTeams(problem, held, fail);
  for (const { activity, month } of problem.fixedIn)
    if (!held.some(({ activity: { id }, line }) => id === activity && (month === null || line.month === month)))
      fail("fixedIn", activity);
  for (const id of problem.fixedOut) if (held.some(({ activity }) => activity.id === id)) fail("fixedOut", id);
  return broken;
}

type Held = readonly { readonly activity: PlanActivity; readonly line: PlanLine; readonly cost: number }[];
type Fail = (rule: Violation["rule"], subject: string) => void;

function checkMoney({ rules, given }: PlanProblem, held: Held, fail: Fail): void {
  const total = given.reduce((sum, { cost }) => sum + cost, 0) + held.reduce((sum, { cost }) => sum + cost, 0);
  if (rules.budget !== null && total > rules.budget) fail("budget", "budget");
  if (rules.funders === null) return;
  for (const funder of rules.funders) {
    let paid = 0;
    for (const line of given) if (line.funder === funder.id) paid += line.cost;
    for (const { activity, line } of held)
      for (const { funder: id, amount } of line.funding) {
        if (id !== funder.id) continue;
        paid += amount;
        const topic = funder.topics === null || funder.topics.includes(activity.topic);
        const mode = funder.modes === null || funder.modes.includes(activity.mode);
        const members = activity.members.every((member) => funder.members === null || funder.members.includes(member));
        if (!topic || !mode || !members || !(amount >= 0)) fail("funding", activity.id);
      }
    if (paid > funder.amount) fail("funder", funder.id);
  }
  for (const { activity, line, cost } of held) {
    const known = line.funding.every(({ funder }) => rules.funders?.some(({ id }) => id === funder));
    if (!known || line.funding.reduce((sum, { amount }) => sum + amount, 0) !== cost) fail("funding", activity.id);
  }
}

function checkMonths({ rules, given, months }: PlanProblem, held: Held, fail: Fail): void {
  months.forEach((name, month) => {
    const fixed = given.filter((line) => line.month === month);
    const chosen = held.filter(({ line }) => line.month === month);
    const days =
      fixed.reduce((sum, line) => sum + line.officeDays, 0) +
      chosen.reduce((sum, { activity }) => sum + activity.officeDays, 0);
    const limit = rules.officeDays?.[month];
    if (limit !== undefined && days > limit) fail("officeDays", name);
    const count = fixed.length + chosen.length;
    const bounds = rules.perMonth?.[month];
    if (bounds !== undefined && count < bounds.fewest) fail("fewestPerMonth", name);
    // Given lines alone may exceed a month's number: they are not up for choice, one more line is.
    if (bounds !== undefined && bounds.most !== null && count > bounds.most && chosen.length > 0)
      fail("mostPerMonth", name);
  });
}

function checkMembers(problem: PlanProblem, held: Held, fail: Fail): void {
  const { rules, given, members } = problem;
  for (const { id } of members) {
    const chosen = held.filter(({ activity }) => activity.members.includes(id));
    const fixed = given.filter((line) => line.members.includes(id));
    if (rules.absorption !== null && chosen.length > 0 && chosen.length + fixed.length > rules.absorption.limit)
      fail("absorption", id);
    const visits = chosen.filter(({ activity }) => activity.kind === "national").length;
    const fixedVisits = fixed.filter(({ mode }) => mode === "national").length;
    if (rules.missionsPerMember !== null && visits > 0 && visits + fixedVisits > rules.missionsPerMember)
      fail("missionsPerMember", id);
  }
  if (rules.nationalNeedsRequest)
    for (const { activity } of held)
      if (activity.kind === "national" && activity.requests.length === 0) fail("noRequest", activity.id);
  if (rules.oneLinePerRequest) {
    const seen = new Set<string>();
    for (const { activity } of held) {
      const claims = [
        ...new Set(activity.requests.map((id) => `request:${id}`)),
        ...new Set(activity.variants.map((id) => `variant:${id}`)),
      ];
      if (activity.kind === "national")
        for (const member of activity.members) claims.push(`topic:${activity.topic}:member:${member}`);
      for (const claim of claims) {
        if (seen.has(claim)) fail("oneLinePerRequest", activity.id);
        seen.add(claim);
      }
    }
  }
  if (rules.islandsAtLeast !== null && islandsReached(problem, held) < rules.islandsAtLeast) fail("islands", "islands");
}

function islandsReached(problem: PlanProblem, held: Held): number {
  const islands = new Set(problem.members.filter(({ smallIsland }) => smallIsland).map(({ id }) => id));
  const reached = new Set<string>();
  const lines = [
    ...problem.given.map(({ mode, covers }) => ({ mode, covers })),
    ...held.map(({ activity: { mode, covers } }) => ({ mode, covers })),
  ];
  for (const { mode, covers } of lines)
    for (const { need, mismatch } of covers) {
      const { member, weight } = problem.needs.find(({ id }) => id === need) ?? { member: null, weight: 0 };
      const quality = problem.quality[mode] - (mismatch ? problem.mismatch : 0);
      // Worth half a ten-thousandth or more, so that it counts in the score too.
      if (member !== null && islands.has(member) && quality > 0 && Math.round(10_000 * weight * quality) > 0)
        reached.add(member);
    }
  return reached.size;
}

function checkTeams({ rules, given, experts, months }: PlanProblem, held: Held, fail: Fail): void {
  for (const { activity, line } of held) {
    if (line.experts.length !== activity.teamSize || new Set(line.experts).size !== line.experts.length)
      fail("team", activity.id);
    line.experts.forEach((id, seat) => {
      const expert = experts.find((each) => each.id === id);
      if (expert === undefined) {
        fail("team", activity.id);
        return;
      }
      if (!expert.months.includes(line.month)) fail("expertMonth", id);
      const standing =
        activity.area === null
          ? expert.topics.includes(activity.topic)
            ? "accredited"
            : undefined
          : expert.areas.find(({ area }) => area === activity.area)?.standing;
      if (standing === undefined) fail("standing", id);
      else if (seat === 0 && rules.accreditedLead && standing !== "accredited") fail("lead", activity.id);
      if (
        rules.languages &&
        activity.languages !== null &&
        !expert.languages.some((each) => activity.languages?.includes(each))
      )
        fail("language", id);
      const single = activity.members.length === 1 ? activity.members[0] : undefined;
      const partial = activity.members.some((member) => expert.conflicts.includes(member));
      if (rules.conflicts && (partial || (single !== undefined && single === expert.member))) fail("conflict", id);
    });
  }
  for (const { id, missions } of experts) {
    const fixed = given.filter((line) => line.experts.includes(id));
    const chosen = held.filter(({ line }) => line.experts.includes(id));
    if (rules.missionsPerExpert && chosen.length > 0 && chosen.length + fixed.length > missions)
      fail("expertMissions", id);
    months.forEach((_, month) => {
      const here = chosen.filter(({ line }) => line.month === month).length;
      if (here > 0 && here + fixed.filter((line) => line.month === month).length > 1) fail("expertMonth", id);
    });
  }
}
