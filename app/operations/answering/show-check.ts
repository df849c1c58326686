import type { Database } from "~/db/engine/database";
import type { CompiledInstrument } from "~/surveys/compiled";
import { textIn } from "~/surveys/light-form/text-in";
import type { ResponseError } from "~/surveys/response-error";
import { responseMessage } from "~/surveys/response-messages";
import { readCarried, writeCarried } from "./carried-entries";
import { checkEntries } from "./check-answers";
import { type RailStep, railOf } from "./describe-page";
import { type HandOutSection, sectionsUnderWay } from "./hand-out-sections";
import type { Answering } from "./open-answering";
import { lastSave, storedEntries, valuesOf } from "./stored-entries";

/** An answer that is missing or wrong, with the page that it stands on. */
export interface Problem {
  /** Page of the light form; `null` for what concerns the answers as a whole. */
  readonly page: string | null;
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

export interface CheckPage {
  readonly rail: readonly RailStep[];
  readonly problems: readonly Problem[];
  readonly carried: string | null;
  readonly formKey: string;
  readonly savedAt: Date | null;
  /** Parts that are still with colleagues; sending need not wait for them. */
  readonly underWay: readonly HandOutSection[];
}

/** The last part of the light form: what is missing, then the sending. */
export async function showCheck(
  db: Database,
  {
    answering,
    carried = "{}",
    formKey,
    language,
  }: {
    readonly answering: Answering;
    readonly carried?: string;
    readonly formKey: string;
    readonly language: string;
  },
): Promise<CheckPage> {
  const kept = answering.kind === "kept";
  const stored = await storedEntries(db, answering);
  const entries = kept ? valuesOf(stored) : readCarried(answering.compiled, carried);
  const checked = checkEntries(answering, entries);
  return {
    rail: railOf(answering, entries, { current: null, language }),
    problems: checked.ok ? [] : problemsIn(answering.compiled, checked.errors, language),
    carried: kept ? null : writeCarried(entries),
    formKey,
    savedAt: lastSave(stored),
    underWay: await sectionsUnderWay(db, { answering, language }),
  };
}

/** Errors as people find their way to them. */
export function problemsIn(
  compiled: CompiledInstrument,
  errors: readonly ResponseError[],
  language: string,
): readonly Problem[] {
  return errors.map((error) => {
    const [name = "", key, innerName] = error.path.split("/");
    const question = compiled.questionByName.get(name);
    const inner = question?.kind === "rows" ? question.questions.find((one) => one.name === innerName) : undefined;
    const row = question?.kind === "matrix" ? question.rows.find((one) => one.value === key) : undefined;
    const titles = [question?.title, inner?.title, row?.label].flatMap((text) =>
      text ? [textIn(text, language)] : [],
    );
    return {
      page: question?.page ?? null,
      path: error.path,
      title: titles.join(": "),
      text: responseMessage(error, language),
    };
  });
}
