import type { StageControl } from "./branch-and-bound";
import type { SolveOptions } from "./solve-options";
import type { Solver } from "./solver";

/** The controls of a stage that is solved by itself, without progress. */
export function stageControl(solver: Solver, options: SolveOptions, floor?: number): StageControl {
  return {
    solver,
    secondsLeft: secondsLeftOf(options),
    shouldStop: options.shouldStop ?? (() => false),
    onState: () => {},
    ...(floor === undefined ? {} : { floor }),
  };
}

/** @throws {RangeError} if a time limit comes without a clock */
export function secondsLeftOf({ timeLimit, now }: SolveOptions): () => number {
  if (timeLimit === undefined) return () => Number.POSITIVE_INFINITY;
  if (now === undefined) throw new RangeError(`a time limit of ${timeLimit} s needs a clock`);
  const end = now() + timeLimit * 1000;
  return () => Math.max(0, (end - now()) / 1000);
}
