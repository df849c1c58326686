import type { z } from "zod";
import type { MessageParams } from "./definition-messages";
import { Definition, type SurveyDefinition } from "./definition-schema";
import { type Problem, pathOf, problem } from "./problem";

/** Nodes of JSON that are looked at; the bundled needs survey has about 6,000. */
const MAX_NODES = 60_000;
const MAX_DEPTH = 24;
/** Problems reported at most: a file of something else would have thousands. */
export const MAX_PROBLEMS = 50;

const QUESTION_TYPES =
  "matrix, radiogroup, checkbox, dropdown, tagbox, rating, ranking, boolean, text, comment, panel, paneldynamic";

const REMOTE = new Set(["choicesByUrl", "choicesFromQuestion", "choicesLazyLoadEnabled", "url", "dataList"]);
const HTML = new Set([
  "html",
  "completedHtml",
  "completedBeforeHtml",
  "completedHtmlOnCondition",
  "loadingHtml",
  "logo",
]);
const SCRIPT = new Set([
  "triggers",
  "calculatedValues",
  "setValueIf",
  "setValueExpression",
  "resetValueIf",
  "defaultValueExpression",
  "minValueExpression",
  "maxValueExpression",
  "navigateToUrl",
  "navigateToUrlOnCondition",
  "expression",
]);

export type Shape =
  | { readonly ok: true; readonly definition: SurveyDefinition }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Whether a value is of the allow-list's shape. Bounded before the schema sees it: size and depth by a loop. */
export function checkShape(value: unknown): Shape {
  const oversize = boundsOf(value);
  if (oversize) return { ok: false, problems: [oversize] };
  const parsed = Definition.safeParse(value);
  if (parsed.success) return { ok: true, definition: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => explain(issue, value, []));
  return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
}

function boundsOf(value: unknown): Problem | undefined {
  let level: unknown[] = [value];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return problem("tooDeep", "", { most: MAX_DEPTH });
    const next: unknown[] = [];
    for (const node of level) {
      if (typeof node !== "object" || node === null) continue;
      for (const child of Object.values(node)) next.push(child);
      nodes += 1;
      if (next.length + nodes > MAX_NODES) return problem("tooMany", "", { most: MAX_NODES });
    }
    nodes += next.length;
    level = next;
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, root: unknown, above: readonly PropertyKey[]): readonly Problem[] {
  const parts = [...above, ...issue.path];
  const path = pathOf(parts);
  const found = at(root, parts);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((name) => problem(codeOfProperty(name), path, { name }));
    case "invalid_union":
      return explainUnion(issue, root, parts, found);
    case "invalid_type":
      if (found === undefined) return [problem("missingProperty", pathOf(parts.slice(0, -1)), { name: last(parts) })];
      return [problem("wrongType", path, { expected: inWords(issue.expected) })];
    case "invalid_value":
      if (found === undefined) return [problem("missingProperty", pathOf(parts.slice(0, -1)), { name: last(parts) })];
      return [problem("notOneOf", path, { allowed: issue.values.map(String).join(", ") })];
    case "too_big":
      if (issue.origin === "array") return [problem("tooMany", path, { most: Number(issue.maximum) })];
      if (issue.origin === "string") return [problem("tooLong", path, { most: Number(issue.maximum) })];
      return [problem("outOfBounds", path, { bound: "<=", limit: Number(issue.maximum) })];
    case "too_small":
      if (issue.origin === "array") return [problem("tooFew", path, { least: Number(issue.minimum) })];
      return [problem("outOfBounds", path, { bound: ">=", limit: Number(issue.minimum) })];
    case "invalid_key":
      return [
        problem("badFormat", path, badFormat(last(parts), "text by language needs keys like default, fr, pt-BR")),
      ];
    default:
      return [problem("badFormat", path, badFormat(found, ruleFor(parts)))];
  }
}

function explainUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  root: unknown,
  parts: readonly PropertyKey[],
  found: unknown,
): readonly Problem[] {
  const path = pathOf(parts);
  if (last(parts) === "type") {
    const owner = pathOf(parts.slice(0, -1));
    const type = typeof found === "string" ? found.slice(0, 60) : "";
    if (found === undefined) return [problem("missingProperty", owner, { name: "type" })];
    if (parts.at(-3) !== "validators") return [problem("typeNotAllowed", path, { type, allowed: QUESTION_TYPES })];
    if (type === "regex") return [problem("regularExpression", path)];
    if (type === "expression") return [problem("script", path, { name: "expression" })];
    return [problem("validatorNotAllowed", path, { type, allowed: "numeric, text, email" })];
  }
  if (found === undefined) return [problem("missingProperty", pathOf(parts.slice(0, -1)), { name: last(parts) })];
  // Of the alternatives the one speaks that came furthest: the others failed at the kind of value already.
  const branch = issue.errors.find((issues) =>
    issues.some((inner) => inner.path.length > 0 || inner.code !== "invalid_type"),
  );
  if (branch) return branch.flatMap((inner) => explain(inner, root, parts));
  const kinds = issue.errors.flatMap((issues) =>
    issues.map((inner) => ("expected" in inner ? inWords(inner.expected) : "")),
  );
  return [problem("wrongType", path, { expected: [...new Set(kinds)].filter(Boolean).join(" / ") || "another value" })];
}

function codeOfProperty(name: string): "remoteChoices" | "html" | "script" | "unknownProperty" | "regularExpression" {
  if (REMOTE.has(name)) return "remoteChoices";
  if (HTML.has(name)) return "html";
  if (name === "regex") return "regularExpression";
  return SCRIPT.has(name) ? "script" : "unknownProperty";
}

function ruleFor(parts: readonly PropertyKey[]): string {
  const name = last(parts);
  if (name === "name" || name === "keyName" || name === "panelsFrom") {
    return "small letters, digits and underscores, beginning with a letter";
  }
  if (name === "value" || typeof parts.at(-1) === "number")
    return "letters, digits and . _ : + -, at most 64, or a whole number";
  if (name === "section" || name === "instrument") return "small letters, digits and hyphens, beginning with a letter";
  if (name === "min" || name === "max") return "a number, a date 2026-03-31 or a month 2026-03";
  return "it has not the expected form";
}

function badFormat(value: unknown, rule: string): MessageParams {
  const shown = typeof value === "string" || typeof value === "number" ? String(value) : typeof value;
  return { value: shown.slice(0, 60), rule };
}

const WORDS: Readonly<Record<string, string>> = {
  string: "text",
  object: "braces { }",
  record: "text by language",
  array: "a list [ ]",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
};

function inWords(expected: string): string {
  return WORDS[expected] ?? expected;
}

function last(parts: readonly PropertyKey[]): string {
  return String(parts.at(-1) ?? "");
}

function at(root: unknown, parts: readonly PropertyKey[]): unknown {
  return parts.reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    return Object.getOwnPropertyDescriptor(value, part)?.value;
  }, root);
}
