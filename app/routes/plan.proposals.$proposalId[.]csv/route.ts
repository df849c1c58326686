import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { csv } from "~/app/exports/csv";
import { download } from "~/app/exports/download";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { proposalWords } from "~/app/operations/proposal/proposal-words";
import { readProposal } from "~/app/operations/proposal/read-proposal";

const Params = z.object({ proposalId: z.uuid() });

/** Every line of a proposal, in or out, with its figures at full precision. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "proposal:read");
  const read = await readProposal(context.db, parseParams(Params, params).proposalId);
  if (!read) throw notFound("proposal");
  const { db, pack, synthetic } = context;
  const words = await proposalWords(db, { pack, t: translator(context.locale), at: context.now() });
  const body = csv(
    [
      "line",
      "title",
      "kind",
      "mode",
      "included",
      "lock",
      "topic",
      "members",
      "month",
      "experts",
      "host",
      "cost",
      "score",
      "loss_without",
      "reason_out",
      "closeness",
      "loss_with",
    ],
    read.lines.map(({ id, kind, included, lock, score, cost, content, reason, why }) => [
      id,
      words.line({ id, content }),
      kind,
      content.mode,
      included,
      lock,
      content.topic,
      content.members.join(" "),
      content.month === null || content.month === undefined ? null : read.run?.problem.months[content.month],
      content.experts.map(words.expert).join("; "),
      content.host,
      cost,
      score,
      included ? why?.loss : null,
      included ? null : (reason?.reason ?? why?.reason),
      included ? null : why?.closeness,
      included ? null : why?.loss,
    ]),
    { synthetic },
  );
  return download(body, { name: read.proposal.name, type: "csv", synthetic });
}
