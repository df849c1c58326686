import fc from "fast-check";
import type { GivenRow } from "~/surveys/answer-document";

type Json = Record<string, unknown>;

const TYPES = [
  "matrix",
  "radiogroup",
  "dropdown",
  "rating",
  "boolean",
  "checkbox",
  "tagbox",
  "ranking",
  "number",
  "date",
  "month",
  "email",
  "text",
  "comment",
] as const;

const question = fc.record({
  type: fc.constantFrom(...TYPES),
  required: fc.boolean(),
  size: fc.integer({ min: 2, max: 5 }),
  low: fc.integer({ min: 0, max: 2 }),
  high: fc.integer({ min: 0, max: 3 }),
  missing: fc.boolean(),
  condition: fc.option(
    fc.record({ target: fc.nat(40), form: fc.nat(6), use: fc.constantFrom("visibleIf", "requiredIf", "enableIf") }),
    { nil: undefined, freq: 2 },
  ),
});
type QuestionSpec = typeof question extends fc.Arbitrary<infer T> ? T : never;

const element = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("question" as const), question }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("rows" as const),
      inner: fc.array(question, { minLength: 1, maxLength: 4 }),
      given: fc.boolean(),
      required: fc.boolean(),
      least: fc.integer({ min: 0, max: 1 }),
      unique: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("panel" as const),
      inner: fc.array(question, { minLength: 1, maxLength: 3 }),
      hides: fc.boolean(),
      target: fc.nat(40),
    }),
  },
);

export const GIVEN_ACTIVITIES: readonly GivenRow[] = [
  { id: "act-1", title: "National workshop on valuation" },
  { id: "act-2", title: "Regional seminar" },
];

/** A definition that the allow-list knows, with conditions that refer back. */
export const definitions: fc.Arbitrary<Json> = fc
  .array(fc.array(element, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((pages) => {
    const earlier: Json[] = [];
    let count = 0;
    const name = () => `q${++count}`;
    const build = (spec: QuestionSpec, inside: Json[] | null): Json => {
      const made: Json = { ...bare(spec), name: name() };
      if (spec.required) made.isRequired = true;
      const targets = inside ?? earlier;
      const target = targets[(spec.condition?.target ?? 0) % Math.max(1, targets.length)];
      if (spec.condition && target) made[spec.condition.use] = condition(target, spec.condition.form, inside !== null);
      targets.push(made);
      return made;
    };
    return {
      instrument: "generated",
      title: { default: "Generated", fr: "Généré" },
      pages: pages.map((elements, index) => ({
        name: `page${index + 1}`,
        elements: elements.map((spec): Json => {
          if (spec.kind === "question") return build(spec.question, null);
          if (spec.kind === "panel") {
            const target = earlier[spec.target % Math.max(1, earlier.length)];
            const made: Json = { type: "panel", name: name() };
            if (spec.hides && target) made.visibleIf = condition(target, spec.target, false);
            return { ...made, elements: spec.inner.map((inner) => build(inner, null)) };
          }
          const own: Json[] = [];
          const made: Json = {
            type: "paneldynamic",
            name: name(),
            templateElements: spec.inner.map((inner) => build(inner, own)),
          };
          if (spec.required) made.isRequired = true;
          if (spec.given) return { ...made, given: "activities" };
          if (spec.least > 0) made.minPanelCount = spec.least;
          if (spec.unique) made.keyName = own[0]?.name;
          return { ...made, maxPanelCount: 3 };
        }),
      })),
    };
  });

function bare({ type, size, low, high, missing }: QuestionSpec): Json {
  const choices = (prefix: string): Json[] => [
    ...Array.from({ length: size }, (_, index) => ({ value: `${prefix}${index}`, text: `Choice ${index}` })),
    ...(missing ? [{ value: "dk", text: "Don't know", missing: "dontKnow" }] : []),
  ];
  switch (type) {
    case "matrix":
      return {
        type,
        rows: Array.from({ length: size }, (_, index) => ({ value: `row-${index}`, text: `Row ${index}` })),
        columns: [1, 2, 3, ...(missing ? [{ value: "na", missing: "notApplicable" }] : [])],
        ...(high === 3 ? { eachRowRequired: true } : {}),
      };
    case "radiogroup":
    case "dropdown":
      return { type, choices: high > 1 ? [6, 12, { value: "more", text: "More" }] : choices("c") };
    case "rating":
      return high > 1
        ? { type, rateMin: 0, rateMax: size }
        : { type, rateValues: [1, 2, { value: "na", missing: "notApplicable" }] };
    case "boolean":
      return { type };
    case "checkbox":
    case "tagbox":
      return { type, choices: choices("c"), ...limits(low, high) };
    case "ranking": {
      const plain = choices("c").filter((choice) => choice.missing === undefined);
      return high > 1
        ? { type, choices: plain }
        : { type, choices: plain, selectToRankEnabled: true, ...limits(low, high) };
    }
    case "number":
      return {
        type: "text",
        inputType: "number",
        ...(missing ? {} : { min: low, max: low + high }),
        ...(high > 1 ? { step: 1 } : {}),
      };
    case "date":
      return { type: "text", inputType: "date", ...(missing ? {} : { min: "2026-01-01", max: "2026-12-31" }) };
    case "month":
      return { type: "text", inputType: "month", ...(missing ? {} : { min: "2026-02", max: "2026-11" }) };
    case "email":
      return { type: "text", inputType: "email" };
    case "text":
      return {
        type,
        ...(high > 1 ? { validators: [{ type: "text", minLength: low, maxLength: low + 4 }] } : { maxLength: 9 }),
      };
    case "comment":
      return { type, ...(missing ? { maxLength: 20 } : {}) };
  }
}

function limits(low: number, high: number): Json {
  return {
    ...(low > 0 ? { minSelectedChoices: low } : {}),
    ...(high > 0 ? { maxSelectedChoices: Math.max(low, high) } : {}),
  };
}

function condition(target: Json, form: number, inside: boolean): string {
  const name = inside ? `panel.${String(target.name)}` : String(target.name);
  const value = firstValue(target);
  const forms = [
    `{${name}} notempty`,
    `{${name}} empty`,
    `{${name}} = ${value}`,
    `{${name}} <> ${value}`,
    `{${name}} contains ${value}`,
    `{${name}} = ${value} or {${name}} empty`,
    `!({${name}} = ${value}) and {${name}} notempty`,
  ];
  if (target.type === "matrix" && !inside) return `{${name}.row-0} ${form % 2 === 0 ? "> 1" : "notempty"}`;
  return forms[form % forms.length] ?? "";
}

function firstValue(target: Json): string {
  if (target.type === "boolean") return "true";
  if (target.type === "rating") return "1";
  if (target.inputType === "number") return "1";
  const choices = target.choices;
  const first: unknown = Array.isArray(choices) ? choices[0] : "a";
  if (typeof first === "number") return String(first);
  const value = typeof first === "object" && first !== null && "value" in first ? first.value : first;
  return `'${String(value)}'`;
}
