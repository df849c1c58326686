import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requireNamedRatings } from "~/app/auth/require-named-ratings.server";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { rankingQuery } from "~/app/http/ranking-query";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { downloadChange } from "~/app/operations/ranking/download-change";
import { OFFICE_TABLES, PUBLIC_TABLES, rankingTable } from "~/app/operations/ranking/ranking-tables";
import { recordReading } from "~/app/operations/ranking/record-reading";
import { findFrozenRanking, findStoredRanking } from "~/app/operations/ranking/stored-ranking";

const CHANGE = "change";
const Params = z.object({ table: z.enum([...PUBLIC_TABLES, ...OFFICE_TABLES, CHANGE]) });

/** Any table of a ranking as CSV: of a run for the office, of a published ranking for everybody who may read it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:read");
  const { table } = parseParams(Params, params);
  const t = translator(context.locale);
  const { run, published, lens, with: other } = rankingQuery(request);
  const office = run !== undefined && may(viewer.roles, "ranking:readOffice");
  const frozen = office ? undefined : await findFrozenRanking(context.db, published);
  const stored = office ? await findStoredRanking(context.db, run) : frozen;
  const topic = new URL(request.url).searchParams.get("topic") ?? undefined;
  const found =
    stored &&
    (table === CHANGE
      ? await downloadChange(context.db, {
          stored,
          office,
          pick: t.pick,
          ...(office && other ? { otherId: other } : {}),
          ...(frozen ? { publishedAt: frozen.frozen.publishedAt } : {}),
        })
      : rankingTable(stored.document, {
          table,
          office,
          pick: t.pick,
          ...(lens ? { lens } : {}),
          ...(topic ? { topic } : {}),
        }));
  if (!stored || !found) throw notFound("table");
  if (run !== undefined && table === "answers") {
    await requireNamedRatings(context);
    await recordReading(context.db, { runId: run, personId: viewer.personId, at: context.now() });
  }
  const name = [table, topic, lens, stored.document.input.round.name].filter(Boolean).join("-");
  return download(csv(found.columns, found.rows, { synthetic: context.synthetic }), {
    name,
    type: "csv",
    synthetic: context.synthetic,
  });
}
