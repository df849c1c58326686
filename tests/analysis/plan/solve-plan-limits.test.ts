import { describe, expect, it } from "vitest";
import { SEARCH_SEED } from "~/analysis/plan/improve-plan";
import type { PlanProgress } from "~/analysis/plan/solve-options";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import { enumerateBestPlan } from "../../fixtures/plan/enumerate-plans";
import { regionProblem } from "../../fixtures/plan/region-problem";
import { anActivity, aProblem, noRules, randomSmallProblem } from "../../fixtures/plan/small-problem";

const solver = await loadSolver();

describe("a proposal at the edges", () => {
  it("is empty for an empty problem", () => {
    expect(solvePlan(aProblem({}), { solver })).toMatchObject({
      status: "optimal",
      plan: { lines: [], score: 0 },
      coverage: null,
    });
  });

  it("plans only what is free with a budget of zero", () => {
    const problem = regionProblem("looseBudget", { activityCount: 60 });
    const free = { ...anActivity({ id: "free", mode: "virtual" }), covers: problem.activities[0]?.covers ?? [] };
    const poor = { ...problem, activities: [...problem.activities, free], rules: { ...noRules, budget: 0 } };
    expect(solvePlan(poor, { solver }).plan?.lines.map(({ activity }) => activity)).toEqual(["free"]);
  });

  it("plans only what needs no expert when there is none", () => {
    const problem = regionProblem("tightBudget", { activityCount: 60 });
    expect(solvePlan({ ...problem, experts: [], rules: noRules }, { solver })).toMatchObject({
      status: "optimal",
      plan: { lines: [] },
    });
  });

  it("keeps to one funder's money with 300 candidates", () => {
    const problem = regionProblem("tightBudget");
    const funders = [{ id: "one", amount: 60_000, topics: null, modes: null, members: null }];
    const { status, plan } = solvePlan(
      { ...problem, rules: { ...problem.rules, budget: null, funders, islandsAtLeast: null } },
      { solver },
    );
    expect(status).toBe("optimal");
    expect(plan?.violations).toEqual([]);
    expect(plan?.cost).toBeLessThanOrEqual(60_000);
  });

  it("needs a clock for a time limit", () => {
    expect(() => solvePlan(aProblem({}), { solver, timeLimit: 1 })).toThrow(RangeError);
  });

  it("refuses what a caller put together wrongly", () => {
    for (const wrong of [
      aProblem({ activities: [anActivity({ id: "a", cost: Number.NaN })] }),
      aProblem({ activities: [anActivity({ id: "a", cost: 1.5 })] }),
      aProblem({ activities: [anActivity({ id: "a" }), anActivity({ id: "a" })] }),
      aProblem({ activities: [anActivity({ id: "a", months: [1] })] }),
      aProblem({ needs: [{ id: "n", member: null, topic: "t", weight: Number.POSITIVE_INFINITY, imputed: false }] }),
      aProblem({ rules: { ...noRules, officeDays: [1, 2] } }),
    ])
      expect(() => solvePlan(wrong, { solver })).toThrow(RangeError);
  });

  it("takes ids of any characters, also prefixes of each other", () => {
    const ids = ["a", "a ", "a\n", "aa", "__proto__", "ä/+"];
    const problem = aProblem({
      needs: ids.map((id) => ({ id, member: null, topic: id, weight: 0.5, imputed: false })),
      activities: ids.map((id) => anActivity({ id, covers: [{ need: id, mismatch: false }] })),
    });
    expect(solvePlan(problem, { solver }).plan?.lines).toHaveLength(6);
  });
});

describe("a proposal cut short", () => {
  const problem = regionProblem("scarceExperts");

  it("has a plan that keeps all rules, a bound and a gap when time runs out", () => {
    let clock = 0;
    const seen: PlanProgress[] = [];
    const proposal = solvePlan(problem, {
      solver,
      timeLimit: 0.4,
      now: () => (clock += 1),
      onProgress: (progress) => seen.push(progress),
    });
    expect(proposal).toMatchObject({ status: "bestFound", flags: ["notProven", "timeLimit"] });
    expect(proposal.plan?.violations).toEqual([]);
    expect(proposal.gap).toBeGreaterThan(0);
    expect(proposal.bound).toBeGreaterThan(proposal.plan?.score ?? 0);
    expect(seen[0]).toMatchObject({ stage: 1 });
  });

  it("names the seed of its search and the limit it was under", () => {
    const small = aProblem({});
    const limited = solvePlan(small, { solver, timeLimit: 5, now: () => 0 });
    expect(limited).toMatchObject({ seed: SEARCH_SEED, parameters: { timeLimit: 5 } });
    expect(solvePlan(small, { solver })).toMatchObject({ seed: SEARCH_SEED, parameters: { timeLimit: null } });
  });

  it("stops when asked to, with what it has", () => {
    let asked = 0;
    const { status, plan, flags } = solvePlan(problem, {
      solver,
      timeLimit: 1000,
      now: () => 0,
      shouldStop: () => ++asked > 60,
    });
    expect({ status, flags }).toEqual({ status: "bestFound", flags: ["notProven"] });
    expect(plan?.violations).toEqual([]);
  });

  it("is greedy with a bound that holds when there is no solver", () => {
    for (let seed = 0; seed < 60; seed++) {
      const small = randomSmallProblem(60_000 + seed);
      const best = enumerateBestPlan(small);
      const greedy = solvePlan(small, { solver: null });
      if (best === undefined) expect(greedy.plan).toBe(null);
      else expect(greedy.bound).toBeGreaterThanOrEqual(best.score);
      expect(greedy.plan?.violations ?? []).toEqual([]);
      expect(greedy.plan?.score ?? 0).toBeLessThanOrEqual(best?.score ?? 0);
      expect(greedy.proven).toEqual([false, false, false]);
    }
  });

  it("never reports a bound that rises or a score that falls", () => {
    const seen: PlanProgress[] = [];
    solvePlan(regionProblem("tightBudget", { activityCount: 120 }), { solver, onProgress: (each) => seen.push(each) });
    const first = seen.filter(({ stage }) => stage === 1);
    expect(first.length).toBeGreaterThan(2);
    for (const [at, each] of first.entries()) {
      const before = first[at - 1];
      if (before === undefined) continue;
      expect(each.bound).toBeLessThanOrEqual(before.bound);
      expect(each.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
    }
  });
});
