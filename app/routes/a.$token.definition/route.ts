import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOpenAnswering } from "~/app/auth/require-answering.server";

/**
 * The definition of a survey as authored, for the full form. A published version never changes and its id stands in the
 * address, so that a browser loads it once for the whole round.
 */
// Protected by the link's secret.
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { definition } = await requireOpenAnswering(context, params);
  return new Response(definition, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "private, max-age=31536000, immutable",
    },
  });
}
