import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/app/auth/viewer.server";
import { translator } from "~/app/i18n/translate";
import { createProposal } from "~/app/operations/proposal/create-proposal";

/** Begins a proposal for the next cycle and shows how it is being solved. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "proposal:edit");
  const t = translator(context.locale);
  const proposal = await createProposal(context.db, {
    name: (cycleId, number) => t("plan.name", { cycle: t.cycle(cycleId), number }),
    actor: { personId: viewer.personId },
    at: context.now(),
  });
  context.wakeJobs();
  return redirect(proposal ? `/plan/proposals/${proposal.id}` : "/plan");
}
