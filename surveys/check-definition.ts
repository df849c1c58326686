import { checkConditions } from "./check-conditions";
import { coverageWarnings, type RegionIds } from "./check-coverage";
import { checkSemantics } from "./check-semantics";
import { checkShape, MAX_PROBLEMS } from "./check-shape";
import { checkStructure } from "./check-structure";
import { compile } from "./compile";
import type { CompiledInstrument } from "./compiled";
import { countInputs } from "./count-inputs";
import { LIMITS } from "./definition-limits";
import type { SurveyDefinition } from "./definition-schema";
import { itemIdentity, type KnownItem } from "./item-identity";
import { languagesOf } from "./localized";
import { parseDefinition } from "./parse-definition";
import { type Problem, pathOf, problem } from "./problem";

/** What the definition is checked against, besides itself. */
export interface CheckContext {
  readonly region?: RegionIds;
  /** Languages that the office offers, default first; without it those found in the definition. */
  readonly languages?: readonly string[];
  /** Items of the version before. */
  readonly previousItems?: readonly KnownItem[];
  /** Inputs that a usual answer may fill; 160 if not given. */
  readonly mostInputs?: number;
}

export type CheckedDefinition =
  | {
      readonly ok: true;
      readonly definition: SurveyDefinition;
      readonly compiled: CompiledInstrument;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };

/**
 * Whether a definition may be published: everything outside the allow-list is refused with its place and a sentence;
 * what an analysis would miss is a warning.
 *
 * Bounded for any input: size and depth before anything recursive, at most 50 problems, no regular expression of the
 * definition is ever compiled, no condition evaluated, nothing fetched. Takes about 20 ms for the needs survey.
 *
 * @param json the parsed JSON (`parseDefinition`), as authored
 * @param context the region's ids and the items of the version before; without them those checks are left out
 */
export function checkDefinition(json: unknown, context: CheckContext = {}): CheckedDefinition {
  const shape = checkShape(json);
  if (!shape.ok) return { ok: false, problems: shape.problems, warnings: [] };
  const { definition } = shape;

  const conditions = checkConditions(definition);
  const semantics = checkSemantics(definition);
  const offered = context.languages ?? languagesOf(definition);
  const warnings = [
    ...semantics.warnings,
    ...conditions.warnings,
    ...coverageWarnings(definition, context.region ?? {}, offered),
  ];
  const structure = [...checkStructure(definition), ...conditions.problems, ...semantics.problems];
  if (structure.length > 0) return { ok: false, problems: structure.slice(0, MAX_PROBLEMS), warnings };

  const compiled = compile(definition);
  const problems = [...sizes(compiled, context.mostInputs ?? LIMITS.inputs)];
  if (context.previousItems) {
    const { problems: clashes, dropped } = itemIdentity(context.previousItems, compiled.items);
    problems.push(...clashes);
    warnings.push(...dropped.map((item) => problem("itemDropped", "", { key: item.key })));
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MAX_PROBLEMS), warnings };
  return { ok: true, definition, compiled, warnings };
}

/** A problem of a text, with line and column where the text itself cannot be read. */
export interface TextProblem extends Problem {
  readonly line?: number;
  readonly column?: number;
}

/** `parseDefinition` and `checkDefinition` in one, for a text that someone saved or uploaded. */
export function checkDefinitionText(
  text: string,
  context: CheckContext = {},
):
  | CheckedDefinition
  | { readonly ok: false; readonly problems: readonly TextProblem[]; readonly warnings: readonly [] } {
  const parsed = parseDefinition(text);
  if (parsed.ok) return checkDefinition(parsed.value, context);
  const { code, params, line, column } = parsed.problem;
  return { ok: false, problems: [{ ...problem(code, "", params), line, column }], warnings: [] };
}

/**
 * A definition that was published before, typed again.
 *
 * @param text the stored JSON text
 * @throws {RangeError} if it is none: what was stored is not what was published
 */
export function readDefinition(text: string): SurveyDefinition {
  const parsed = parseDefinition(text);
  if (!parsed.ok) throw new RangeError(`Not a definition: ${parsed.problem.code} in line ${parsed.problem.line}`);
  const shape = checkShape(parsed.value);
  if (!shape.ok) throw new RangeError(`Not a definition: ${shape.problems[0]?.path} ${shape.problems[0]?.message}`);
  return shape.definition;
}

function sizes(compiled: CompiledInstrument, mostInputs: number): readonly Problem[] {
  const problems: Problem[] = [];
  const count = countInputs(compiled);
  if (count > mostInputs) problems.push(problem("tooManyInputs", pathOf([]), { count, most: mostInputs }));
  if (compiled.items.length > LIMITS.items) {
    problems.push(problem("tooManyItems", pathOf([]), { count: compiled.items.length, most: LIMITS.items }));
  }
  return problems;
}
