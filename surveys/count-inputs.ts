import type { CompiledInstrument, Question } from "./compiled";

/**
 * Inputs that a usual answer fills: one per row of a matrix, per place of a ranking, per question, and per question of
 * each panel, panels counted as `usualRows` says (five for topics chosen from a ranking of five, else one).
 */
export function countInputs(compiled: CompiledInstrument): number {
  const places = (name: string) => {
    const source = compiled.questionByName.get(name);
    return source?.kind === "ranking" || source?.kind === "choices" ? source.max : 1;
  };
  const inputsOf = (question: Question): number => {
    if (question.kind === "matrix") return question.rows.length;
    if (question.kind === "ranking") return question.max;
    if (question.kind !== "rows") return 1;
    const usual = question.usualRows ?? (question.panelsFrom ? places(question.panelsFrom) : 1);
    const opened = Math.min(question.max, Math.max(question.min, usual));
    return opened * question.questions.reduce((sum, inner) => sum + inputsOf(inner), 0);
  };
  return compiled.questions.reduce((sum, question) => sum + inputsOf(question), 0);
}
