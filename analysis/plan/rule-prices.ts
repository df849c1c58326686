import type { OnProgress, Provenance } from "~/analysis/result";
import { compilePlan } from "./compile-plan";
import { type SolveStatus, statusOf } from "./explain-in";
import type { PlanProblem } from "./problem";
import { searchProvenance } from "./provenance";
import { scoreOf } from "./score-plan";
import type { SolveOptions } from "./solve-options";
import { solveCompiled } from "./solve-plan";
import { type RuleRef, rulesOf, withoutRule } from "./without-rule";

export interface RulePrice {
  readonly rule: RuleRef["rule"];
  readonly subject: string | null;
  /** Best score without the rule, `null` if not known. */
  readonly score: number | null;
  /** Best score without the rule minus with it: what the rule costs, never below 0 when both are proven. */
  readonly price: number | null;
  readonly status: SolveStatus;
}

/**
 * What each rule costs: the optimum without it minus the optimum with it, by one re-solve per rule. Office workdays
 * and lines per month are taken as one rule over all months unless `groups` names single ones.
 *
 * @param score of the proven optimum under all rules
 * @param groups rules to price, each group together; all kinds that bind if missing
 */
export function rulePrices(
  problem: PlanProblem,
  score: number,
  options: SolveOptions & { readonly groups?: readonly (readonly RuleRef[])[]; readonly onRule?: OnProgress },
): Provenance & { readonly prices: readonly RulePrice[] } {
  const groups = options.groups ?? rulesByKind(rulesOf(problem));
  const prices: RulePrice[] = [];
  for (const group of groups) {
    const [first] = group;
    if (first === undefined || options.shouldStop?.()) continue;
    const plan = compilePlan(group.reduce(withoutRule, problem));
    const outcome = solveCompiled(plan, options, 1);
    const without = outcome.selection === undefined ? null : scoreOf(plan, outcome.selection.keys());
    prices.push({
      rule: first.rule,
      subject: group.length === 1 ? first.subject : null,
      score: without,
      price: without === null ? null : without - score,
      status: statusOf(outcome),
    });
    options.onRule?.({ done: prices.length, total: groups.length });
  }
  return { ...searchProvenance(problem, "rule-prices", options), prices };
}

/** Rules in groups that are priced together: those that differ only in the month are one; funders and locks stay single. */
export function rulesByKind(rules: readonly RuleRef[]): readonly (readonly RuleRef[])[] {
  const groups = new Map<string, RuleRef[]>();
  for (const rule of rules) {
    const single = rule.rule === "funder" || rule.rule === "fixedIn" || rule.rule === "fixedOut";
    const key = single ? `${rule.rule} ${rule.subject}` : rule.rule;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()];
}
