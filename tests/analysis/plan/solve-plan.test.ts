import { describe, expect, it } from "vitest";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import { enumerateBestPlan } from "../../fixtures/plan/enumerate-plans";
import { randomSmallProblem } from "../../fixtures/plan/small-problem";

const solver = await loadSolver();

describe("the proposal against plain enumeration", () => {
  for (let block = 0; block < 10; block++)
    it(`equals it in score, cost and order on small problems ${block * 30} to ${block * 30 + 29}`, () => {
      for (let seed = block * 30; seed < block * 30 + 30; seed++) {
        const problem = randomSmallProblem(seed);
        const best = enumerateBestPlan(problem);
        const { status, plan } = solvePlan(problem, { solver });
        if (best === undefined) {
          expect({ seed, status }).toEqual({ seed, status: "infeasible" });
          continue;
        }
        const ids = plan?.lines.map(({ activity }) => activity);
        expect({ seed, status, ids, score: plan?.score, cost: plan?.cost, violations: plan?.violations }).toEqual({
          seed,
          status: "optimal",
          ids: best.ids,
          score: best.score,
          cost: best.cost,
          violations: [],
        });
      }
    });
});
