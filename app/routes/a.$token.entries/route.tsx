import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireOpenAnswering } from "~/app/auth/require-answering.server";
import { surveyLanguage } from "~/app/http/answering-page";
import { boundedText } from "~/app/http/bounded-body";
import { parseJson } from "~/app/http/parse-json";
import { saveSentEntries } from "~/app/operations/answering/save-entries";
import { ConflictError } from "~/db/conflict-error";

const Entries = z.strictObject({
  saves: z
    .array(
      z.strictObject({
        path: z.string().max(300),
        value: z.unknown(),
        baseVersion: z.number().int().min(0).max(1_000_000_000),
        key: z.string().min(8).max(100),
        confirmed: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(200),
});

// Protected by the link's secret. What the full form saves as one goes: `{ saves: [...] }`, one outcome for each.
export async function action({ params, request, context }: ActionFunctionArgs) {
  const answering = await requireOpenAnswering(context, params);
  if (answering.kind !== "kept") return Response.json({ error: "notKept" }, { status: 404 });
  const body = Entries.safeParse(parseJson(await boundedText(request)));
  if (!body.success) return Response.json({ error: "form", details: z.prettifyError(body.error) }, { status: 400 });
  const at = context.now();
  try {
    const outcomes = await saveSentEntries(context.db, {
      answering,
      sent: body.data.saves.map((save) => ({ ...save, value: save.value ?? null })),
      language: surveyLanguage(answering, context.locale),
      at,
    });
    return Response.json({ savedAt: at.toISOString(), outcomes });
  } catch (error) {
    if (error instanceof ConflictError) return Response.json({ error: error.reason }, { status: 409 });
    // A version that was never stored: a program's mistake.
    if (error instanceof RangeError) return Response.json({ error: "form", details: error.message }, { status: 400 });
    throw error;
  }
}
