import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { describeEvaluation } from "~/app/operations/evaluation/describe-evaluation";
import { readEvaluation } from "~/app/operations/evaluation/read-evaluation";

const Params = z.object({ activityId: z.string().regex(/^[\w.-]{1,100}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:readAll");
  const { activityId } = parseParams(Params, params);
  const evaluation = await readEvaluation(context.db, { activityId });
  if (!evaluation?.run) throw notFound("Evaluation");
  const { synthetic } = context;
  const { id, document } = evaluation.run;
  const office = may(viewer.roles, "activity:readOffice");
  const { items } = describeEvaluation(document, { office, t: translator(context.locale) });
  const body = csv(
    ["measure", "item", "n", "of", "mean", "lower95", "upper95", "r1", "r2", "r3", "r4", "r5", "run"],
    items.map((item) => [
      item.measure,
      item.title,
      item.mean === null ? null : item.n,
      document.inputs.participants,
      item.mean,
      item.lower,
      item.upper,
      ...(item.counts ?? [null, null, null, null, null]),
      id,
    ]),
    { synthetic },
  );
  return download(body, { name: `evaluation-${activityId}`, type: "csv", synthetic });
}
