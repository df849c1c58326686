import { ConditionRunner, ConditionsParser } from "survey-core";

/** A condition of a definition, ready to be evaluated. */
export interface Condition {
  readonly text: string;
  /** Names in braces, in order, without the braces. */
  readonly names: readonly string[];
  /** Whether it holds; `values` by question name, the panel's own under `panel`. About 5 microseconds. */
  readonly holds: (values: Readonly<Record<string, unknown>>) => boolean;
}

/** Why a text is no condition that may be run. */
export type ConditionFault = "conditionSyntax" | "conditionTooComplex" | "conditionFunction";

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition; readonly comparisons: readonly Comparison[] }
  | { readonly ok: false; readonly code: ConditionFault };

/** A name compared with a constant, `{mode} = 'remote'`; for a list one entry per value. */
export interface Comparison {
  readonly name: string;
  readonly value: string | number | boolean;
}

const MAX_LENGTH = 500;
const MAX_NESTING = 4;
const MAX_OPERANDS = 60;
const COMPARING = new Set(["equal", "notequal", "contains", "notcontains", "anyof", "allof", "noneof"]);

/**
 * Parses a condition with survey-core's own parser and looks at every node before anything is evaluated: names,
 * constants, lists, comparisons, `and`, `or`, `!`, `empty`, `notempty`, plain arithmetic. No function is run, so an
 * expression can neither reach outside nor take long. Length and nesting are bounded before the parser sees the text.
 */
export function parseCondition(text: string): ParsedCondition {
  if (text.length > MAX_LENGTH || nesting(text) > MAX_NESTING) return { ok: false, code: "conditionTooComplex" };
  const root: unknown = new ConditionsParser().parseExpression(text);
  if (!isNode(root)) return { ok: false, code: "conditionSyntax" };
  const names: string[] = [];
  const comparisons: Comparison[] = [];
  const waiting: Node[] = [root];
  for (let seen = 0; waiting.length > 0; seen++) {
    const node = waiting.pop();
    if (node === undefined) break;
    if (seen > MAX_OPERANDS) return { ok: false, code: "conditionTooComplex" };
    const type = node.getType();
    if (type === "function") return { ok: false, code: "conditionFunction" };
    if (type === "variable") names.unshift(String(node.variable));
    else if (type !== "const" && type !== "binary" && type !== "unary" && type !== "array") {
      return { ok: false, code: "conditionSyntax" };
    }
    if (type === "binary") comparisons.push(...comparisonsOf(node));
    waiting.push(...childrenOf(node));
  }
  const runner = new ConditionRunner(text);
  const holds = (values: Readonly<Record<string, unknown>>) => runner.runValues(values, {});
  return { ok: true, condition: { text, names, holds }, comparisons };
}

/** @throws {RangeError} if the text is no allowed condition: `checkDefinition` was not asked */
export function conditionOf(text: string): Condition {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new RangeError(`Not an allowed condition (${parsed.code}): ${text}`);
  return parsed.condition;
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quote = "";
  for (const character of text) {
    if (quote) quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === "(" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === ")" || character === "]") depth--;
  }
  return deepest;
}

interface Node {
  readonly getType: () => string;
  readonly variable?: unknown;
  readonly value?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
  readonly expression?: unknown;
  readonly values?: unknown;
  readonly operator?: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "getType" in value && typeof value.getType === "function";
}

function childrenOf(node: Node): readonly Node[] {
  const list = Array.isArray(node.values) ? node.values : [];
  return [node.left, node.right, node.expression, ...list].filter(isNode);
}

function comparisonsOf(node: Node): readonly Comparison[] {
  if (!COMPARING.has(String(node.operator))) return [];
  const { left, right } = node;
  if (!isNode(left) || !isNode(right)) return [];
  const [variable, other] = left.getType() === "variable" ? [left, right] : [right, left];
  if (variable.getType() !== "variable") return [];
  const constants = other.getType() === "array" ? childrenOf(other) : [other];
  return constants.flatMap((constant) => {
    if (constant.getType() !== "const") return [];
    const value = constantOf(constant);
    return value === undefined ? [] : [{ name: String(variable.variable), value }];
  });
}

function constantOf(node: Node): string | number | boolean | undefined {
  const raw: unknown = "correctValue" in node ? node.correctValue : node.value;
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? raw : undefined;
}
