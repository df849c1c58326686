import { budgetCurve } from "~/analysis/plan/budget-curve";
import { whyIn } from "~/analysis/plan/explain-in";
import { whyOut } from "~/analysis/plan/explain-out";
import { inclusionFrequency } from "~/analysis/plan/inclusion-frequency";
import { otherChoices } from "~/analysis/plan/other-choices";
import type { ChangedLine, PlanDifference } from "~/analysis/plan/plan-difference";
import type { PlanProblem } from "~/analysis/plan/problem";
import { rulePrices } from "~/analysis/plan/rule-prices";
import { smallestChanges } from "~/analysis/plan/smallest-change";
import type { SolveOptions } from "~/analysis/plan/solve-options";
import type { ProposedPlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import type {
  BudgetStep,
  ExplanationItem,
  LineChanges,
  LineChoices,
  LineWhy,
  Replicate,
  RuleCost,
} from "./explanation";
import { ruleGroups } from "./explanation-items";

/** What passes to the worker. */
export interface ExplanationTask {
  readonly problem: PlanProblem;
  readonly plan: ProposedPlan;
  /** Questions in their order; it answers as many as it has time for, one at least. */
  readonly items: readonly ExplanationItem[];
  /** Weights of the needs by id for each resample that is asked for, by its number. */
  readonly replicateWeights: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Seconds after which no further question is begun, and for one solve. */
  readonly seconds: number;
  readonly each: number;
}

export interface Answer extends ExplanationItem {
  readonly content: Readonly<Record<string, unknown>>;
}

/** Answers questions about a solved plan, each by solves of its own. */
export async function explainProposal(
  { items, seconds, each, ...task }: ExplanationTask,
  { shouldStop = () => false, now }: { readonly shouldStop?: () => boolean; readonly now: () => number },
): Promise<readonly Answer[]> {
  const solver = await loadSolver();
  const end = now() + seconds * 1000;
  const answers: Answer[] = [];
  for (const item of items) {
    if (shouldStop() || (answers.length > 0 && now() >= end)) break;
    const content = answer(task, item, { solver, timeLimit: each, now, shouldStop });
    // Stopped in the middle it is no answer.
    if (!shouldStop()) answers.push({ ...item, content: { ...content } });
  }
  return answers;
}

type Scene = Pick<ExplanationTask, "problem" | "plan" | "replicateWeights">;

function answer(scene: Scene, { kind, subject }: ExplanationItem, options: SolveOptions): object {
  switch (kind) {
    case "line":
      return lineWhy(scene, subject, options);
    case "changes":
      return lineChanges(scene, subject, options);
    case "choices":
      return lineChoices(scene, subject);
    case "price":
      return ruleCost(scene, subject, options);
    case "budget":
      return budgetStep(scene, subject, options);
    case "replicate":
      return replicate(scene, subject, options);
  }
}

function lineWhy({ problem, plan }: Scene, line: string, options: SolveOptions): LineWhy {
  const chosen = plan.lines.map(({ activity }) => activity);
  if (chosen.includes(line)) {
    const { loss, status, without } = whyIn(problem, chosen, line, options);
    return { loss, status, closeness: null, reason: null, ...changesOf(without, -1) };
  }
  const { loss, status, closeness, reason, with: difference } = whyOut(problem, plan.lines, line, options);
  return { loss, status, closeness, reason, ...changesOf(difference, 1) };
}

/** The other plan minus the proposal; `sign` 1 if the difference is that, -1 if it is the other way round. */
function changesOf(
  difference: PlanDifference | null,
  sign: 1 | -1,
): Pick<LineWhy, "come" | "gone" | "membersCome" | "membersGone"> {
  if (difference === null) return { come: [], gone: [], membersCome: [], membersGone: [] };
  const { onlyA, onlyB, membersOnlyA, membersOnlyB } = difference;
  const signed = (lines: readonly ChangedLine[]) =>
    lines.map(({ activity, cost, score }) => ({ activity, cost: sign * cost + 0, score: sign * score + 0 }));
  return sign === 1
    ? { come: signed(onlyA), gone: signed(onlyB), membersCome: [...membersOnlyA], membersGone: [...membersOnlyB] }
    : { come: signed(onlyB), gone: signed(onlyA), membersCome: [...membersOnlyB], membersGone: [...membersOnlyA] };
}

function lineChanges({ problem }: Scene, line: string, options: SolveOptions): LineChanges {
  const now = options.now ?? (() => 0);
  const end = now() + MOST_FOR_CHANGES * 1000;
  const { tied, changes, complete } = smallestChanges(problem, line, {
    ...options,
    shouldStop: () => now() >= end || (options.shouldStop?.() ?? false),
  });
  return { tied, complete, changes: changes.map((change) => ({ ...change })) };
}

/** Seconds for all changes of one line together: what is not tried by then is said to be open. */
const MOST_FOR_CHANGES = 40;

function lineChoices({ problem, plan }: Scene, line: string): LineChoices {
  const { experts, months, hosts } = otherChoices(problem, plan.lines, line);
  const plain = (list: typeof experts) =>
    list.map(({ drops, newTeams, ...choice }) => ({ ...choice, drops: [...drops], newTeams: [...newTeams] }));
  return { experts: plain(experts), months: plain(months), hosts: plain(hosts) };
}

function ruleCost({ problem, plan }: Scene, subject: string, options: SolveOptions): RuleCost {
  const group = ruleGroups(problem).get(subject);
  if (group === undefined) throw new RangeError(`rule ${subject} is unknown`);
  const [found] = rulePrices(problem, plan.score, { ...options, groups: [group] }).prices;
  const { rule = group[0]?.rule ?? "", subject: ruleSubject = null, price = null, status = "notSolved" } = found ?? {};
  return { rule, ruleSubject, price, status };
}

function budgetStep({ problem, plan }: Scene, subject: string, options: SolveOptions): BudgetStep {
  const [point] = budgetCurve(problem, { ...options, start: plan.lines, shares: [Number(subject)] }).points;
  if (point === undefined) throw new RangeError(`share ${subject} of the budget was not solved`);
  return { ...point };
}

function replicate({ problem, plan, replicateWeights }: Scene, subject: string, options: SolveOptions): Replicate {
  const weights = replicateWeights.get(subject);
  if (weights === undefined) return { found: false, proven: false, activities: [] };
  const { replicates, provenReplicates, activities } = inclusionFrequency(problem, [weights], {
    ...options,
    start: plan.lines,
  });
  return {
    found: replicates > 0,
    proven: provenReplicates > 0,
    activities: activities.map(({ activity }) => activity),
  };
}
