import type { AppContext } from "~/app/context";
import { NAMED_RATINGS_CLOSED } from "~/app/http/named-ratings-closed";
import { findNamedRatings } from "~/app/operations/named-ratings";

/**
 * For pages that show what a member answered by name, after their permission.
 *
 * @throws the page 403 with the reason, where the office keeps them closed
 */
export async function requireNamedRatings({ db }: Pick<AppContext, "db">): Promise<void> {
  if ((await findNamedRatings(db)) === "hidden") throw new Response(NAMED_RATINGS_CLOSED, { status: 403 });
}
