import { type Activity, findActivity, findParticipants } from "~/db/activities";
import { type ActivityPerson, findActivityPeople, findProgramme, type ProgrammeEntry } from "~/db/activity-programme";
import { countAnonymousResponses } from "~/db/anonymous-responses";
import type { Database } from "~/db/engine/database";
import { findListingsOfActivities, type PlanListing } from "~/db/plans";
import { findRequests, type Request } from "~/db/requests";
import { findRounds, type RoundSummary } from "~/db/rounds";
import {
  type MemberParticipation,
  type ParticipationTotal,
  participationOf,
  participationTotal,
} from "./participation";
import { EVALUATION } from "./read-activities";

/** One activity with everything that was noted about it. */
export interface ActivityView {
  readonly activity: Activity;
  readonly programme: readonly ProgrammeEntry[];
  readonly facilitators: readonly ActivityPerson[];
  readonly participation: readonly MemberParticipation[];
  readonly total: ParticipationTotal;
  readonly listings: readonly (PlanListing & { readonly cycleId: string })[];
  /** Requests that it answers. */
  readonly requests: readonly Request[];
  /** Every round held about it: evaluation, pledges, follow-up; the latest closing first. */
  readonly rounds: readonly RoundSummary[];
  /** Its evaluation with the number of ratings, all that is known before it closes. */
  readonly evaluation: { readonly round: RoundSummary; readonly ratings: number } | undefined;
}

/** @returns `undefined` if there is no such activity */
export async function readActivity(
  db: Database,
  { activityId }: { readonly activityId: string },
): Promise<ActivityView | undefined> {
  const activity = await findActivity(db, activityId);
  if (!activity) return undefined;
  const participation = participationOf(await findParticipants(db, { activityId }));
  const rounds = await findRounds(db, { activityId });
  const round = rounds.find(({ instrumentId, practice }) => instrumentId === EVALUATION && !practice);
  return {
    activity,
    programme: await findProgramme(db, activityId),
    facilitators: await findActivityPeople(db, { activityId, part: "facilitator" }),
    participation,
    total: participationTotal(participation),
    listings: (await findListingsOfActivities(db)).get(activityId) ?? [],
    requests: (await findRequests(db, {})).filter((request) => request.activityId === activityId),
    rounds,
    evaluation: round && { round, ratings: await countAnonymousResponses(db, round.id) },
  };
}
