import type { Database } from "~/db/engine/database";
import { writeIfPossible } from "~/db/engine/storage-refusal";
import { findSectionAssignments, markLinkOpened } from "~/db/invitations";
import { textIn } from "~/surveys/light-form/text-in";
import { type RailStep, railOf } from "./describe-page";
import { type Answering, findPledgesRound, PLEDGES_SUFFIX } from "./open-answering";
import { lastSave, storedEntries, valuesOf } from "./stored-entries";

/** What the first page says of a survey. */
export interface SurveySummary {
  readonly title: string;
  readonly description: string | null;
  readonly languages: readonly string[];
  readonly parts: readonly RailStep[];
  /** Minutes that the parts should take together; 0 if the definition does not say. */
  readonly minutes: number;
  readonly begun: boolean;
  readonly savedAt: Date | null;
  /** Token under which the pledges of the same activity are made; `null` if there are none to make. */
  readonly pledges: string | null;
  /** Whether the holder of a colleague's link has called all of its parts done. */
  readonly ownPartsDone: boolean;
}

export async function describeSurvey(
  db: Database,
  { answering, language, at }: { readonly answering: Answering; readonly language: string; readonly at: Date },
): Promise<SurveySummary> {
  const { compiled, link, round, token } = answering;
  const stored = await storedEntries(db, answering);
  if (link.openedAt === null) await writeIfPossible(() => markLinkOpened(db, { linkId: link.id, at }));
  const parts = railOf(answering, valuesOf(stored), { current: null, language });
  const shown = new Set(parts.map(({ name }) => name));
  return {
    title: textIn(compiled.title, language),
    description: compiled.description && textIn(compiled.description, language),
    languages: compiled.languages,
    parts,
    minutes: compiled.pages.reduce((sum, page) => sum + (shown.has(page.name) ? (page.minutes ?? 0) : 0), 0),
    begun: [...stored.values()].some(({ value }) => value !== null),
    savedAt: lastSave(stored),
    ownPartsDone: link.sections !== null && (await areDone(db, answering)),
    pledges: (await findPledgesRound(db, round)) ? `${token}${PLEDGES_SUFFIX}` : null,
  };
}

async function areDone(db: Database, { invitation, link }: Answering): Promise<boolean> {
  const own = (await findSectionAssignments(db, invitation.id)).filter(({ linkId }) => linkId === link.id);
  return own.length > 0 && own.every(({ doneAt }) => doneAt !== null);
}
