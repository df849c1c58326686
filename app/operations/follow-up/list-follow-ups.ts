import { type Activity, findActivities, findPledges } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { pledgeAuthors, standingPledges } from "./pledge-authors";
import { FOLLOW_UPS } from "./track-follow-up";

/** A workshop that was held, with whom a follow-up could ask after its pledges. */
export interface FollowableWorkshop {
  readonly activity: Activity;
  readonly pledges: number;
  /** Authors of pledges that stand, by the way in which they can be asked. */
  readonly byAddress: number;
  readonly throughMember: number;
  readonly unreachable: number;
  /** A follow-up of its pledges that is under way. */
  readonly underWay: string | null;
}

/** Follow-ups, the latest closing first, and the workshops that were held, the latest first. */
export async function listFollowUps(db: Database): Promise<{
  readonly rounds: readonly RoundSummary[];
  readonly workshops: readonly FollowableWorkshop[];
}> {
  const rounds = (await findRounds(db)).filter(({ instrumentId }) => FOLLOW_UPS.includes(instrumentId));
  const pledges = await findPledges(db);
  const workshops = (await findActivities(db))
    .filter(({ state }) => state === "held")
    .toReversed()
    .map((activity): FollowableWorkshop => {
      const own = pledges.filter(({ activityId }) => activityId === activity.id);
      const authors = pledgeAuthors(standingPledges(own));
      const count = (way: string) => authors.filter((author) => author.way === way).length;
      return {
        activity,
        pledges: own.length,
        byAddress: count("address"),
        throughMember: count("administration"),
        unreachable: count("none"),
        underWay: rounds.find(({ activityId, state }) => activityId === activity.id && state !== "closed")?.id ?? null,
      };
    });
  return { rounds, workshops };
}
