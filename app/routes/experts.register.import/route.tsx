import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "~/app/auth/viewer.server";
import { importOffers } from "~/app/operations/supply/import-offers";
import { findSupplyRound } from "~/app/operations/supply/run-supply";

export async function loader({ request, context }: ActionFunctionArgs) {
  await requirePermission(context, request, "expert:manage");
  return redirect("/experts/register");
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:manage");
  const round = await findSupplyRound(context.db);
  const done =
    round &&
    (await importOffers(context.db, {
      roundId: round.id,
      actor: { personId: viewer.personId },
      at: context.now(),
    }));
  if (!done) return redirect("/experts/register");
  const { confirmed, entered, nominated, unchanged } = done;
  return redirect(
    `/experts/register?imported=${[confirmed.length, entered.length, nominated.length, unchanged].join("-")}`,
  );
}
