import type { PlanProblem } from "~/analysis/plan/problem";
import { rulesByKind } from "~/analysis/plan/rule-prices";
import { type RuleRef, rulesOf } from "~/analysis/plan/without-rule";
import type { ExplanationItem } from "./explanation";
import type { ProposalDocument } from "./proposal-document";

/** Shares of the budget at which the best plan is looked for. */
const BUDGET_SHARES = [0.8, 0.9, 1, 1.1, 1.2, 1.3] as const;

/** Resamples of the answers under which the plan is solved once more. */
export const REPLICATES = 50;

/** Lines left out that the page of a proposal shows at once: they come before rules and resamples. */
const FIRST_LOOK = 20;

/** Lines for which it is worked out without being asked what would bring them in: each takes many solves. */
const MOST_CHANGES = 20;

/**
 * Every question that is worked out in the background, in the order in which they are: lines in the plan, and of those
 * left out the first that were asked for, those that would add most first; rules; budgets; resamples; all other lines
 * that would add something; what would bring in the first that were asked for.
 */
export function explanationItems({
  problem,
  outcome,
}: Pick<ProposalDocument, "problem" | "outcome">): readonly ExplanationItem[] {
  const { plan, proven } = outcome.proposal;
  if (plan === null) return [];
  const adding = outcome.leftOut.filter(({ gain }) => gain > 0);
  const asked = new Set(problem.activities.flatMap((activity) => (activity.asked ? [activity.id] : [])));
  const first = adding.filter(({ activity }) => asked.has(activity)).map(({ activity }) => activity);
  const rest = adding.filter(({ activity }) => !asked.has(activity)).map(({ activity }) => activity);
  const inside = plan.lines.map(({ activity }) => activity);
  const items = (kind: ExplanationItem["kind"], subjects: readonly string[]) =>
    subjects.map((subject): ExplanationItem => ({ kind, subject }));
  return [
    ...items("line", inTurns(inside, first.slice(0, FIRST_LOOK))),
    ...items("price", proven[0] ? [...ruleGroups(problem).keys()] : []),
    ...items("budget", problem.rules.budget === null ? [] : BUDGET_SHARES.map(String)),
    ...items(
      "replicate",
      Array.from({ length: REPLICATES }, (_, at) => String(at + 1)),
    ),
    ...items("line", [...first.slice(FIRST_LOOK), ...rest]),
    ...items("changes", first.slice(0, MOST_CHANGES)),
  ];
}

/** What the page of one line needs: why, and what else. */
export function itemsOfLine(line: string, included: boolean): readonly ExplanationItem[] {
  return [
    { kind: "line", subject: line },
    { kind: included ? "choices" : "changes", subject: line },
  ];
}

/** Rules that are priced together, by the name under which their price is stored. */
export function ruleGroups(problem: PlanProblem): ReadonlyMap<string, readonly RuleRef[]> {
  return new Map(
    rulesByKind(rulesOf(problem)).flatMap((group): [string, readonly RuleRef[]][] => {
      const [first] = group;
      if (first === undefined) return [];
      return [[group.length === 1 && first.subject !== null ? `${first.rule} ${first.subject}` : first.rule, group]];
    }),
  );
}

function inTurns(a: readonly string[], b: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => [a[at], b[at]])
    .flat()
    .filter((each) => each !== undefined);
}
