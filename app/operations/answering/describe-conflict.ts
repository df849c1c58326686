import type { SavedEntry } from "~/db/drafts";
import { entryInWords } from "~/surveys/light-form/answers-in-words";
import { textIn } from "~/surveys/light-form/text-in";
import type { EntryConflict } from "./describe-page";
import type { Answering } from "./open-answering";

/** A stale save in words: what was sent, and what somebody else had stored meanwhile. */
export function describeConflict(
  { compiled }: Pick<Answering, "compiled">,
  { path, stored, sent }: Extract<SavedEntry, { outcome: "stale" }>,
  language: string,
): EntryConflict {
  const question = compiled.questionByName.get(path.split("/", 1)[0] ?? path);
  const words = (value: unknown) =>
    entryInWords(compiled, path, value, language).map(({ title, texts }) =>
      question?.kind === "rows" ? `${title} ${texts.join(", ")}` : texts.join(", "),
    );
  const row =
    question?.kind === "matrix" ? question.rows.find((one) => path === `${question.name}/${one.value}`) : null;
  return {
    path,
    title: row ? textIn(row.label, language) : question ? textIn(question.title, language) : path,
    mine: words(sent),
    theirs: words(stored.value),
    savedAt: stored.savedAt,
  };
}
