import type { Translator } from "~/app/i18n/translate";
import { type CheckedDraft, wordProblem } from "~/app/operations/rounds/read-instrument";

export interface ProblemInWords {
  readonly place: string;
  readonly message: string;
}

export interface CheckInWords {
  readonly problems: readonly ProblemInWords[];
  readonly warnings: readonly ProblemInWords[];
  readonly inputs: string | null;
}

/** The outcome of a check in the reader's language: each problem with its place and a sentence. */
export function wordsOf({ problems, warnings, inputs }: CheckedDraft, t: Translator, most: number): CheckInWords {
  const inWords = (problem: CheckedDraft["problems"][number]): ProblemInWords => ({
    place:
      problem.line !== undefined
        ? t("surveys.check.line", { line: problem.line, column: problem.column ?? 1 })
        : problem.path || t("surveys.check.whole"),
    message: wordProblem(problem, t.locale),
  });
  return {
    problems: problems.map(inWords),
    warnings: warnings.map(inWords),
    inputs: inputs === null ? null : t("surveys.check.inputs", { count: inputs, most }),
  };
}
