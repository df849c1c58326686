import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { translator } from "~/app/i18n/translate";
import { describeYear } from "~/app/operations/evaluation/describe-year";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "activity:readAll");
  const { synthetic } = context;
  const cycle = new URL(request.url).searchParams.get("cycle");
  const { rows, cycleId, target } = await describeYear(context, { cycle, t: translator(context.locale) });
  const body = csv(
    ["activityId", "activity", "n", "of", "mean", "lower90", "upper90", "target", "outcome", "run"],
    rows.map((row) => [
      row.id,
      row.title,
      row.n,
      row.of,
      row.mean,
      row.lower,
      row.upper,
      target,
      row.outcome,
      row.runId,
    ]),
    { synthetic },
  );
  return download(body, { name: `evaluations-${cycleId}`, type: "csv", synthetic });
}
