import { describe, expect, it } from "vitest";
import { budgetCurve } from "~/analysis/plan/budget-curve";
import { whyIn } from "~/analysis/plan/explain-in";
import { lockIn, reasonClass, whyOut } from "~/analysis/plan/explain-out";
import { inclusionFrequency } from "~/analysis/plan/inclusion-frequency";
import { lossBounds } from "~/analysis/plan/loss-bounds";
import { nearOptimalPlans, tiedPlans } from "~/analysis/plan/near-optimal";
import { rulePrices } from "~/analysis/plan/rule-prices";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import { rulesOf, withoutRule } from "~/analysis/plan/without-rule";
import { enumerateBestPlan, enumeratePlans } from "../../fixtures/plan/enumerate-plans";
import { anActivity, anExpert, aProblem, noRules, randomSmallProblem } from "../../fixtures/plan/small-problem";
import { tiredSolver } from "../../fixtures/plan/tired-solver";

const solver = await loadSolver();
const problems = Array.from({ length: 60 }, (_, at) => randomSmallProblem(30_000 + at)).flatMap((problem) => {
  const best = enumerateBestPlan(problem);
  return best === undefined ? [] : [{ problem, best, lines: solvePlan(problem, { solver }).plan?.lines ?? [] }];
});

/** Two workshops of 300 for a budget of 300: the second is worth less. */
const rivals = aProblem({
  members: [
    { id: "fiji", smallIsland: true },
    { id: "samoa", smallIsland: true },
  ],
  needs: [
    { id: "fiji/aeo", member: "fiji", topic: "aeo", weight: 0.5, imputed: false },
    { id: "samoa/val", member: "samoa", topic: "val", weight: 0.4, imputed: false },
  ],
  activities: [
    anActivity({
      id: "a",
      cost: 300,
      members: ["fiji"],
      covers: [{ need: "fiji/aeo", mismatch: false }],
      mode: "national",
    }),
    anActivity({
      id: "b",
      cost: 300,
      topic: "val",
      members: ["samoa"],
      covers: [{ need: "samoa/val", mismatch: false }],
      mode: "national",
    }),
  ],
  rules: { ...noRules, budget: 300 },
});

describe("why a line is in", () => {
  it("because 1,000 ten-thousandths would be lost without it", () => {
    const { loss, status, without, locked } = whyIn(rivals, ["a"], "a", { solver });
    expect({ loss, status, locked }).toEqual({ loss: 1000, status: "optimal", locked: false });
    expect(without?.onlyB.map(({ activity }) => activity)).toEqual(["b"]);
  });

  it("as the loss found by looking at all plans without it", () => {
    for (const { problem, best } of problems)
      for (const id of best.ids) {
        const without = enumerateBestPlan({
          ...problem,
          fixedIn: problem.fixedIn.filter((lock) => lock.activity !== id),
          fixedOut: [...problem.fixedOut, id],
        });
        const { loss, status } = whyIn(problem, best.ids, id, { solver });
        expect({ loss, status }).toEqual(
          without === undefined
            ? { loss: null, status: "infeasible" }
            : { loss: best.score - without.score, status: "optimal" },
        );
      }
  });

  it("is asked of a line of the plan only", () => {
    expect(() => whyIn(rivals, ["a"], "b", { solver })).toThrow(RangeError);
  });
});

describe("why a line is out", () => {
  it("because of the budget, at 80 per cent, and what it would displace", () => {
    const { reason, closeness, loss, displaces } = whyOut(rivals, [{ activity: "a", month: 0 }], "b", { solver });
    expect({ reason, closeness, loss, displaces }).toEqual({
      reason: "budget",
      closeness: 0.8,
      loss: 1000,
      displaces: ["a"],
    });
  });

  it("at most as close as the plan, and not proven, where the plan with the line is the better one", () => {
    const { closeness, loss, flags } = whyOut(rivals, [{ activity: "b", month: 0 }], "a", { solver });
    expect({ closeness, loss, flags }).toEqual({ closeness: 1, loss: -1000, flags: ["notProven"] });
    expect(whyOut(rivals, [{ activity: "a", month: 0 }], "b", { solver }).flags).toEqual([]);
    const locked = { ...rivals, fixedOut: ["a"] };
    expect(whyOut(locked, [{ activity: "b", month: 0 }], "a", { solver })).toMatchObject({ loss: -1000, flags: [] });
  });

  it("as the loss found by looking at all plans with it", () => {
    for (const { problem, best, lines } of problems)
      for (const { id } of problem.activities) {
        if (best.ids.includes(id)) continue;
        const inside = enumerateBestPlan(lockIn(problem, id));
        const { loss, status } = whyOut(problem, lines, id, { solver });
        expect({ id, loss, status }).toEqual(
          inside === undefined
            ? { id, loss: null, status: "infeasible" }
            : { id, loss: best.score - inside.score, status: "optimal" },
        );
      }
  });

  const one = (overrides: Parameters<typeof anActivity>[0], rules = noRules, more = {}) =>
    reasonClass(
      aProblem({
        ...rivals,
        activities: [
          ...rivals.activities,
          anActivity({ covers: [{ need: "samoa/val", mismatch: false }], topic: "val", ...overrides }),
        ],
        rules,
        ...more,
      }),
      [{ activity: "a", month: 0 }],
      overrides.id,
    );

  it("names each reason of the list", () => {
    expect(one({ id: "c", kind: "national", members: ["samoa"] })).toBe("noRequest");
    expect(one({ id: "c", cost: 1 }, { ...noRules, budget: 300 })).toBe("budget");
    expect(one({ id: "c", cost: 1 }, { ...noRules, funders: [] })).toBe("funder");
    expect(one({ id: "c", teamSize: 1 })).toBe("expert");
    const speaker = { experts: [anExpert({ id: "e", topics: ["val"], languages: ["fr"] })] };
    expect(one({ id: "c", teamSize: 1, languages: ["en"] }, noRules, speaker)).toBe("language");
    expect(one({ id: "c", months: [] })).toBe("month");
    expect(one({ id: "c", members: ["fiji"] }, { ...noRules, absorption: { warning: 1, limit: 1 } })).toBe(
      "absorption",
    );
    expect(one({ id: "c", officeDays: 3 }, { ...noRules, officeDays: [2] })).toBe("officeWorkload");
    expect(one({ id: "c", cost: 400, covers: [{ need: "fiji/aeo", mismatch: false }] })).toBe("dominated");
    expect(one({ id: "c", covers: [{ need: "fiji/aeo", mismatch: false }], cost: 1 })).toBe("needMetOtherwise");
    expect(one({ id: "c" }, noRules, { fixedOut: ["c"] })).toBe("locked");
  });
});

describe("bounds on all losses at once", () => {
  it("never exceed the exact loss, and find the impossible", () => {
    for (const { problem, best, lines } of problems.slice(0, 30)) {
      const { bounds, complete } = lossBounds(problem, lines, { solver });
      expect(complete).toBe(true);
      for (const { activity, inPlan, lossAtLeast, impossible } of bounds) {
        if (problem.fixedIn.some((lock) => lock.activity === activity)) continue;
        const other = enumerateBestPlan(
          inPlan ? { ...problem, fixedOut: [...problem.fixedOut, activity] } : lockIn(problem, activity),
        );
        if (other !== undefined && !problem.fixedOut.includes(activity)) {
          expect(impossible).toBe(false);
          expect(lossAtLeast).toBeLessThanOrEqual(best.score - other.score);
        }
      }
    }
  });

  it("call no line impossible because the solver gave up on it", () => {
    const tired = tiredSolver(solver, (solve) => solve > 1);
    const { bounds } = lossBounds(rivals, [{ activity: "a", month: 0 }], { solver: tired });
    expect(bounds).toMatchObject([
      { activity: "a", impossible: false, lossAtLeast: null, closenessAtMost: null },
      { activity: "b", impossible: false, lossAtLeast: null, closenessAtMost: 1 },
    ]);
  });

  it("answer first for the line that was clicked", () => {
    const { bounds } = lossBounds(rivals, [{ activity: "a", month: 0 }], { solver, first: ["b"] });
    expect(bounds.map(({ activity }) => activity)).toEqual(["b", "a"]);
  });
});

describe("questions about rules and money", () => {
  it("price a rule as the optimum without it minus the optimum, by looking at all plans", () => {
    for (const { problem, best } of problems.slice(0, 25)) {
      const rules = rulesOf(problem);
      const { prices } = rulePrices(problem, best.score, { solver, groups: rules.map((rule) => [rule]) });
      expect(prices.map(({ price }) => price)).toEqual(
        rules.map((rule) => (enumerateBestPlan(withoutRule(problem, rule))?.score ?? Number.NaN) - best.score),
      );
    }
  });

  it("draw the budget curve, which never falls", () => {
    for (const { problem } of problems.slice(0, 25)) {
      if (problem.rules.budget === null) continue;
      const scores = budgetCurve(problem, { solver }).points.map(({ score }) => score ?? -1);
      expect(scores).toHaveLength(6);
      expect([...scores].sort((a, b) => a - b)).toEqual(scores);
    }
    expect(() => budgetCurve(aProblem({}), { solver })).toThrow(RangeError);
  });
});

describe("other plans", () => {
  it("tied with the proposal are exactly those with its score and cost", () => {
    for (const { problem, best } of problems.slice(0, 30)) {
      const tied = enumeratePlans(problem, 20).filter(({ score, cost }) => score === best.score && cost === best.cost);
      if (tied.length === 20) continue;
      const { plans, complete } = tiedPlans(problem, best.ids, { solver, count: 20 });
      expect({ complete, plans: [...plans].map((ids) => ids.join()).sort() }).toEqual({
        complete: true,
        plans: tied
          .slice(1)
          .map(({ ids }) => ids.join())
          .sort(),
      });
    }
  });

  it("within 2 per cent share as few lines with it as any plan can", () => {
    for (const { problem, best } of problems.slice(0, 30)) {
      const { alternatives } = nearOptimalPlans(problem, best.ids, { solver, count: 1 });
      const near = enumeratePlans(problem, 256).filter(({ score }) => score >= 0.98 * best.score);
      const shared = near.map(({ ids }) => ids.filter((id) => best.ids.includes(id)).length);
      const [first] = alternatives;
      if (first !== undefined) expect(first.shared).toBe(Math.min(...shared));
      else expect(Math.min(...shared)).toBe(best.ids.length);
      expect(first?.plan.violations ?? []).toEqual([]);
    }
  });

  it("over replicates of the weights: a line is counted in the plans that hold it", () => {
    const strong = new Map([["samoa/val", 0.9]]);
    const { activities, replicates } = inclusionFrequency(rivals, [new Map(), strong, new Map()], { solver, seed: 7 });
    expect(replicates).toBe(3);
    expect(activities).toEqual([
      { activity: "a", count: 2, share: 2 / 3 },
      { activity: "b", count: 1, share: 1 / 3 },
    ]);
  });
});
