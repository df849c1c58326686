import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/app/auth/viewer.server";
import { requestSupplyRun } from "~/app/operations/supply/run-supply";

export async function loader({ request, context }: ActionFunctionArgs) {
  await requirePermission(context, request, "supply:run");
  return redirect("/experts");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "supply:run");
  const actor = { personId: viewer.personId };
  const job = await requestSupplyRun(context.db, { pack: context.pack, actor, at: context.now() });
  if (job) context.wakeJobs();
  return redirect("/experts");
}
