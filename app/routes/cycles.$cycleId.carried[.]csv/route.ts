import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { readCycle } from "~/app/operations/cycles/read-cycles";

const Params = z.object({ cycleId: z.string().regex(/^\d{4}(-\d{4})?$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "cycle:read");
  const { cycleId } = parseParams(Params, params);
  const view = await readCycle(context.db, cycleId);
  if (!view) throw notFound("Cycle");
  const { synthetic } = context;
  const body = csv(
    ["line", "title", "from", "kind", "topics", "members", "because", "state", "takenUpAs", "droppedBecause"],
    view.carried.map((line) => [
      line.id,
      line.title,
      line.fromCycleId,
      line.activityId ? "notHeld" : "leftOut",
      line.topicIds.join(" "),
      line.memberIds.join(" "),
      line.because?.en,
      line.state,
      line.takenUpAs,
      line.droppedBecause,
    ]),
    { synthetic },
  );
  return download(body, { name: `carried-into-${cycleId}`, type: "csv", synthetic });
}
