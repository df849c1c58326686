import { describe, expect, it } from "vitest";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import { enumerateBestPlan } from "../../fixtures/plan/enumerate-plans";
import { regionProblem } from "../../fixtures/plan/region-problem";
import { randomSmallProblem } from "../../fixtures/plan/small-problem";
import { tiredSolver } from "../../fixtures/plan/tired-solver";

const solver = await loadSolver();

describe("a search whose solver gives up now and then", () => {
  it("proves nothing that is not so on small problems, by looking at all plans", () => {
    let unproven = 0;
    for (let seed = 0; seed < 40; seed++) {
      const problem = randomSmallProblem(7000 + seed);
      const best = enumerateBestPlan(problem);
      for (const every of [1, 2, 3]) {
        const tired = tiredSolver(solver, (solve) => solve % every === 0);
        const { status, plan, bound, proven } = solvePlan(problem, { solver: tired });
        if (!proven[0]) unproven++;
        if (best === undefined) {
          expect({ seed, plan }).toEqual({ seed, plan: null });
          continue;
        }
        expect({ seed, every, status }).not.toMatchObject({ status: "infeasible" });
        expect(bound).toBeGreaterThanOrEqual(best.score);
        if (proven[0]) expect({ seed, every, score: plan?.score }).toEqual({ seed, every, score: best.score });
      }
    }
    expect(unproven).toBeGreaterThan(0);
  });

  it("keeps the bound of a branch that it could not solve", () => {
    const problem = regionProblem("scarceExperts", { activityCount: 60 });
    let nodes = 0;
    const counting = tiredSolver(solver, () => {
      nodes++;
      return false;
    });
    const whole = solvePlan(problem, { solver: counting });
    for (const share of [0.3, 0.6, 0.9]) {
      const from = Math.ceil(nodes * share);
      const { plan, bound, proven } = solvePlan(problem, { solver: tiredSolver(solver, (solve) => solve >= from) });
      expect(bound).toBeGreaterThanOrEqual(whole.plan?.score ?? 0);
      if (proven[0]) expect(plan?.score).toBe(whole.plan?.score);
    }
  });
});
