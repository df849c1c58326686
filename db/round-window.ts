import { eq, sql } from "drizzle-orm";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { members } from "./schema/region";
import { rounds } from "./schema/rounds";

/** Whether a round takes answers of a member at a moment, and the zone whose calendar decides. */
export interface RoundWindow {
  readonly state: "draft" | "open" | "closed";
  /** Whether the moment's local date lies between the round's first and last day. */
  readonly withinDates: boolean;
  readonly timeZone: string;
  /** The moment's local date, `YYYY-MM-DD`. */
  readonly localDate: string;
  readonly versionId: string;
  readonly anonymous: boolean;
}

/**
 * Looks at a round from one member's place and keeps it from being closed until the transaction ends.
 *
 * The calendar is the venue's where the round names a zone, else the member's, else UTC. Both first and last day count
 * whole.
 */
export async function findRoundWindow(
  tx: Database,
  { roundId, memberId, at }: { roundId: string; memberId: string | null; at: Date },
): Promise<RoundWindow | undefined> {
  const zone = sql`coalesce(${rounds.timeZone},
    (select ${members.timeZone} from ${members} where ${members.id} = ${memberId}), 'UTC')`;
  const local = sql`(${at.toISOString()}::timestamptz at time zone ${zone})::date`;
  const [window] = await tx
    .select({
      state: rounds.state,
      withinDates: sql<boolean>`${local} between ${rounds.opensOn} and ${rounds.closesOn}`,
      timeZone: sql<string>`${zone}`,
      localDate: sql<string>`${local}::text`,
      versionId: rounds.versionId,
      anonymous: rounds.anonymous,
    })
    .from(rounds)
    .where(eq(rounds.id, roundId))
    .for("share");
  return window;
}

/**
 * The same, for a write.
 *
 * @throws {ConflictError} `roundNotOpen` if the round does not take answers then
 */
export async function requireOpenRound(
  tx: Database,
  where: { roundId: string; memberId: string | null; at: Date },
): Promise<RoundWindow> {
  const window = await findRoundWindow(tx, where);
  if (window === undefined || window.state !== "open" || !window.withinDates) {
    throw new ConflictError("roundNotOpen", "This survey is not open for answers.");
  }
  return window;
}
