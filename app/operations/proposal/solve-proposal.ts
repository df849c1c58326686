import { compilePlan } from "~/analysis/plan/compile-plan";
import { reasonClass } from "~/analysis/plan/explain-out";
import { explainInfeasibility } from "~/analysis/plan/infeasibility";
import { greedyLines, planFigures } from "~/analysis/plan/plan-figures";
import type { PlanLine, PlanProblem } from "~/analysis/plan/problem";
import { scoreOf } from "~/analysis/plan/score-plan";
import type { SolveOptions } from "~/analysis/plan/solve-options";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import type { LeftOut, ProposalOutcome } from "./proposal-document";

/** What the page of a proposal shows while it is solved. */
export interface ProposalProgress {
  /** `plan`: the search; `reasons`: what keeps each other line out; `clash`: there is no plan. */
  readonly step: "plan" | "reasons" | "clash";
  readonly score: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly done: number;
  readonly total: number;
  /** Score with every need met as well as can be. */
  readonly greatest: number;
}

interface Limits {
  /** Seconds for the plan itself. */
  readonly plan: number;
  /** Seconds for the plan without the planner's locks, and for the reasons of all lines that are left out. */
  readonly unlocked: number;
  readonly reasons: number;
}

export const LIMITS: Limits = { plan: 18, unlocked: 8, reasons: 12 };

/**
 * Solves a problem, and says of each line left out what keeps it out; the same problem gives the same plan. What takes a
 * solve for each line is worked out afterwards (`explainProposal`).
 */
export async function solveProposal(
  problem: PlanProblem,
  {
    onProgress = () => {},
    shouldStop = () => false,
    now,
    limits = LIMITS,
  }: {
    readonly onProgress?: (progress: ProposalProgress) => void;
    readonly shouldStop?: () => boolean;
    readonly now: () => number;
    readonly limits?: Limits;
  },
): Promise<ProposalOutcome> {
  const began = now();
  const greatest = problem.needs.reduce((sum, { weight }) => sum + Math.round(10_000 * weight), 0);
  const solver = await loadSolver();
  const proposal = solvePlan(problem, {
    solver,
    timeLimit: limits.plan,
    now,
    shouldStop,
    onProgress: ({ score, bound, gap }) => onProgress({ step: "plan", score, bound, gap, done: 0, total: 1, greatest }),
  });
  const { plan } = proposal;
  const state = { score: plan?.score ?? null, bound: proposal.bound, gap: proposal.gap, greatest };
  if (plan === null) {
    onProgress({ step: "clash", ...state, done: 0, total: 1 });
    const clash = proposal.status === "infeasible" ? explainInfeasibility(problem, { solver, shouldStop }) : null;
    return {
      proposal,
      figures: null,
      greedy: null,
      unlocked: null,
      leftOut: [],
      clash,
      seconds: (now() - began) / 1000,
    };
  }

  const greedy = greedyLines(problem);
  const unlocked = lockedByHand(problem)
    ? withoutLocks(problem, plan.lines, { solver, timeLimit: limits.unlocked, now, shouldStop })
    : null;
  const end = now() + limits.reasons * 1000;
  const leftOut = leftOutLines(problem, plan.lines, {
    late: () => shouldStop() || now() >= end,
    onLines: (done, total) => onProgress({ step: "reasons", ...state, done, total }),
  });
  return {
    proposal,
    figures: planFigures(problem, plan.lines),
    greedy: greedy === null ? null : { figures: planFigures(problem, greedy), lines: greedy },
    unlocked,
    leftOut,
    clash: null,
    seconds: (now() - began) / 1000,
  };
}

function lockedByHand({ fixedIn, fixedOut }: PlanProblem): boolean {
  return fixedIn.length + fixedOut.length > 0;
}

/** The best plan if nothing were locked by hand. */
function withoutLocks(
  problem: PlanProblem,
  lines: readonly PlanLine[],
  options: SolveOptions,
): ProposalOutcome["unlocked"] {
  const free = { ...problem, fixedIn: [], fixedOut: [] };
  const { plan, proven } = solvePlan(free, { ...options, start: lines });
  return plan === null
    ? null
    : { score: plan.score, proven: proven[0], lines: plan.lines.map(({ activity }) => activity) };
}

/** Every candidate that the plan does not hold, with what it would add beside it: those asked for first, the greatest first. */
function leftOutLines(
  problem: PlanProblem,
  lines: readonly PlanLine[],
  { late, onLines }: { readonly late: () => boolean; readonly onLines: (done: number, total: number) => void },
): readonly LeftOut[] {
  const compiled = compilePlan(problem);
  const chosen = lines.flatMap(({ activity }) => compiled.position.get(activity) ?? []);
  const score = scoreOf(compiled, chosen);
  const inside = new Set(lines.map(({ activity }) => activity));
  return problem.activities
    .filter(({ id }) => !inside.has(id))
    .map(({ id, asked }) => ({
      asked,
      activity: id,
      gain: scoreOf(compiled, [...chosen, compiled.position.get(id) ?? -1]) - score,
    }))
    .sort((a, b) => Number(b.asked) - Number(a.asked) || b.gain - a.gain || (a.activity < b.activity ? -1 : 1))
    .map(({ activity, gain }, at, all) => {
      onLines(at, all.length);
      return { activity, gain, reason: late() ? null : reasonClass(problem, lines, activity) };
    });
}
