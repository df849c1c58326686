import { isPlainObject, own } from "../answer-document";
import type { Option, RowsQuestion } from "../compiled";

/** Spelling of an option's value in a form. */
export const spelled = (option: Pick<Option, "value">): string => String(option.value);

/** A raw answer as the text of a field; what is no text, number or yes/no shows nothing. */
export function fieldText(raw: unknown): string {
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? String(raw) : "";
}

/** The raw answers of a list as texts. */
export function fieldTexts(raw: unknown): readonly string[] {
  return Array.isArray(raw) ? raw.map(fieldText) : [];
}

export interface RawPanel {
  readonly key: string;
  readonly at: number;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Path of the panel that the form opens by itself for a chosen value (`panelsFrom`), the same in every browser. */
export function openedKey(value: unknown): string {
  return `for-${String(value).replace(/[^A-Za-z0-9_-]/g, "_")}`.slice(0, 64);
}

/**
 * People's own panels of a repeated question among the entries, in order, and after them those that the form opens by
 * itself: one for each value chosen in the question named by `panelsFrom` that has none yet and was not taken away.
 *
 * @param entries raw values by path; `null` for what was taken away
 * @param chosen what was answered to the question that `panelsFrom` names
 */
export function ownPanels(
  question: RowsQuestion,
  entries: ReadonlyMap<string, unknown>,
  chosen: unknown,
): readonly RawPanel[] {
  const prefix = `${question.name}/`;
  const stored = [...entries]
    .filter(([path]) => path.startsWith(prefix))
    .flatMap(([path, value]): RawPanel[] =>
      isPlainObject(value)
        ? [{ key: path.slice(prefix.length), at: Number(own(value, "at") ?? 0), answers: value }]
        : [],
    )
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const topic = question.panelsFrom === null ? undefined : openedBy(question);
  if (topic === undefined || !Array.isArray(chosen)) return withLeast(question, stored, entries);
  const known = new Set(stored.map(({ answers }) => own(answers, topic)));
  let at = (stored.at(-1)?.at ?? -1) + 1;
  const opened: RawPanel[] = [];
  for (const value of chosen) {
    const key = openedKey(value);
    if (known.has(value) || entries.has(prefix + key) || stored.length + opened.length >= question.max) continue;
    opened.push({ key, at: at++, answers: { [topic]: value } });
  }
  return [...stored, ...opened];
}

/** Name of the question in the panels that the opening value is put into. */
export function openedBy(question: RowsQuestion): string | undefined {
  return (question.questions.find((inner) => inner.field === "topic") ?? question.questions[0])?.name;
}

/** A question that asks for at least some panels shows that many from the start. */
function withLeast(
  question: RowsQuestion,
  stored: readonly RawPanel[],
  entries: ReadonlyMap<string, unknown>,
): readonly RawPanel[] {
  const missing = question.min - stored.length;
  const at = (stored.at(-1)?.at ?? -1) + 1;
  const free = Array.from({ length: question.max + question.min }, (_, index) => `first-${index + 1}`).filter(
    (key) => !entries.has(`${question.name}/${key}`),
  );
  return [
    ...stored,
    ...free.slice(0, Math.max(0, missing)).map((key, index) => ({ key, at: at + index, answers: {} })),
  ];
}
