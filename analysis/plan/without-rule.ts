import type { PlanProblem, PlanRules } from "./problem";

/** One rule of a problem, or one part of it (`subject`: id of the funder or activity, name of the month). */
export interface RuleRef {
  readonly rule:
    | "budget"
    | "funder"
    | "officeDays"
    | "fewestPerMonth"
    | "mostPerMonth"
    | "absorption"
    | "missionsPerMember"
    | "islands"
    | "nationalNeedsRequest"
    | "oneLinePerRequest"
    | "languages"
    | "conflicts"
    | "missionsPerExpert"
    | "accreditedLead"
    | "fixedIn"
    | "fixedOut";
  readonly subject: string | null;
}

/** Every rule that binds in the problem, one entry per funder, month and lock. */
export function rulesOf(problem: PlanProblem): readonly RuleRef[] {
  const { rules, months } = problem;
  const whole = (rule: RuleRef["rule"], binds: boolean): RuleRef[] => (binds ? [{ rule, subject: null }] : []);
  const byMonth = (rule: RuleRef["rule"], binds: (month: number) => boolean): RuleRef[] =>
    months.flatMap((subject, month) => (binds(month) ? [{ rule, subject }] : []));
  return [
    ...whole("budget", rules.budget !== null),
    ...(rules.funders ?? []).map(({ id }): RuleRef => ({ rule: "funder", subject: id })),
    ...byMonth("officeDays", (month) => Number.isFinite(rules.officeDays?.[month] ?? Number.POSITIVE_INFINITY)),
    ...byMonth("fewestPerMonth", (month) => (rules.perMonth?.[month]?.fewest ?? 0) > 0),
    ...byMonth("mostPerMonth", (month) => (rules.perMonth?.[month]?.most ?? null) !== null),
    ...whole("absorption", rules.absorption !== null),
    ...whole("missionsPerMember", rules.missionsPerMember !== null),
    ...whole("islands", (rules.islandsAtLeast ?? 0) > 0),
    ...whole("nationalNeedsRequest", rules.nationalNeedsRequest),
    ...whole("oneLinePerRequest", rules.oneLinePerRequest),
    ...whole("languages", rules.languages),
    ...whole("conflicts", rules.conflicts),
    ...whole("missionsPerExpert", rules.missionsPerExpert),
    ...whole("accreditedLead", rules.accreditedLead),
    ...problem.fixedIn.map(({ activity }): RuleRef => ({ rule: "fixedIn", subject: activity })),
    ...problem.fixedOut.map((subject): RuleRef => ({ rule: "fixedOut", subject })),
  ];
}

/**
 * The problem without one rule. A funder's rule is its amount and its conditions: without it the funder pays whatever
 * is asked, for anything; the budget still holds.
 *
 * @throws {RangeError} if the subject is unknown
 */
export function withoutRule(problem: PlanProblem, { rule, subject }: RuleRef): PlanProblem {
  const change = (rules: Partial<PlanRules>): PlanProblem => ({ ...problem, rules: { ...problem.rules, ...rules } });
  const { rules } = problem;
  const month = problem.months.indexOf(subject ?? "");
  switch (rule) {
    case "budget":
      return change({ budget: null });
    case "funder":
      if (!rules.funders?.some(({ id }) => id === subject)) throw new RangeError(`funder ${subject} is unknown`);
      return change({
        funders: rules.funders.map((funder) =>
          funder.id === subject
            ? { ...funder, amount: everything(problem), topics: null, modes: null, members: null }
            : funder,
        ),
      });
    case "officeDays":
      return change({ officeDays: rules.officeDays?.map((days, at) => (at === month ? UNLIMITED : days)) ?? null });
    case "fewestPerMonth":
      return change({
        perMonth: rules.perMonth?.map((each, at) => (at === month ? { ...each, fewest: 0 } : each)) ?? null,
      });
    case "mostPerMonth":
      return change({
        perMonth: rules.perMonth?.map((each, at) => (at === month ? { ...each, most: null } : each)) ?? null,
      });
    case "absorption":
      return change({ absorption: null });
    case "missionsPerMember":
      return change({ missionsPerMember: null });
    case "islands":
      return change({ islandsAtLeast: null });
    case "fixedIn":
      return { ...problem, fixedIn: problem.fixedIn.filter(({ activity }) => activity !== subject) };
    case "fixedOut":
      return { ...problem, fixedOut: problem.fixedOut.filter((id) => id !== subject) };
    default:
      return change({ [rule]: false });
  }
}

const UNLIMITED = 1_000_000;

/** More than all lines together can cost. */
export function everything({ activities, given }: PlanProblem): number {
  return [...activities, ...given].reduce((sum, { cost }) => sum + cost, 0);
}
