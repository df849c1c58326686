import type { Provenance } from "~/analysis/result";
import { branchAndBound } from "./branch-and-bound";
import { compilePlan } from "./compile-plan";
import { needsSolver } from "./near-optimal";
import { buildPlanModel } from "./plan-model";
import type { PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import { amountOf, withAmount } from "./rule-amount";
import type { SolveOptions } from "./solve-options";
import { stageControl } from "./stage-control";
import { everything, type RuleRef, rulesOf, withoutRule } from "./without-rule";

/** One way out: a rule of the clash that, changed alone, lets a plan exist. */
export interface Remedy extends RuleRef {
  /** What the rule says now and the nearest value that helps; `null` for rules that can only be dropped. */
  readonly now: number | null;
  readonly needed: number | null;
  /** `false`: a nearer value may help too, or with `needed` `null` any; it was stopped before that was known. */
  readonly nearest: boolean;
}

export interface Infeasibility extends Provenance {
  /** `false`: there are plans after all. `null`: stopped before it was known. */
  readonly infeasible: boolean | null;
  /** Rules that cannot all be kept, and of which none can be left out of the clash; empty: the given lines alone. */
  readonly clash: readonly RuleRef[];
  /** Each verified by a solve. Empty if no single rule helps: then there are several clashes. */
  readonly remedies: readonly Remedy[];
  /** `false`: stopped before all was known; the clash or remedies may be missing. */
  readonly complete: boolean;
}

/**
 * Names the clash when no plan keeps all rules: an irreducible set of rules (each rule is dropped for good if there is
 * still no plan without it; what remains is the clash), and for each of its rules that helps alone the smallest
 * change.
 *
 * Found by solves over whole plans, not on the relaxation, so that a clash of whole numbers is named too.
 */
export function explainInfeasibility(problem: PlanProblem, options: SolveOptions): Infeasibility {
  const provenance = planProvenance(problem, "infeasibility", { timeLimit: options.timeLimit ?? null });
  const whole = hasPlan(problem, options);
  if (whole !== false)
    return {
      ...provenance,
      infeasible: whole === null ? null : false,
      clash: [],
      remedies: [],
      complete: whole !== null,
    };
  let reduced = problem;
  const clash: RuleRef[] = [];
  // Locks are tried last to go: a clash that names them is the one a planner can act on.
  for (const rule of rulesOf(problem)) {
    const without = withoutRule(reduced, rule);
    const possible = hasPlan(without, options);
    if (possible === null) return { ...provenance, infeasible: true, clash: [], remedies: [], complete: false };
    if (possible) clash.push(rule);
    else reduced = without;
  }
  const remedies: Remedy[] = [];
  let complete = true;
  for (const rule of clash) {
    const helps = hasPlan(withoutRule(problem, rule), options);
    if (helps === null) complete = false;
    if (helps !== true) continue;
    const now = amountOf(problem, rule);
    const amount = now === null ? { needed: null, nearest: true } : nearestAmount(problem, rule, now, options);
    if (!amount.nearest) complete = false;
    remedies.push({ ...rule, now, ...amount });
  }
  return { ...provenance, infeasible: true, clash, remedies, complete };
}

/** Whether any plan keeps all rules; `null` if stopped before it was known. */
export function hasPlan(problem: PlanProblem, options: SolveOptions): boolean | null {
  const plan = compilePlan(problem);
  const { incumbent, proven } = branchAndBound(
    plan,
    buildPlanModel(plan),
    { objective: [], constant: 0, valueOf: () => 0, accepts: () => true, grows: false },
    undefined,
    stageControl(needsSolver(options), options),
  );
  return incumbent !== undefined ? true : proven ? false : null;
}

/** The amount nearest to now with which a plan exists: more of a limit, fewer of what must be reached. */
function nearestAmount(
  problem: PlanProblem,
  rule: RuleRef,
  now: number,
  options: SolveOptions,
): Pick<Remedy, "needed" | "nearest"> {
  const stopped = () => options.shouldStop?.() ?? false;
  // An answer that does not come in time counts as a no, and leaves open whether a nearer amount would do.
  let nearest = true;
  const helps = (amount: number) => {
    const possible = hasPlan(withAmount(problem, rule, amount), options);
    if (possible === null) nearest = false;
    return possible === true;
  };
  const falls = rule.rule === "islands" || rule.rule === "fewestPerMonth";
  if (falls) {
    for (let amount = now - 1; amount >= 0 && !stopped(); amount--)
      if (helps(amount)) return { needed: amount, nearest };
    return { needed: null, nearest: nearest && !stopped() };
  }
  // A funder's amount may not help where its conditions exclude.
  const most = now + Math.max(1000, everything(problem));
  if (!helps(most)) return { needed: null, nearest };
  let [fails, works] = [now, most];
  for (let step = 1; now + step < works; step *= 2) {
    if (stopped()) return { needed: works, nearest: false };
    if (helps(now + step)) works = now + step;
    else fails = now + step;
  }
  while (works - fails > 1) {
    if (stopped()) return { needed: works, nearest: false };
    const middle = Math.floor((fails + works) / 2);
    if (helps(middle)) works = middle;
    else fails = middle;
  }
  return { needed: works, nearest };
}
