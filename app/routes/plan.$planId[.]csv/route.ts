import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { readPlanDocument } from "~/app/operations/read-plan-document";

const Params = z.object({ planId: z.uuid() });
const COLUMNS = ["pillar", "action", "action text", "entry", "activity", "title", "see also", "see also as printed"];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "plan:read");
  const plan = await readPlanDocument(context.db, parseParams(Params, params));
  if (!plan) throw notFound("Plan");
  const synthetic = context.synthetic && plan.origin !== "loaded";
  const rows = plan.pillars.flatMap((pillar) =>
    pillar.actions.flatMap((action) =>
      action.entries.map((entry) => [
        pillar.number,
        action.id,
        action.text,
        entry.id,
        entry.activityId,
        entry.title,
        entry.seeAlso,
        entry.seeAlsoPrinted,
      ]),
    ),
  );
  return download(csv(COLUMNS, rows, { synthetic }), { name: plan.title, type: "csv", synthetic });
}
