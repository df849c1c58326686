import { describe, expect, it } from "vitest";
import { lockIn } from "~/analysis/plan/explain-out";
import type { PlanActivity, PlanProblem } from "~/analysis/plan/problem";
import { withAmount } from "~/analysis/plan/rule-amount";
import {
  missingSpeakers,
  smallestChanges,
  withCost,
  withExpert,
  withLanguage,
  withMembers,
} from "~/analysis/plan/smallest-change";
import { loadSolver } from "~/analysis/plan/solver";
import type { RuleRef } from "~/analysis/plan/without-rule";
import { enumerateBestPlan } from "../../fixtures/plan/enumerate-plans";
import { randomSmallProblem } from "../../fixtures/plan/small-problem";

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
