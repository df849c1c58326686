import type { Database } from "~/db/engine/database";
import {
  findDraft,
  findInstrument,
  findVersionByNumber,
  findVersionItems,
  findVersions,
  type Instrument,
  type InstrumentDraft,
  type InstrumentVersion,
  type VersionItem,
} from "~/db/instruments";
import type { RegionPack } from "~/db/regions/pack-schema";
import { checkDefinitionText, type TextProblem } from "~/surveys/check-definition";
import { countInputs } from "~/surveys/count-inputs";
import { definitionMessage } from "~/surveys/definition-messages";
import type { Problem } from "~/surveys/problem";
import { checkContextOf } from "../publish-definition";

/** A draft with what the check says of it. */
export interface CheckedDraft {
  readonly problems: readonly TextProblem[];
  readonly warnings: readonly Problem[];
  /** Inputs that a usual answer fills; `null` while the draft cannot be read. */
  readonly inputs: number | null;
}

/** Checks a definition's text as it would be checked before publishing; nothing is stored. */
export async function checkDraft(
  db: Database,
  { pack, instrumentId, text }: { readonly pack: RegionPack; readonly instrumentId: string; readonly text: string },
): Promise<CheckedDraft> {
  const checked = checkDefinitionText(text, await checkContextOf(db, { pack, instrumentId }));
  return {
    problems: checked.ok ? [] : checked.problems,
    warnings: checked.warnings,
    inputs: checked.ok ? countInputs(checked.compiled) : null,
  };
}

/** An instrument with its versions and its draft, checked; `undefined` if there is none of that id. */
export async function readInstrument(
  db: Database,
  { pack, instrumentId }: { readonly pack: RegionPack; readonly instrumentId: string },
): Promise<
  | {
      readonly instrument: Instrument;
      readonly versions: readonly InstrumentVersion[];
      readonly draft: (InstrumentDraft & { readonly check: CheckedDraft }) | undefined;
    }
  | undefined
> {
  const instrument = await findInstrument(db, instrumentId);
  if (!instrument) return undefined;
  const draft = await findDraft(db, instrumentId);
  return {
    instrument,
    versions: await findVersions(db, instrumentId),
    draft: draft && { ...draft, check: await checkDraft(db, { pack, instrumentId, text: draft.definition }) },
  };
}

/** A published version with its items, in the codebook's order. */
export async function readVersion(
  db: Database,
  { instrumentId, number }: { readonly instrumentId: string; readonly number: number },
): Promise<{ readonly version: InstrumentVersion; readonly items: readonly VersionItem[] } | undefined> {
  const version = await findVersionByNumber(db, { instrumentId, number });
  return version && { version, items: await findVersionItems(db, version.id) };
}

/** A problem's sentence in a language of the platform. */
export function wordProblem({ code, params }: Pick<Problem, "code" | "params">, locale: string): string {
  return definitionMessage(code, params, locale === "fr" ? "fr" : "en");
}
