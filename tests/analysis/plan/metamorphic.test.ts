import { describe, expect, it } from "vitest";
import { createRandom } from "~/analysis/numeric/random";
import type { PlanProblem } from "~/analysis/plan/problem";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import { everything, rulesOf, withoutRule } from "~/analysis/plan/without-rule";
import { randomSmallProblem } from "../../fixtures/plan/small-problem";

const solver = await loadSolver();
const seeds = Array.from({ length: 40 }, (_, at) => 20_000 + at);
const best = (problem: PlanProblem) => solvePlan(problem, { solver }).plan?.score ?? Number.NEGATIVE_INFINITY;

describe("a larger choice never gives a worse plan", () => {
  it("with a larger budget", () => {
    for (const seed of seeds) {
      const problem = randomSmallProblem(seed);
      const { budget } = problem.rules;
      if (budget === null) continue;
      const larger = { ...problem, rules: { ...problem.rules, budget: budget + 300 } };
      expect(best(larger)).toBeGreaterThanOrEqual(best(problem));
    }
  });

  it("with one more expert", () => {
    for (const seed of seeds) {
      const problem = randomSmallProblem(seed);
      const expert = {
        id: "another",
        member: null,
        languages: ["en", "fr"],
        areas: [{ area: "aeo", standing: "accredited" as const }],
        topics: ["val"],
        missions: 2,
        months: problem.months.map((_, month) => month),
        conflicts: [],
      };
      expect(best({ ...problem, experts: [...problem.experts, expert] })).toBeGreaterThanOrEqual(best(problem));
    }
  });

  it("without any one of its rules", () => {
    for (const seed of seeds) {
      const problem = randomSmallProblem(seed);
      const score = best(problem);
      for (const rule of rulesOf(problem)) expect(best(withoutRule(problem, rule))).toBeGreaterThanOrEqual(score);
    }
  });
});

describe("what does not matter", () => {
  it("the order of the input: same bytes", () => {
    for (const seed of seeds) {
      const problem = randomSmallProblem(seed);
      const random = createRandom(seed);
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((each) => ({ each, key: random.next() }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
      const other: PlanProblem = {
        ...problem,
        members: shuffled(problem.members),
        needs: shuffled(problem.needs),
        activities: shuffled(problem.activities),
        experts: shuffled(problem.experts),
        given: shuffled(problem.given),
        rules: { ...problem.rules, funders: problem.rules.funders === null ? null : shuffled(problem.rules.funders) },
      };
      const first = solvePlan(problem, { solver });
      const second = solvePlan(other, { solver });
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    }
  });

  it("a budget beyond what everything costs", () => {
    for (const seed of seeds) {
      const problem = randomSmallProblem(seed);
      const free = { ...problem, rules: { ...problem.rules, budget: null } };
      const rich = { ...problem, rules: { ...problem.rules, budget: everything(problem) } };
      expect(best(rich)).toBe(best(free));
    }
  });
});
