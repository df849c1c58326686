import { describe, expect, it } from "vitest";
import type { PlanLine, PlanProblem } from "~/analysis/plan/problem";
import { verifyPlan } from "~/analysis/plan/verify-plan";
import { anActivity, anExpert, aProblem, noRules } from "../../fixtures/plan/small-problem";

const fiji = { id: "fiji", smallIsland: true };
const problem = aProblem({
  months: ["2026-07", "2026-08"],
  members: [fiji],
  activities: [
    anActivity({
      id: "a",
      members: ["fiji"],
      cost: 300,
      officeDays: 3,
      teamSize: 1,
      months: [0],
      languages: ["en"],
      requests: ["r"],
    }),
    anActivity({ id: "b", members: ["fiji"], cost: 300, officeDays: 3, teamSize: 0, months: [0], requests: ["r"] }),
  ],
  experts: [
    anExpert({ id: "ann", months: [0] }),
    anExpert({ id: "ben", languages: ["fr"], conflicts: ["fiji"], topics: [], months: [1], missions: 0 }),
  ],
  rules: { ...noRules, oneLinePerRequest: false },
});
const line: PlanLine = { activity: "a", month: 0, experts: ["ann"], host: null, funding: [] };
const other: PlanLine = { activity: "b", month: 0, experts: [], host: null, funding: [] };
const rulesBroken = (change: Partial<PlanProblem>, lines: readonly PlanLine[] = [line]) =>
  [...new Set(verifyPlan({ ...problem, ...change }, lines).map(({ rule }) => rule))].sort();
const withRules = (rules: Partial<PlanProblem["rules"]>) => ({ rules: { ...problem.rules, ...rules } });

describe("the independent check", () => {
  it("finds nothing in a plan that keeps all rules", () => {
    expect(rulesBroken({})).toEqual([]);
    expect(rulesBroken({}, [line, other])).toEqual([]);
  });

  it("finds each rule that is broken", () => {
    expect(rulesBroken(withRules({ budget: 299 }))).toEqual(["budget"]);
    expect(rulesBroken(withRules({ officeDays: [2, 9] }))).toEqual(["officeDays"]);
    expect(
      rulesBroken(
        withRules({
          perMonth: [
            { fewest: 0, most: 0 },
            { fewest: 1, most: null },
          ],
        }),
      ),
    ).toEqual(["fewestPerMonth", "mostPerMonth"]);
    expect(rulesBroken(withRules({ absorption: { warning: 1, limit: 1 } }), [line, other])).toEqual(["absorption"]);
    expect(rulesBroken(withRules({ oneLinePerRequest: true }), [line, other])).toEqual(["oneLinePerRequest"]);
    expect(rulesBroken(withRules({ islandsAtLeast: 1 }))).toEqual(["islands"]);
    expect(rulesBroken({ fixedIn: [{ activity: "b", month: null }] })).toEqual(["fixedIn"]);
    expect(rulesBroken({ fixedOut: ["a"] })).toEqual(["fixedOut"]);
    expect(rulesBroken({}, [{ ...line, month: 1 }])).toEqual(["expertMonth", "month"]);
    expect(rulesBroken({}, [{ ...line, experts: [] }])).toEqual(["team"]);
    expect(rulesBroken({}, [line, line])).toEqual(["repeatedActivity"]);
    expect(rulesBroken({}, [{ ...line, activity: "c" }])).toEqual(["unknownActivity"]);
    expect(rulesBroken({}, [{ ...line, experts: ["ben"] }])).toEqual([
      "conflict",
      "expertMissions",
      "expertMonth",
      "language",
      "standing",
    ]);
  });

  it("finds money that no funder may give, too little of it, and a funder that gives too much", () => {
    const funders = [{ id: "ccf", amount: 200, topics: ["ipr"], modes: null, members: null }];
    expect(rulesBroken(withRules({ funders }), [{ ...line, funding: [{ funder: "ccf", amount: 300 }] }])).toEqual([
      "funder",
      "funding",
    ]);
    expect(rulesBroken(withRules({ funders }))).toEqual(["funding"]);
  });

  it("finds a lead that is pre-accredited only", () => {
    const area = problem.activities.map((each) => ({ ...each, area: "aeo" }));
    const experts = [anExpert({ id: "ann", areas: [{ area: "aeo", standing: "preAccredited" }] })];
    expect(rulesBroken({ activities: area, experts })).toEqual(["lead"]);
  });
});
