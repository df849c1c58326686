import type { InnerQuestion, Item, ItemKind, Option, Question, RowsQuestion, ScalePoint } from "./compiled";

type Part = Omit<Item, "position" | "parentPosition" | "slot">;

/**
 * The codebook: one item per cell that can be answered, in the definition's order; a repeated question is an item of
 * kind `rows`, followed by the items of its panels (once, not per panel).
 *
 * Slots count separately for closed items (`codes`) and for numbers and dates (`numbers`), from 0 for the response and
 * from 0 again for the panels of each repeated question.
 */
export function itemsOf(questions: readonly Question[]): readonly Item[] {
  const items: Item[] = [];
  const place = (parts: readonly Part[], parentPosition: number | null, slots: Slots) => {
    for (const part of parts) {
      items.push({ ...part, position: items.length, parentPosition, slot: nextSlot(part.kind, slots) });
    }
  };
  const slots: Slots = { codes: 0, numbers: 0 };
  for (const question of questions) {
    if (question.kind !== "rows") {
      place(partsOf(question, null), null, slots);
      continue;
    }
    const parentPosition = items.length;
    place([rowsPart(question)], null, slots);
    const inside: Slots = { codes: 0, numbers: 0 };
    for (const inner of question.questions) place(partsOf(inner, question), parentPosition, inside);
  }
  return items;
}

interface Slots {
  codes: number;
  numbers: number;
}

function nextSlot(kind: ItemKind, slots: Slots): number | null {
  if (kind === "closed") return slots.codes++;
  return kind === "number" || kind === "date" ? slots.numbers++ : null;
}

function rowsPart(question: RowsQuestion): Part {
  return { ...common(question, null), kind: "rows", coding: null, scale: null, scaleKey: "rows" };
}

function partsOf(question: InnerQuestion, parent: RowsQuestion | null): readonly Part[] {
  const base = common(question, parent);
  switch (question.kind) {
    case "matrix":
      return question.rows.map((row) => ({
        ...base,
        ...closed(question.options),
        key: `${question.key}/${row.value}`,
        row: row.value,
        unitId: question.unit ? row.value : null,
        sameAs: partSameAs(question, row.value, row.sameAs),
        required: question.requiredRows === question.rows.length,
        title: row.label,
      }));
    case "choice":
      return [{ ...base, ...closed(question.options) }];
    case "choices":
    case "ranking":
      return question.options
        .filter((option) => option.missing === null)
        .map((option) => ({
          ...base,
          kind: "closed",
          coding: question.kind === "ranking" ? "place" : "chosen",
          scale: null,
          scaleKey: question.kind === "ranking" ? "place" : "chosen",
          key: `${question.key}/${option.value}`,
          choice: String(option.value),
          unitId: question.unit ? String(option.value) : null,
          sameAs: partSameAs(question, String(option.value), option.sameAs),
          title: option.label,
        }));
    case "number":
      return [{ ...base, kind: "number", scaleKey: "number" }];
    case "date":
      return [{ ...base, kind: "date", scaleKey: question.precision }];
    case "text":
      return [{ ...base, kind: "text", scaleKey: null }];
  }
}

function common(question: Question, parent: RowsQuestion | null) {
  return {
    key: question.key,
    question: parent?.name ?? question.name,
    inner: parent ? question.name : null,
    row: null,
    choice: null,
    measure: question.measure,
    field: question.field,
    unit: question.unit,
    unitId: null,
    coding: null,
    scale: null,
    sameAs: question.sameAs,
    seriesBreak: question.seriesBreak,
    required: question.required,
    lastYear: question.lastYear,
    section: question.section,
    title: question.title,
  };
}

/** A row or choice may name a full key, or only its own former value; without it follows the question's renaming. */
function partSameAs(question: InnerQuestion, value: string, own: string | null): string | null {
  if (own?.includes("/")) return own;
  if (!own && !question.sameAs) return null;
  return `${question.sameAs ?? question.key}/${own ?? value}`;
}

function closed(options: readonly Option[]) {
  const scale: readonly ScalePoint[] = options
    .filter((option) => option.missing === null)
    .map(({ code, value, label }) => ({ code, value, label }));
  const kind: ItemKind = "closed";
  return { kind, coding: "option" as const, scale, scaleKey: scaleKeyOf(scale) };
}

/** Numbers are a scale, so all of them belong to its spelling; names are a list, which may grow. */
function scaleKeyOf(scale: readonly ScalePoint[]): string {
  if (scale.every((point) => typeof point.value === "boolean")) return "boolean";
  return scale.every((point) => typeof point.value === "number")
    ? scale.map((point) => point.value).join("|")
    : "choice";
}
