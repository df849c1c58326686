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
    [
      "area",
      "topic",
      "place",
      "score",
      "quadrant",
      "asked",
      "canBeLed",
      "difference",
      "withCandidates",
      "leads",
      "candidates",
      "run",
    ],
    run.document.result.quadrants.map((row) => [
      row.area,
      row.topic,
      row.place,
      row.score,
      row.quadrant,
      row.asked,
      row.canBeLed,
      row.difference,
      row.canBeLedWithCandidates,
      row.leads,
      row.candidates,
      run.id,
    ]),
    { synthetic },
  );
  return download(body, { name: `need-against-supply-${run.document.scene.plannedCycleId}`, type: "csv", synthetic });
}
