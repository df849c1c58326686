import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound } from "~/app/http/respond";
import { readSupply } from "~/app/operations/supply/read-supply";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "accreditation:read");
  const { run } = await readSupply(context.db);
  if (!run) throw notFound("supply");
  const { synthetic } = context;
  const body = csv(
    [
      "area",
      "recommended",
      "candidates",
      "members",
      "viable",
      "form",
      "missionsLedMore",
      "seatsFilledMore",
      "emptySeatsLeast",
      "emptySeatsMost",
      "waiting",
      "leadsFrom",
      "run",
    ],
    run.document.result.workshops.map(({ group, groupGain, ...workshop }) => [
      workshop.area,
      workshop.recommended,
      group.candidates,
      group.administrations,
      group.viable,
      group.form,
      groupGain.led,
      groupGain.seats,
      workshop.emptySeatsMin,
      workshop.emptySeatsMax,
      workshop.waiting.length,
      workshop.leadsFrom,
      run.id,
    ]),
    { synthetic },
  );
  return download(body, { name: `accreditation-${run.document.scene.plannedCycleId}`, type: "csv", synthetic });
}
