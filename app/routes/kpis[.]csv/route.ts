import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { readBoard } from "~/app/operations/kpis/read-board";

const Query = z.object({ cycle: z.string().max(20).optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "kpi:read");
  const { db, pack, synthetic } = context;
  const { cycle } = parseParams(Query, Object.fromEntries(new URL(request.url).searchParams));
  const board = await readBoard(db, { pack, cycleId: cycle, at: context.now() });
  if (!board) throw notFound("Cycle");
  const body = csv(
    [
      ...["plan", "action", "kpi", "target", "kind", "atLeast", "targetOf", "cycle", "value", "n", "of", "reason"],
      ...["outcome", "origin", "source", "asOf", "enteredBy"],
    ],
    board.rows.flatMap((row) =>
      row.cells.map(({ cycle: of, figure, outcome, entry }) => [
        row.frameworkId,
        row.actionId,
        row.kpi,
        row.targetText,
        row.target.kind,
        row.target.atLeast,
        "of" in row.target ? row.target.of : null,
        of.id,
        figure.value,
        figure.value === null ? null : figure.n,
        figure.of,
        figure.reason,
        outcome,
        entry ? "entered" : (row.computation ?? null),
        entry?.source,
        entry?.asOf,
        entry?.enteredByName,
      ]),
    ),
    { synthetic },
  );
  return download(body, { name: `kpis-${board.cycle.id}`, type: "csv", synthetic });
}
