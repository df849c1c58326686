import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { findExperts } from "~/db/experts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "expert:read");
  const { synthetic } = context;
  const experts = await findExperts(context.db, { on: context.now().toISOString().slice(0, 10) });
  const body = csv(
    [
      "name",
      "member",
      "kind",
      "area",
      "standing",
      "since",
      "languages",
      "topics",
      "missionsPerYear",
      "confirmedCycle",
      "released",
    ],
    experts.flatMap((expert) => {
      const common = [
        expert.languages.join(" "),
        expert.topicIds.join(" "),
        expert.missionsPerYear,
        expert.confirmedCycleId,
        expert.released,
      ];
      const row = (area: string | null, step: string | null, since: string | null) => [
        expert.name,
        expert.memberId,
        expert.kind,
        area,
        step,
        since,
        ...common,
      ];
      return expert.standings.length === 0
        ? [row(null, null, null)]
        : expert.standings.map(({ areaId, step, since }) => row(areaId, step, since));
    }),
    { synthetic },
  );
  return download(body, { name: "experts-and-candidates", type: "csv", synthetic });
}
