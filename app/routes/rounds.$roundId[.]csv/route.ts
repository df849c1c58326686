import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { readRound } from "~/app/operations/rounds/read-round";

const Params = z.object({ roundId: z.uuid() });
const COLUMNS = ["member", "sub-region", "state", "invited", "opened", "begun", "last saved", "answers", "revision"];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "round:read");
  const view = await readRound(context.db, { ...parseParams(Params, params), pack: context.pack });
  if (!view) throw notFound("Round");
  const moment = (at: Date | null): string => at?.toISOString() ?? "";
  const rows = view.members.map((member) => [
    member.memberId ?? member.email,
    member.subRegionId,
    member.progress,
    moment(member.invitedAt),
    moment(member.openedAt),
    moment(member.begunAt),
    moment(member.savedAt),
    member.entries,
    member.revision,
  ]);
  const { synthetic } = context;
  return download(csv(COLUMNS, rows, { synthetic }), { name: `${view.round.name}-tracking`, type: "csv", synthetic });
}
