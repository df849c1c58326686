import { describe, expect, it } from "vitest";
import { missingSpeakers, withCost, withExpert, withLanguage, withMembers } from "~/analysis/plan/changed-problem";
import { lockIn } from "~/analysis/plan/explain-out";
import type { PlanActivity, PlanProblem } from "~/analysis/plan/problem";
import { withAmount } from "~/analysis/plan/rule-amount";
import { smallestChanges } from "~/analysis/plan/smallest-change";
import { loadSolver } from "~/analysis/plan/solver";
import type { RuleRef } from "~/analysis/plan/without-rule";
import { enumerateBestPlan } from "../../fixtures/plan/enumerate-plans";
import { anActivity, anExpert, aProblem, randomSmallProblem } from "../../fixtures/plan/small-problem";

const solver = await loadSolver();

/** Whether the best plan with the activity scores as much as the best without, by looking at all plans. */
function enters(problem: PlanProblem, activity: string): boolean {
  const inside = enumerateBestPlan(lockIn(problem, activity));
  const outside = enumerateBestPlan({
    ...problem,
    fixedIn: problem.fixedIn.filter((lock) => lock.activity !== activity),
    fixedOut: [...problem.fixedOut, activity],
  });
  return inside !== undefined && outside !== undefined && inside.score >= outside.score;
}

function enumerated(problem: PlanProblem, own: PlanActivity) {
  const found: Record<string, unknown> = {};
  for (let cost = own.cost - 100; cost >= 0; cost -= 100)
    if (enters(withCost(problem, own.id, cost), own.id)) {
      found.cost = cost;
      break;
    }
  const [most, budget] = [6000, problem.rules.budget];
  for (let more = 100; budget !== null && budget + more <= most; more += 100)
    if (enters({ ...problem, rules: { ...problem.rules, budget: budget + more } }, own.id)) {
      found.budget = budget + more;
      break;
    }
  const raised = (rule: RuleRef, now: number, most: number, step: number) => {
    for (let amount = now + step; amount <= most; amount += step)
      if (enters(withAmount(problem, rule, amount), own.id)) return amount;
    return undefined;
  };
  const { funders, officeDays, absorption } = problem.rules;
  for (const { id, amount } of funders ?? []) {
    const enough = raised({ rule: "funder", subject: id }, amount, amount + 3000, 100);
    if (enough !== undefined) found[`funder ${id}`] = enough;
  }
  const days = problem.months.flatMap((subject, month) => {
    const now = officeDays?.[month];
    const enough = now === undefined ? undefined : raised({ rule: "officeDays", subject }, now, now + 24, 1);
    return now === undefined || enough === undefined ? [] : [{ month, days: enough, by: enough - now }];
  });
  const least = Math.min(...days.map(({ by }) => by));
  const first = days.find(({ by }) => by === least);
  if (first !== undefined) found.officeDays = `${first.month}: ${first.days}`;
  if (absorption !== null) {
    const limit = raised({ rule: "absorption", subject: null }, absorption.limit, absorption.limit + 8, 1);
    if (limit !== undefined) found.absorption = limit;
  }
  if (own.kind !== "national")
    for (let more = 1; more <= 12; more++)
      if (enters(withMembers(problem, own, more), own.id)) {
        found.members = more;
        break;
      }
  if (own.teamSize > 0) {
    if (enters(withExpert(problem, own), own.id)) found.expert = true;
    const speaker = missingSpeakers(problem, own).find((each) =>
      enters(withLanguage(problem, each.expert, each.language), own.id),
    );
    if (speaker !== undefined) found.language = speaker.expert;
  }
  return found;
}

describe("the smallest changes that bring a line in", () => {
  for (let block = 0; block < 10; block++)
    it(`are those found by looking at all plans, problems ${block * 4} to ${block * 4 + 3}`, () => {
      for (let seed = block * 4; seed < block * 4 + 4; seed++) {
        const problem = randomSmallProblem(5000 + seed);
        const best = enumerateBestPlan(problem);
        if (best === undefined) continue;
        for (const own of problem.activities) {
          if (best.ids.includes(own.id)) continue;
          const { changes, tied, complete } = smallestChanges(problem, own.id, { solver });
          const found: Record<string, unknown> = {};
          for (const each of changes) {
            if (each.kind === "cost") found.cost = each.cost;
            if (each.kind === "budget") found.budget = each.budget;
            if (each.kind === "members" && each.more <= 12) found.members = each.more;
            if (each.kind === "funder") found[`funder ${each.funder}`] = each.amount;
            if (each.kind === "officeDays") found.officeDays = `${each.month}: ${each.days}`;
            if (each.kind === "absorption") found.absorption = each.limit;
            if (each.kind === "expert") found.expert = true;
            if (each.kind === "language") found.language = each.expert;
          }
          const expected = enters(problem, own.id) ? {} : enumerated(problem, own);
          expect({ seed, id: own.id, tied, complete, found }).toEqual({
            seed,
            id: own.id,
            tied: enters(problem, own.id),
            complete: true,
            found: expected,
          });
        }
      }
    });
});

describe("the smallest changes when solves run out of time", () => {
  /** All changes of the lines left out of some problems, with a limit that strikes now and then: the clock is ours. */
  function limited(seconds: number) {
    let unproven = 0;
    let found = 0;
    for (let seed = 0; seed < 12; seed++) {
      const problem = randomSmallProblem(5000 + seed);
      const best = enumerateBestPlan(problem);
      for (const { id } of problem.activities) {
        if (best === undefined || best.ids.includes(id)) continue;
        let clock = 0;
        const cut = smallestChanges(problem, id, { solver, timeLimit: seconds, now: () => (clock += 1) });
        const whole = smallestChanges(problem, id, { solver });
        if (cut.complete) expect({ of: seed, ...cut }).toEqual({ of: seed, ...whole, parameters: cut.parameters });
        else unproven++;
        found += cut.changes.length;
        // What is named is what it is without a limit, but for the first speaker that is proven to do.
        for (const change of cut.changes)
          if (change.kind !== "language")
            expect({ seed, id, all: whole.changes }).toMatchObject({ all: expect.arrayContaining([change]) });
      }
    }
    return { unproven, found };
  }

  it("are marked incomplete, and none is named that rests on an unproven no", () => {
    for (const seconds of [0.004, 0.008, 0.012, 0.016]) {
      const { unproven, found } = limited(seconds);
      expect({ seconds, some: unproven > 0 && found > 0 }).toEqual({ seconds, some: true });
    }
  });

  it("are none, and incomplete, if there is no time at all", () => {
    const problem = randomSmallProblem(5000);
    for (const { id } of problem.activities)
      expect(smallestChanges(problem, id, { solver, timeLimit: 0, now: () => 0 })).toMatchObject({
        tied: false,
        changes: [],
        complete: false,
      });
  });
});

describe("what a change adds to a problem", () => {
  const own = anActivity({ id: "a" });

  it("is a further expert besides one with that very id", () => {
    const problem = aProblem({ activities: [own], experts: [anExpert({ id: "further expert" })] });
    expect(withExpert(problem, own).experts.map(({ id }) => id)).toEqual(["further expert", "further expert 2"]);
  });

  it("are further needs besides those with their very ids", () => {
    const need = { member: null, topic: "aeo", weight: 0.5, imputed: false };
    const needs = ["further 0 a", "further 0 a 2"].map((id) => ({ id, ...need }));
    const changed = withMembers(aProblem({ activities: [own], needs }), own, 2);
    expect(changed.needs.map(({ id }) => id)).toEqual(["further 0 a", "further 0 a 2", "further 0 a 3", "further 1 a"]);
    expect(changed.activities[0]?.covers.map(({ need: id }) => id)).toEqual(["further 0 a 3", "further 1 a"]);
  });
});
