import { z } from "zod";
import type { AppContext } from "~/app/context";
import type { FormErrors } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { findDraft, findInstrument, findVersionByNumber, saveDraft } from "~/db/instruments";
import type { PublicationFault } from "~/db/publish-version";
import { publishDefinition } from "../publish-definition";
import { isConflict } from "./hold-round";
import { type CheckedDraft, checkDraft } from "./read-instrument";
import { definitionOf } from "./uploaded-definition";

export type DraftChange =
  | { readonly notFound: true }
  | { readonly saved: true }
  /** Number of the new version. */
  | { readonly published: number }
  | {
      readonly errors: FormErrors;
      readonly status: 400 | 409 | 413;
      /** What was typed and not stored, to be shown again, with what the check says of it. */
      readonly unsaved: { readonly text: string; readonly check: CheckedDraft } | null;
      readonly note: string;
    };

const revision = z.coerce.number().int().min(0).max(1_000_000_000);
const Form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin"), number: revision }),
  z.object({ intent: z.literal("publish"), revision, note: z.string().trim().max(500).default("") }),
  z.object({ intent: z.literal("save"), revision }),
]);

interface Asked {
  readonly instrumentId: string;
  readonly form: FormData;
  readonly personId: string;
}

/** What the coordinator does on the page of a survey: begin a draft from a version, save it, publish it. */
export async function changeDraft(context: AppContext, asked: Asked): Promise<DraftChange> {
  const t = translator(context.locale);
  const { db, pack } = context;
  const { instrumentId, form } = asked;
  const made = { actor: { personId: asked.personId }, at: context.now() };
  const parsed = Form.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused({ "": [t("frame.error.400.body")] });
  if (!(await findInstrument(db, instrumentId))) return { notFound: true };
  const change = parsed.data;

  if (change.intent === "begin") {
    const version = await findVersionByNumber(db, { instrumentId, number: change.number });
    if (!version) return { notFound: true };
    const begun = { instrumentId, definition: version.definition, basedOnVersionId: version.id, baseRevision: 0 };
    const conflict = await conflictOf(() => saveDraft(db, { ...begun, ...made }));
    return conflict ? refused({ "": [t("surveys.edit.begun")] }, 409) : { saved: true };
  }
  if (change.intent === "publish") return publish(context, { ...asked, ...change });

  const given = await definitionOf(form);
  if ("refusal" in given)
    return refused({ definition: [t(`surveys.edit.${given.refusal}`)] }, given.refusal === "tooLarge" ? 413 : 400);
  const { text } = given;
  const save = { instrumentId, definition: text, baseRevision: change.revision };
  if (!(await conflictOf(() => saveDraft(db, { ...save, ...made })))) return { saved: true };
  const stored = await findDraft(db, instrumentId);
  const check = await checkDraft(db, { pack, instrumentId, text });
  return refused({ definition: [t(stored ? "surveys.edit.changed" : "surveys.edit.gone")] }, 409, {
    unsaved: { text, check },
  });
}

async function publish(
  context: AppContext,
  { instrumentId, personId, form, revision, note }: Asked & { readonly revision: number; readonly note: string },
): Promise<DraftChange> {
  const t = translator(context.locale);
  const { db, pack } = context;
  if (form.get("confirm") !== "yes") return refused({ confirm: [t("surveys.publish.unconfirmed")] }, 400, { note });
  if (note.includes("\0")) return refused({ note: [t("surveys.edit.noText")] });
  try {
    const published = await publishDefinition(db, {
      instrumentId,
      draftRevision: revision,
      pack,
      note: note || null,
      actor: { personId },
      at: context.now(),
    });
    if (!published) return refused({ "": [t("surveys.publish.gone")] }, 409);
    if ("version" in published) return { published: published.version.number };
    const told =
      "faults" in published
        ? [t("surveys.publish.faults"), ...published.faults.map((fault) => faultInWords(fault, t))]
        : [t("surveys.publish.refused")];
    return refused({ confirm: told }, 400, { note });
  } catch (error) {
    if (!isConflict(error)) throw error;
    const gone = error.reason === "alreadyPublished";
    return gone
      ? refused({ "": [t("surveys.publish.gone")] }, 409)
      : refused({ confirm: [t("surveys.publish.changed")] }, 409, { note });
  }
}

function faultInWords({ key, reason, was, is }: PublicationFault, t: ReturnType<typeof translator>): string {
  return t(`surveys.publish.fault.${reason}`, { key, was: was ?? "–", is: is ?? "–" });
}

async function conflictOf(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return false;
  } catch (error) {
    if (!isConflict(error)) throw error;
    return true;
  }
}

function refused(
  errors: FormErrors,
  status: 400 | 409 | 413 = 400,
  { unsaved = null, note = "" }: Partial<Pick<Extract<DraftChange, { errors: FormErrors }>, "unsaved" | "note">> = {},
): DraftChange {
  return { errors, status, unsaved, note };
}
