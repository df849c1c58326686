import type { AnswerInWords, SectionInWords } from "~/surveys/light-form/answers-in-words";
import { answersInWords, entryInWords } from "~/surveys/light-form/answers-in-words";
import type { FormFields } from "~/surveys/light-form/read-section";
import { documentOf } from "~/surveys/light-form/section-state";
import { textIn } from "~/surveys/light-form/text-in";
import { readCarried } from "./carried-entries";
import type { Answering } from "./open-answering";
import { readPage } from "./read-page";

/** What a form held that came too late, in words: nothing of it is stored, and nothing of it may be lost. */
export interface TypedInWords {
  readonly title: string | null;
  readonly answers: readonly AnswerInWords[];
  /** Answers of other pages that travelled along, where the office keeps no draft. */
  readonly carried: readonly SectionInWords[];
}

export function typedInWords(
  { compiled, given, kind }: Pick<Answering, "compiled" | "given" | "kind">,
  { name, fields, language }: { readonly name: string; readonly fields: FormFields; readonly language: string },
): TypedInWords {
  const page = compiled.pages.find((known) => known.name === name);
  const before = kind === "kept" ? new Map() : readCarried(compiled, fields.get("carried")?.[0] ?? "{}");
  const raw = page ? readPage(page, fields, { compiled, given, entries: before, newKey: "" }).raw : new Map();
  return {
    title: page ? textIn(page.title, language) : null,
    answers: [...raw].flatMap(([path, value]) => entryInWords(compiled, path, value, language)),
    carried:
      before.size === 0
        ? []
        : answersInWords(compiled, documentOf({ compiled, entries: before, given }), { given, language }),
  };
}
