import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { FOLLOW_UP_TABLES, followUpTable } from "~/app/operations/follow-up/follow-up-tables";
import { findFollowUp } from "~/app/operations/follow-up/run-follow-up";

const Params = z.object({ table: z.enum(FOLLOW_UP_TABLES) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "followUp:read");
  const { table } = parseParams(Params, params);
  const cycleId = new URL(request.url).searchParams.get("cycle") ?? "";
  const stored = await findFollowUp(context.db, { cycleId });
  if (!stored) throw notFound("follow-up");
  const { columns, rows } = followUpTable(stored.document, table, translator(context.locale));
  return download(csv(columns, rows, { synthetic: context.synthetic }), {
    name: `follow-up-${table}-${cycleId}`,
    type: "csv",
    synthetic: context.synthetic,
  });
}
