import { describe, expect, it } from "vitest";
import { explainInfeasibility } from "~/analysis/plan/infeasibility";
import { withAmount } from "~/analysis/plan/rule-amount";
import { loadSolver } from "~/analysis/plan/solver";
import { rulesOf, withoutRule } from "~/analysis/plan/without-rule";
import { enumerateBestPlan } from "../../fixtures/plan/enumerate-plans";
import { anActivity, aProblem, noRules, randomSmallProblem } from "../../fixtures/plan/small-problem";
import { tiredSolver } from "../../fixtures/plan/tired-solver";

const solver = await loadSolver();
const possible = (problem: Parameters<typeof enumerateBestPlan>[0]) => enumerateBestPlan(problem) !== undefined;

describe("the clash of a problem without a plan", () => {
  it("names the budget and the locked line that does not fit it, and by how much", () => {
    const problem = aProblem({
      activities: [anActivity({ id: "aeo", cost: 500 })],
      rules: { ...noRules, budget: 300 },
      fixedIn: [{ activity: "aeo", month: null }],
    });
    const { infeasible, clash, remedies } = explainInfeasibility(problem, { solver });
    expect({ infeasible, clash, remedies }).toEqual({
      infeasible: true,
      clash: [
        { rule: "budget", subject: null },
        { rule: "fixedIn", subject: "aeo" },
      ],
      remedies: [
        { rule: "budget", subject: null, now: 300, needed: 500, nearest: true },
        { rule: "fixedIn", subject: "aeo", now: null, needed: null, nearest: true },
      ],
    });
  });

  it("says what it could not find out when the solver gives up, and names no amount that does not help", () => {
    const problem = aProblem({
      activities: [anActivity({ id: "aeo", cost: 500 })],
      rules: { ...noRules, budget: 300 },
      fixedIn: [{ activity: "aeo", month: null }],
    });
    const whole = explainInfeasibility(problem, { solver });
    expect(whole).toMatchObject({ complete: true, remedies: [{ nearest: true }, { nearest: true }] });
    const amounts = new Set<number>();
    for (let first = 1; first <= 30; first++)
      for (const only of [true, false]) {
        const tired = tiredSolver(solver, (_, model) => (only ? model === first : model >= first));
        const cut = explainInfeasibility(problem, { solver: tired });
        if (cut.complete) expect(cut).toEqual(whole);
        for (const { rule, needed, nearest } of cut.remedies) {
          if (rule !== "budget" || needed === null) continue;
          amounts.add(needed);
          expect({ first, only, helps: needed >= 500, exact: !nearest || needed === 500 }).toMatchObject({
            helps: true,
            exact: true,
          });
        }
      }
    expect(amounts.size).toBeGreaterThan(1);
  });

  it("says that there is none if there is a plan", () => {
    const { infeasible, clash } = explainInfeasibility(aProblem({}), { solver });
    expect({ infeasible, clash }).toEqual({ infeasible: false, clash: [] });
  });

  it("is irreducible, and its remedies the smallest that help, by looking at all plans", () => {
    let clashes = 0;
    for (let seed = 0; seed < 400 && clashes < 60; seed++) {
      const problem = randomSmallProblem(9000 + seed);
      if (possible(problem)) continue;
      clashes++;
      const { infeasible, clash, remedies } = explainInfeasibility(problem, { solver });
      expect({ seed, infeasible }).toEqual({ seed, infeasible: true });
      const isIn = (rule: { rule: string; subject: string | null }) =>
        clash.some((each) => each.rule === rule.rule && each.subject === rule.subject);
      const core = rulesOf(problem)
        .filter((rule) => !isIn(rule))
        .reduce(withoutRule, problem);
      expect({ seed, core: possible(core) }).toEqual({ seed, core: false });
      for (const rule of clash)
        expect({ seed, rule, possible: possible(withoutRule(core, rule)) }).toMatchObject({ possible: true });
      const helping = clash.filter((rule) => possible(withoutRule(problem, rule)));
      expect(remedies.map(({ rule, subject }) => ({ rule, subject }))).toEqual(helping);
      for (const remedy of remedies) {
        const { needed, now } = remedy;
        if (needed === null || now === null) continue;
        const nearer = needed > now ? needed - 1 : needed + 1;
        expect({ seed, remedy, at: possible(withAmount(problem, remedy, needed)) }).toMatchObject({ at: true });
        expect({ seed, remedy, at: possible(withAmount(problem, remedy, nearer)) }).toMatchObject({ at: false });
      }
    }
    expect(clashes).toBe(60);
  });
});
