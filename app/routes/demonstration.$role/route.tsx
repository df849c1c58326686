import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { ROLES } from "~/app/auth/permissions";
import { notFound, parseParams } from "~/app/http/respond";
import { enterDemonstration } from "~/app/operations/enter-demonstration";

const Params = z.object({ role: z.enum(ROLES) });

// One click per role; only on loopback and only with the demonstration's data, otherwise there is no such page.
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { role } = parseParams(Params, params);
  const entered = await enterDemonstration(context, { role, userAgent: request.headers.get("user-agent") });
  if (!entered) throw notFound("demonstration");
  throw redirect("/home", { headers: { "Set-Cookie": entered.cookie } });
}

export async function loader() {
  throw redirect("/");
}
