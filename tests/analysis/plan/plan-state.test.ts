import { describe, expect, it } from "vitest";
import { createRandom } from "~/analysis/numeric/random";
import { compilePlan } from "~/analysis/plan/compile-plan";
import { keepsLimits, missingIslands, missingMonths } from "~/analysis/plan/feasible-selection";
import { createPlanState } from "~/analysis/plan/plan-state";
import { scoreOf } from "~/analysis/plan/score-plan";
import { regionProblem, regionShapes } from "../../fixtures/plan/region-problem";
import { randomSmallProblem } from "../../fixtures/plan/small-problem";

const problems = [
  ...Array.from({ length: 60 }, (_, at) => randomSmallProblem(70_000 + at)),
  ...regionShapes.map((shape) => regionProblem(shape, { seed: 7, activityCount: 60 })),
];

describe("a plan whose lines come and go", () => {
  it("takes a line exactly when the plan with it keeps all limits, whatever came and went before", () => {
    let [taken, refused] = [0, 0];
    for (const [seed, problem] of problems.entries()) {
      const plan = compilePlan(problem);
      const state = createPlanState(plan);
      const random = createRandom(seed);
      for (let step = 0; step < 60 && plan.activities.length > 0; step++) {
        const at = random.integer(plan.activities.length);
        const months = plan.activities[at]?.months ?? [];
        if (state.monthOf[at] !== -1) {
          const loss = state.loss(at);
          const before = state.score();
          state.remove(at);
          expect(state.score()).toBe(before - loss);
        } else if (months.length > 0) {
          const month = months[random.integer(months.length)] ?? 0;
          const fits = !plan.overdrawn && keepsLimits(plan, new Map([...state.selection(), [at, month]]));
          const gain = state.gain(at);
          const before = state.score();
          expect({ seed, at, month, added: state.add(at, month) }).toMatchObject({ added: fits });
          if (fits) {
            taken++;
            expect(state.score()).toBe(before + gain);
          } else refused++;
        }
        expect(state.score()).toBe(scoreOf(plan, state.selection().keys()));
      }
      const selection = state.selection();
      const nothingMissing = missingIslands(plan, selection).length + missingMonths(plan, selection).length === 0;
      expect(state.missing() === 0).toBe(nothingMissing);
    }
    expect(taken).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(200);
  });

  it("says without looking at months when missions do not suffice for a line, and never wrongly", () => {
    let lacking = 0;
    for (const [seed, problem] of problems.entries()) {
      const plan = compilePlan(problem);
      const state = createPlanState(plan);
      const random = createRandom(seed + 500);
      for (let step = 0; step < 40 && plan.activities.length > 0; step++) {
        const at = random.integer(plan.activities.length);
        if (state.monthOf[at] !== -1) state.remove(at);
        else if (!state.hasMissions(at)) {
          lacking++;
          for (const month of plan.activities[at]?.months ?? [])
            expect(keepsLimits(plan, new Map([...state.selection(), [at, month]]))).toBe(false);
        } else for (const month of plan.activities[at]?.months ?? []) if (state.add(at, month)) break;
      }
    }
    expect(lacking).toBeGreaterThan(20);
  });
});
