import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireOpenAnswering } from "~/app/auth/require-answering.server";
import { surveyLanguage } from "~/app/http/answering-page";
import { boundedText } from "~/app/http/bounded-body";
import { parseJson } from "~/app/http/parse-json";
import { findPledgesRound, PLEDGES_SUFFIX } from "~/app/operations/answering/open-answering";
import { problemsIn } from "~/app/operations/answering/show-check";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { submitDraft } from "~/app/operations/answering/submit-draft";
import { ConflictError } from "~/db/conflict-error";

const Submission = z.strictObject({
  key: z.string().min(8).max(100),
  /** The whole answer; without it the draft at the office is sent. */
  document: z.unknown().optional(),
  /** Forms carry answers that others hide along, programs must not. */
  mode: z.enum(["strict", "submit"]).default("strict"),
});

// Protected by the link's secret. `{ key, document? }` -> `{ ok: true, receipt }`, or `{ ok: false, problems }`.
export async function action({ params, request, context }: ActionFunctionArgs) {
  const answering = await requireOpenAnswering(context, params);
  if (answering.link.sections !== null) return Response.json({ ok: false, error: "notAllowed" }, { status: 403 });
  const body = Submission.safeParse(parseJson(await boundedText(request)));
  if (!body.success) {
    return Response.json({ ok: false, error: "form", details: z.prettifyError(body.error) }, { status: 400 });
  }
  const { key: clientKey, document, mode } = body.data;
  const language = surveyLanguage(answering, context.locale);
  const at = context.now();
  try {
    const sent =
      document === undefined && answering.kind === "kept"
        ? await submitDraft(context.db, { answering, clientKey, language, at })
        : await submitDocument(context.db, { answering, document, mode, clientKey, language, at });
    if (sent.outcome === "incomplete") {
      const problems = problemsIn(answering.compiled, sent.errors, language);
      return Response.json({ ok: false, error: "incomplete", problems }, { status: 422 });
    }
    const pledges = answering.kind === "anonymous" && (await findPledgesRound(context.db, answering.round));
    return Response.json({
      ok: true,
      repeated: sent.repeated,
      receipt: sent.revision?.receipt ?? null,
      pledges: pledges ? `${answering.token}${PLEDGES_SUFFIX}` : null,
    });
  } catch (error) {
    if (error instanceof ConflictError) return Response.json({ ok: false, error: error.reason }, { status: 409 });
    throw error;
  }
}
