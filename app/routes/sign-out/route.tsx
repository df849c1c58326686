import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { leave } from "~/app/auth/session.server";
import { readForm } from "~/app/http/respond";

// For whoever is signed in; for others it changes nothing.
export async function action({ request, context }: ActionFunctionArgs) {
  const everywhere = (await readForm(request)).get("everywhere") === "yes";
  throw redirect("/", { headers: { "Set-Cookie": await leave(context, { everywhere }) } });
}

export async function loader() {
  throw redirect("/");
}
