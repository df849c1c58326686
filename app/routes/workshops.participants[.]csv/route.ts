import type { LoaderFunctionArgs } from "@remix-run/node";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { translator } from "~/app/i18n/translate";
import { describeParticipations } from "~/app/operations/activities/describe-participations";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:readAll");
  const cycle = new URL(request.url).searchParams.get("cycle");
  const { synthetic } = context;
  const t = translator(context.locale);
  const office = may(viewer.roles, "activity:readOffice");
  const { rows, cycleId } = await describeParticipations(context, { cycle, office, t });
  const body = csv(
    ["activityId", "activity", "member", "women", "men", "others", "unsaid", "present", "expected"],
    rows.map((row) => [
      row.workshop?.id,
      row.workshop?.title,
      row.member,
      row.women,
      row.men,
      row.others,
      row.unsaid,
      row.total,
      row.expected,
    ]),
    { synthetic },
  );
  return download(body, { name: `participants-${cycleId}`, type: "csv", synthetic });
}
