import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planDifference } from "~/analysis/plan/plan-difference";
import { planFigures } from "~/analysis/plan/plan-figures";
import { scorePlan } from "~/analysis/plan/score-plan";
import { anActivity, aProblem, randomSmallProblem } from "../../fixtures/plan/small-problem";

const anyPlan = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.nat(), fc.nat()).map(([seed, first, second]) => {
  const problem = randomSmallProblem(seed);
  const chosen = (mask: number) => problem.activities.filter((_, bit) => mask & (1 << bit)).map(({ id }) => id);
  return { problem, a: chosen(first), b: chosen(second) };
});

describe("the score of any plan", () => {
  it("counts a need once, by the line that covers it best", () => {
    const problem = aProblem({
      members: [{ id: "fiji", smallIsland: true }],
      needs: [{ id: "n", member: "fiji", topic: "aeo", weight: 0.5, imputed: false }],
      activities: [
        anActivity({ id: "joint", covers: [{ need: "n", mismatch: true }] }),
        anActivity({ id: "visit", mode: "national", covers: [{ need: "n", mismatch: false }] }),
      ],
    });
    expect(scorePlan(problem, ["joint"]).score).toBe(3750);
    const { score, contributions } = scorePlan(problem, ["joint", "visit"]);
    expect(score).toBe(5000);
    expect(contributions).toEqual([
      { member: "fiji", topic: "aeo", need: "n", activity: "visit", value: 5000, imputed: false },
    ]);
  });

  it("is exactly the sum of its contributions, whole numbers, also for plans that break rules", () => {
    fc.assert(
      fc.property(anyPlan, ({ problem, a }) => {
        const { score, contributions } = scorePlan(problem, a);
        expect(contributions.reduce((sum, { value }) => sum + value, 0)).toBe(score);
        expect(contributions.every(({ value }) => Number.isInteger(value) && value > 0)).toBe(true);
        expect(new Set(contributions.map(({ need }) => need)).size).toBe(contributions.length);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("minus that of another plan is exactly the sum of the changed needs, and the cost that of the changed lines", () => {
    fc.assert(
      fc.property(anyPlan, ({ problem, a, b }) => {
        const difference = planDifference(problem, a, b);
        const cost = (ids: readonly string[]) =>
          problem.activities.filter(({ id }) => ids.includes(id)).reduce((sum, each) => sum + each.cost, 0);
        expect(difference.needs.reduce((sum, each) => sum + each.difference, 0)).toBe(difference.score);
        expect(difference.score).toBe(scorePlan(problem, a).score - scorePlan(problem, b).score);
        expect(difference.cost).toBe(cost(a) - cost(b));
        const back = planDifference(problem, b, a);
        expect(back.score + difference.score).toBe(0);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("refuses an unknown or repeated activity", () => {
    expect(() => scorePlan(aProblem({}), ["none"])).toThrow(RangeError);
    expect(() => scorePlan(aProblem({ activities: [anActivity({ id: "a" })] }), ["a", "a"])).toThrow(RangeError);
  });
});

describe("key figures of a plan", () => {
  const problem = aProblem({
    members: [
      { id: "fiji", smallIsland: true },
      { id: "samoa", smallIsland: true },
    ],
    needs: [
      { id: "f", member: "fiji", topic: "aeo", weight: 0.5, imputed: false },
      { id: "s", member: "samoa", topic: "aeo", weight: 0.3, imputed: false },
    ],
    activities: [
      anActivity({
        id: "visit",
        mode: "national",
        cost: 200,
        members: ["fiji"],
        covers: [{ need: "f", mismatch: false }],
      }),
    ],
  });

  it("name the members with no need covered and the cost of a covered need", () => {
    const line = { activity: "visit", month: 0, experts: [], host: null, funding: [] };
    expect(planFigures(problem, [line])).toEqual({
      lines: 1,
      score: 5000,
      share: 0.625,
      cost: 200,
      coveredNeeds: 1,
      costPerNeed: 200,
      membersWithout: ["samoa"],
      violations: [],
    });
  });

  it("have no cost per need where none is covered", () => {
    expect(planFigures(problem, [])).toMatchObject({ score: 0, costPerNeed: null, membersWithout: ["fiji", "samoa"] });
  });

  it("leave out a line of last year that is no candidate, and say so", () => {
    const line = { activity: "gone", month: 0, experts: [], host: null, funding: [] };
    expect(planFigures(problem, [line])).toMatchObject({
      lines: 0,
      violations: [{ rule: "unknownActivity", subject: "gone" }],
    });
  });
});
