import { compilePlan } from "~/analysis/plan/compile-plan";
import { whyIn } from "~/analysis/plan/explain-in";
import { reasonClass, whyOut } from "~/analysis/plan/explain-out";
import { explainInfeasibility } from "~/analysis/plan/infeasibility";
import { greedyLines, planFigures } from "~/analysis/plan/plan-figures";
import type { PlanLine, PlanProblem } from "~/analysis/plan/problem";
import { rulePrices } from "~/analysis/plan/rule-prices";
import { scoreOf } from "~/analysis/plan/score-plan";
import type { SolveOptions } from "~/analysis/plan/solve-options";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import type { LeftOut, ProposalOutcome, StayedIn } from "./proposal-document";

/** What the page of a proposal shows while it is solved. */
export interface ProposalProgress {
  /** `plan`: the search; then what explains it. */
  readonly step: "plan" | "reasons" | "prices" | "clash";
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
  /** Seconds for the reasons and prices together; what is not reached is worked out when its page is opened. */
  readonly reasons: number;
  /** Seconds for one re-solve. */
  readonly each: number;
}

export const LIMITS: Limits = { plan: 18, reasons: 12, each: 4 };

/** Left-out lines that are worth a re-solve each: those that would add most beside the plan. */
const MOST_LEFT_OUT = 24;

/** Solves a problem and explains it as far as time allows; the same problem gives the same plan. */
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
  const end = now() + limits.reasons * 1000;
  const late = () => shouldStop() || now() >= end;
  const options = (): SolveOptions => ({
    solver,
    timeLimit: Math.max(0.05, Math.min(limits.each, (end - now()) / 1000)),
    now,
    shouldStop,
  });
  if (plan === null) {
    onProgress({ step: "clash", ...state, done: 0, total: 1 });
    const clash = proposal.status === "infeasible" ? explainInfeasibility(problem, { solver, shouldStop }) : null;
    return {
      proposal,
      figures: null,
      greedy: null,
      unlocked: null,
      stayedIn: [],
      leftOut: [],
      prices: [],
      clash,
      seconds: (now() - began) / 1000,
    };
  }

  const chosen = plan.lines.map(({ activity }) => activity);
  const greedy = greedyLines(problem);
  const unlocked = lockedByHand(problem)
    ? freeScore(problem, plan.lines, { ...options(), timeLimit: 2 * limits.each })
    : null;
  const outs = leftOutLines(problem, plan.lines, late);
  const asked = new Set(
    outs
      .filter(({ gain }) => gain > 0)
      .slice(0, MOST_LEFT_OUT)
      .map(({ activity }) => activity),
  );
  const total = chosen.length + asked.size;
  let done = 0;
  const step = () => onProgress({ step: "reasons", ...state, done: ++done, total });
  const stayedIn = chosen.map((activity): StayedIn => {
    if (late()) return { activity, why: null };
    const { loss, status, locked, without } = whyIn(problem, chosen, activity, options());
    step();
    const instead = without?.onlyB.map((line) => line.activity) ?? [];
    return { activity, why: { loss, status, locked, instead } };
  });
  const leftOut = outs.map((line): LeftOut => {
    if (!asked.has(line.activity) || late()) return line;
    const { closeness, loss, status, displaces } = whyOut(problem, plan.lines, line.activity, options());
    step();
    return { ...line, why: { closeness, loss, status, displaces } };
  });
  onProgress({ step: "prices", ...state, done: 0, total: 1 });
  const prices =
    proposal.proven[0] && !late() ? rulePrices(problem, plan.score, { ...options(), shouldStop: late }).prices : [];
  return {
    proposal,
    figures: planFigures(problem, plan.lines),
    greedy: greedy === null ? null : { figures: planFigures(problem, greedy), lines: greedy },
    unlocked,
    stayedIn,
    leftOut,
    prices,
    clash: null,
    seconds: (now() - began) / 1000,
  };
}

function lockedByHand({ fixedIn, fixedOut }: PlanProblem): boolean {
  return fixedIn.length + fixedOut.length > 0;
}

/** Best score if nothing were locked by hand. */
function freeScore(
  problem: PlanProblem,
  lines: readonly PlanLine[],
  options: SolveOptions,
): ProposalOutcome["unlocked"] {
  const free = { ...problem, fixedIn: [], fixedOut: [] };
  const { plan, proven } = solvePlan(free, { ...options, start: lines });
  return plan === null ? null : { score: plan.score, proven: proven[0] };
}

/** Every candidate that the plan does not hold, with what it would add beside it: those asked for first, the greatest first. */
function leftOutLines(problem: PlanProblem, lines: readonly PlanLine[], late: () => boolean): readonly LeftOut[] {
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
    .map(({ activity, gain }) => ({
      activity,
      gain,
      reason: late() ? null : reasonClass(problem, lines, activity),
      why: null,
    }));
}
