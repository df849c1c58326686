import { findPledges, type Pledge } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { findAskedPledges } from "~/db/follow-ups";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { findTracking, type TrackedInvitation } from "~/db/tracking";
import { pledgeAuthors } from "./pledge-authors";

/** How far somebody who was asked has come. */
export type FollowUpProgress = "invited" | "opened" | "begun" | "answered";

/** One who was asked in a follow-up, with the pledges in question; none for an administration. */
export interface TrackedFollowUp extends TrackedInvitation {
  readonly progress: FollowUpProgress;
  readonly pledges: readonly Pledge[];
  /** The administration through which a participant was asked, or that was asked itself. */
  readonly throughMember: string | null;
  /** Whether the letter went to an address that the participant gave. */
  readonly byAddress: boolean;
}

export interface FollowUpRound {
  readonly round: RoundSummary;
  readonly asked: readonly TrackedFollowUp[];
  /** Authors of pledges of the activity who gave neither an address nor an administration. */
  readonly unreachable: number;
}

/** Instruments of a follow-up, by id. */
export const FOLLOW_UPS: readonly string[] = ["follow-up-participant", "follow-up-administration"];

/** A follow-up with where everybody stands; no answers. @returns `undefined` if there is no such follow-up */
export async function trackFollowUp(db: Database, roundId: string): Promise<FollowUpRound | undefined> {
  const round = (await findRounds(db)).find(({ id }) => id === roundId);
  if (!round || !FOLLOW_UPS.includes(round.instrumentId)) return undefined;
  const ofInvitation = new Map<string, Set<string>>();
  for (const { invitationId, pledgeId } of await findAskedPledges(db, [roundId]))
    ofInvitation.set(invitationId, (ofInvitation.get(invitationId) ?? new Set()).add(pledgeId));
  const made = round.activityId === null ? [] : await findPledges(db, { activityId: round.activityId });
  const asked = (await findTracking(db, roundId)).map((tracked): TrackedFollowUp => {
    const own = ofInvitation.get(tracked.invitationId);
    const pledges = made.filter(({ id }) => own?.has(id) ?? false);
    return {
      ...tracked,
      progress: progressOf(tracked),
      pledges,
      throughMember: tracked.memberId ?? pledges.find(({ memberId }) => memberId !== null)?.memberId ?? null,
      byAddress: tracked.email !== null,
    };
  });
  const known = new Set([...ofInvitation.values()].flatMap((ids) => [...ids]));
  const others = made.filter(({ id }) => !known.has(id));
  return { round, asked, unreachable: pledgeAuthors(others).filter(({ way }) => way === "none").length };
}

function progressOf({ state, entries, openedAt }: TrackedInvitation): FollowUpProgress {
  if (state === "submitted" || state === "signedOff") return "answered";
  if (entries > 0) return "begun";
  return openedAt === null ? "invited" : "opened";
}
