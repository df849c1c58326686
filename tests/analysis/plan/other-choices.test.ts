import { describe, expect, it } from "vitest";
import { otherChoices } from "~/analysis/plan/other-choices";
import type { PlanProblem } from "~/analysis/plan/problem";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import { swapLines } from "~/analysis/plan/swap-lines";
import { feasible } from "../../fixtures/plan/enumerate-plans";
import { anActivity, anExpert, aProblem, noRules, randomSmallProblem } from "../../fixtures/plan/small-problem";

const solver = await loadSolver();

const two = aProblem({
  months: ["2026-07", "2026-08"],
  members: [
    { id: "fiji", smallIsland: true },
    { id: "samoa", smallIsland: true },
  ],
  needs: [
    { id: "fiji/aeo", member: "fiji", topic: "aeo", weight: 0.5, imputed: false },
    { id: "samoa/aeo", member: "samoa", topic: "aeo", weight: 0.3, imputed: false },
  ],
  activities: [
    anActivity({
      id: "a",
      mode: "national",
      members: ["fiji"],
      covers: [{ need: "fiji/aeo", mismatch: false }],
      teamSize: 1,
      cost: 300,
      hosts: [
        { member: "fiji", cost: 300 },
        { member: "samoa", cost: 350 },
      ],
      months: [0, 1],
    }),
    anActivity({
      id: "b",
      mode: "national",
      members: ["samoa"],
      covers: [{ need: "samoa/aeo", mismatch: false }],
      teamSize: 1,
      cost: 300,
      months: [0],
    }),
  ],
  experts: [anExpert({ id: "ann", months: [0, 1] }), anExpert({ id: "ben", months: [0] })],
  rules: { ...noRules, budget: 620 },
});
const lines = [
  { activity: "a", month: 1, experts: ["ann"], host: "fiji", funding: [] },
  { activity: "b", month: 0, experts: ["ben"], host: null, funding: [] },
];

/** The problem with the plan's lines and months locked and nothing else to choose. */
function frozen(problem: PlanProblem, months: ReadonlyMap<string, number>): PlanProblem {
  return {
    ...problem,
    activities: problem.activities
      .filter(({ id }) => months.has(id))
      .map((each) => ({ ...each, months: [months.get(each.id) ?? 0] })),
    fixedIn: problem.fixedIn.map((lock) => ({ ...lock, month: null })).filter(({ activity }) => months.has(activity)),
    fixedOut: [],
  };
}

describe("who, when or where else", () => {
  it("says what each choice would take from other lines", () => {
    const { experts, months, hosts } = otherChoices(two, lines, "a");
    // Ben is released in July only, when he has the other line.
    expect(experts).toMatchObject([{ id: "ben", feasible: false, score: null }]);
    expect(months).toMatchObject([{ id: "2026-07", month: 0, feasible: true, score: 0, cost: 0, drops: [] }]);
    expect(hosts).toMatchObject([{ id: "samoa", feasible: true, score: -3000, cost: 50 - 300, drops: ["b"] }]);
  });

  it("forms a new team for another line if that frees the expert", () => {
    const [choice] = otherChoices(
      two,
      [
        { ...lines[0], activity: "a", month: 0, experts: ["ann"], host: "fiji", funding: [] },
        { activity: "b", month: 0, experts: ["ben"], host: null, funding: [] },
      ],
      "a",
    ).experts;
    expect(choice).toMatchObject({ id: "ben", feasible: true, score: 0, drops: [], newTeams: ["b"] });
  });

  it("finds a month possible without giving anything up exactly when a schedule with it exists", () => {
    let asked = 0;
    for (let seed = 40_000; seed < 40_120; seed++) {
      const problem = randomSmallProblem(seed);
      const plan = solvePlan(problem, { solver }).plan;
      for (const line of plan?.lines ?? []) {
        const { months, experts } = otherChoices(problem, plan?.lines ?? [], line.activity);
        const held = new Map((plan?.lines ?? []).map(({ activity, month }) => [activity, month]));
        for (const { month, feasible: possible, drops } of months) {
          asked++;
          const moved = frozen(problem, new Map(held).set(line.activity, month ?? 0));
          expect({ seed, line, month, free: possible && drops.length === 0 }).toMatchObject({
            free: feasible(moved, moved.activities),
          });
        }
        for (const { id, feasible: possible, drops } of experts) {
          asked++;
          const own = problem.activities.find((each) => each.id === line.activity);
          const now = frozen(problem, held);
          const free = teamsWith(now, line.activity, id).some((each) => feasible(each, each.activities));
          expect({ seed, own, id, free: possible && drops.length === 0 }).toMatchObject({ free });
        }
      }
    }
    expect(asked).toBeGreaterThan(100);
  });

  it("is asked of a line of the plan only", () => {
    expect(() => otherChoices(two, lines, "c")).toThrow(RangeError);
  });
});

/** Problems in which a line's team is exactly one that holds the expert: a topic of its own that only these may do. */
function teamsWith(problem: PlanProblem, activity: string, expert: string): readonly PlanProblem[] {
  const own = problem.activities.find(({ id }) => id === activity);
  if (own === undefined) return [];
  const able = problem.experts.filter(({ areas, topics }) =>
    own.area === null ? topics.includes(own.topic) : areas.some(({ area }) => area === own.area),
  );
  const teams = subsets(able.map(({ id }) => id)).filter(
    (team) => team.length === own.teamSize && team.includes(expert),
  );
  return teams.map((team) => ({
    ...problem,
    activities: problem.activities.map((each) =>
      each.id === activity ? { ...each, area: "only", languages: own.languages } : each,
    ),
    experts: problem.experts.map((each) => {
      const standing = own.area === null ? "accredited" : each.areas.find(({ area }) => area === own.area)?.standing;
      return team.includes(each.id) && standing !== undefined
        ? { ...each, areas: [...each.areas, { area: "only", standing }] }
        : each;
    }),
  }));
}

function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** ids.length }, (_, mask) => ids.filter((_id, bit) => mask & (1 << bit)));
}

describe("why one line rather than another", () => {
  it("says what changes when they change places", () => {
    const only = [{ activity: "b", month: 0, experts: ["ann"], host: null, funding: [] }];
    const { difference, expertsA, expertsB, month, violations } = swapLines(two, only, "b", "a");
    expect({ score: difference.score, cost: difference.cost, expertsA, expertsB, month, violations }).toEqual({
      score: -2000,
      cost: 0,
      expertsA: ["ann"],
      expertsB: ["ben"],
      month: 0,
      violations: [],
    });
    expect(difference.membersOnlyA).toEqual(["samoa"]);
    expect(difference.membersOnlyB).toEqual(["fiji"]);
  });

  it("says which rule the exchange breaks", () => {
    const poor = {
      ...two,
      rules: { ...two.rules, budget: 300 },
      activities: two.activities.map((each) => (each.id === "a" ? { ...each, cost: 350, hosts: [] } : each)),
    };
    const { violations } = swapLines(
      poor,
      [{ activity: "b", month: 0, experts: ["ann"], host: null, funding: [] }],
      "b",
      "a",
    );
    expect(violations).toEqual([{ rule: "budget", subject: "budget" }]);
  });
});
