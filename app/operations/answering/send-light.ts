import type { Database } from "~/db/engine/database";
import { answersInWords, type SectionInWords } from "~/surveys/light-form/answers-in-words";
import { documentOf } from "~/surveys/light-form/section-state";
import { readCarried } from "./carried-entries";
import { type Answering, findPledgesRound, PLEDGES_SUFFIX } from "./open-answering";
import { submitDocument } from "./submit-document";
import { submitDraft } from "./submit-draft";

export type SentLight =
  | { readonly outcome: "incomplete" }
  | {
      readonly outcome: "sent";
      /** Number of the receipt; `null` for an anonymous rating. */
      readonly receipt: string | null;
      /** The answers once more, where no receipt shows them. */
      readonly sections: readonly SectionInWords[];
      /** Token under which the pledges of the same activity are made. */
      readonly pledges: string | null;
    };

/**
 * Sends what the light form holds: the draft at the office, or the answers that it carried along.
 *
 * @throws {ConflictError} `roundNotOpen` if it came too late, `responseState` if it was submitted otherwise meanwhile
 */
export async function sendLight(
  db: Database,
  {
    answering,
    carried,
    formKey,
    language,
    at,
  }: {
    readonly answering: Answering;
    readonly carried: string;
    readonly formKey: string;
    readonly language: string;
    readonly at: Date;
  },
): Promise<SentLight> {
  const { compiled, given, kind, round, token } = answering;
  if (kind === "kept") {
    const sent = await submitDraft(db, { answering, clientKey: formKey, language, at });
    if (sent.outcome === "incomplete") return sent;
    return { outcome: "sent", receipt: sent.revision.receipt, sections: [], pledges: null };
  }
  const document = documentOf({ compiled, entries: readCarried(compiled, carried), given });
  const sent = await submitDocument(db, { answering, document, mode: "submit", clientKey: formKey, language, at });
  if (sent.outcome === "incomplete") return { outcome: "incomplete" };
  if (sent.revision) return { outcome: "sent", receipt: sent.revision.receipt, sections: [], pledges: null };
  return {
    outcome: "sent",
    receipt: null,
    sections: answersInWords(compiled, sent.document, { given, language }),
    pledges: (await findPledgesRound(db, round)) ? `${token}${PLEDGES_SUFFIX}` : null,
  };
}
