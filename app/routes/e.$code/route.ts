import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { typedShortCode } from "~/app/operations/evaluation/short-code";

// Open to everybody: the code on the wall leads to the form, which asks the link's secret itself.
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/a/${typedShortCode(params.code ?? "") ?? "unknown"}`);
}
