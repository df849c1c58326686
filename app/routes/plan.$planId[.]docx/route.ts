import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { download } from "~/app/exports/download";
import { planDocx } from "~/app/exports/plan-docx";
import { notFound, parseParams } from "~/app/http/respond";
import { readPlanDocument } from "~/app/operations/read-plan-document";

const Params = z.object({ planId: z.uuid() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "plan:read");
  const plan = await readPlanDocument(context.db, parseParams(Params, params));
  if (!plan) throw notFound("Plan");
  // The printed plan is real, whatever else this database holds.
  const synthetic = context.synthetic && plan.origin !== "loaded";
  return download(await planDocx(plan, { synthetic }), { name: plan.title, type: "docx", synthetic });
}
