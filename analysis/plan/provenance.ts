import type { Provenance } from "~/analysis/result";
import { SEARCH_SEED } from "./improve-plan";
import type { PlanProblem } from "./problem";
import type { SolveOptions } from "./solve-options";

/** The frame of every result of the plan: n are the members with a need of their own, not an imputed one. */
export function planProvenance(
  problem: PlanProblem,
  method: string,
  parameters: Readonly<Record<string, unknown>> = {},
  seed: number | null = null,
): Provenance {
  const answered = new Set(
    problem.needs.flatMap(({ member, imputed }) => (member === null || imputed ? [] : [member])),
  );
  const n = answered.size;
  const N = problem.members.length;
  return {
    n,
    N,
    coverage: N === 0 ? null : n / N,
    method,
    version: 1,
    parameters: {
      rules: problem.rules,
      quality: problem.quality,
      mismatch: problem.mismatch,
      months: problem.months,
      fixedIn: problem.fixedIn,
      fixedOut: problem.fixedOut,
      ...parameters,
    },
    seed,
  };
}

/** The frame of a result of the seeded search, with the time limit that it was under. */
export function searchProvenance(
  problem: PlanProblem,
  method: string,
  { timeLimit }: SolveOptions,
  parameters: Readonly<Record<string, unknown>> = {},
): Provenance {
  return planProvenance(problem, method, { timeLimit: timeLimit ?? null, ...parameters }, SEARCH_SEED);
}
