import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound } from "~/app/http/respond";
import { readSupply } from "~/app/operations/supply/read-supply";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "expert:read");
  const { run } = await readSupply(context.db);
  if (!run) throw notFound("supply");
  const { synthetic } = context;
  const body = csv(
    ["topic", "area", "requested", "implied", "planned", "run"],
    run.document.result.demand.byTopic.map(({ topic, area, requested, implied, planned }) => [
      topic,
      area,
      requested,
      implied,
      planned,
      run.id,
    ]),
    { synthetic },
  );
  return download(body, { name: `demand-for-missions-${run.document.scene.plannedCycleId}`, type: "csv", synthetic });
}
