import type { Provenance } from "~/analysis/result";
import type { PlanProblem } from "./problem";

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
