import type { ShouldStop } from "~/analysis/result";
import type { PlanLine } from "./problem";
import type { Solver } from "./solver";

/** What is known at a moment of the calculation. */
export interface PlanProgress {
  /** 1 coverage, 2 cost, 3 order of the ids. */
  readonly stage: 1 | 2 | 3;
  /** Score of the best plan so far, `null` if there is none yet. */
  readonly score: number | null;
  /** No plan scores more. */
  readonly bound: number;
  /** (bound - score) / score; `null` without a plan or with a score of 0. */
  readonly gap: number | null;
}

export interface SolveOptions {
  /** `null`: greedy with a stated bound. */
  readonly solver: Solver | null;
  /** Seconds for the three stages together; needs `now`. */
  readonly timeLimit?: number;
  /** A clock in milliseconds, for the time limit only. */
  readonly now?: () => number;
  readonly onProgress?: (progress: PlanProgress) => void;
  readonly shouldStop?: ShouldStop;
  /** Ids with months to start from, for instance the plan before an edit. */
  readonly start?: readonly Pick<PlanLine, "activity" | "month">[];
  /** Ids of a plan: of equally good ones the one with the fewest changed lines is taken, instead of the cheapest. */
  readonly near?: readonly string[];
}
