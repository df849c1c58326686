import type { PlanProblem } from "./problem";
import type { RuleRef } from "./without-rule";

/** The number that a rule sets; `null` for rules without one. */
export function amountOf({ rules, months }: PlanProblem, { rule, subject }: RuleRef): number | null {
  const month = months.indexOf(subject ?? "");
  switch (rule) {
    case "budget":
      return rules.budget;
    case "funder":
      return rules.funders?.find(({ id }) => id === subject)?.amount ?? null;
    case "officeDays":
      return rules.officeDays?.[month] ?? null;
    case "fewestPerMonth":
      return rules.perMonth?.[month]?.fewest ?? null;
    case "mostPerMonth":
      return rules.perMonth?.[month]?.most ?? null;
    case "absorption":
      return rules.absorption?.limit ?? null;
    case "missionsPerMember":
      return rules.missionsPerMember;
    case "islands":
      return rules.islandsAtLeast;
    default:
      return null;
  }
}

/**
 * The problem with another number in one rule; a funder keeps its conditions.
 *
 * @throws {RangeError} if the rule has no number
 */
export function withAmount(problem: PlanProblem, { rule, subject }: RuleRef, amount: number): PlanProblem {
  const { rules } = problem;
  const month = problem.months.indexOf(subject ?? "");
  const at = <T>(list: readonly T[] | null, change: (each: T) => T): readonly T[] | null =>
    list?.map((each, index) => (index === month ? change(each) : each)) ?? null;
  switch (rule) {
    case "budget":
      return { ...problem, rules: { ...rules, budget: amount } };
    case "funder":
      return {
        ...problem,
        rules: {
          ...rules,
          funders: rules.funders?.map((each) => (each.id === subject ? { ...each, amount } : each)) ?? null,
        },
      };
    case "officeDays":
      return { ...problem, rules: { ...rules, officeDays: at(rules.officeDays, () => amount) } };
    case "fewestPerMonth":
      return { ...problem, rules: { ...rules, perMonth: at(rules.perMonth, (each) => ({ ...each, fewest: amount })) } };
    case "mostPerMonth":
      return { ...problem, rules: { ...rules, perMonth: at(rules.perMonth, (each) => ({ ...each, most: amount })) } };
    case "absorption":
      return {
        ...problem,
        rules: { ...rules, absorption: { warning: rules.absorption?.warning ?? amount, limit: amount } },
      };
    case "missionsPerMember":
      return { ...problem, rules: { ...rules, missionsPerMember: amount } };
    case "islands":
      return { ...problem, rules: { ...rules, islandsAtLeast: amount } };
    default:
      throw new RangeError(`rule ${rule} has no number`);
  }
}
