import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findCurrentVersion, lockInstrument } from "~/db/instruments";
import { insertInvitations } from "~/db/invitations";
import { enqueueMails } from "~/db/mail";
import type { CycleDates } from "~/db/regions/cycle-dates";
import { findRounds, insertRound, type NewRound, openRound, type Round } from "~/db/rounds";
import type { GivenRows } from "~/db/schema/responses";
import { type Addressee, type FollowUpLetter, followUpLetter, type Letters, linkOf } from "./follow-up-letters";

/** Somebody whom a follow-up asks, with what only this one is asked about. */
export interface Invitee {
  /** Whom the coordinator reads beside the link. */
  readonly label: string;
  /** The administration itself, as one of the region's members; `null` for a participant. */
  readonly memberId: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly given: GivenRows;
  readonly addressees: readonly Addressee[];
  readonly letter: Pick<FollowUpLetter, "kind" | "workshops" | "member" | "actions">;
}

/** A link that is shown once: only its hash is stored. */
export interface FollowUpLink {
  readonly label: string;
  readonly url: string;
  readonly mailedTo: readonly string[];
}

export interface OpenedFollowUp {
  readonly round: Round;
  readonly links: readonly FollowUpLink[];
}

export type FollowUpInstrument = "follow-up-participant" | "follow-up-administration";

/** No version of the survey has been published, so nobody can be asked. */
export class NotPublishedError extends Error {
  override readonly name = "NotPublishedError";
}

/**
 * Prepares a follow-up, invites everybody with what they are asked about, writes the letters and opens it. Call it in a
 * transaction.
 *
 * @throws {NotPublishedError} if the survey has no version
 * @throws {ConflictError} `nameTaken` if one about the same activity, or of the same name, is under way
 */
export async function openFollowUpRound(
  tx: Database,
  {
    instrumentId,
    round,
    cycle,
    invitees,
    letters,
    actor,
    at,
  }: {
    readonly instrumentId: FollowUpInstrument;
    readonly round: Pick<NewRound, "name" | "audience" | "opensOn" | "closesOn" | "timeZone" | "activityId">;
    readonly cycle: CycleDates;
    readonly invitees: readonly Invitee[];
    readonly letters: Letters;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<OpenedFollowUp> {
  await lockInstrument(tx, instrumentId);
  const version = await findCurrentVersion(tx, instrumentId);
  if (!version) throw new NotPublishedError(`${instrumentId} has no published version`);
  const underWay = (await findRounds(tx, { instrumentId })).filter(({ state }) => state !== "closed");
  if (
    underWay.some(({ activityId, name }) => (round.activityId ? activityId === round.activityId : name === round.name))
  )
    throw new ConflictError("nameTaken", "A follow-up of this is under way already.");
  await insertCycle(tx, cycle);
  const prepared = await insertRound(tx, {
    round: { ...round, cycleId: cycle.id, versionId: version.id, anonymous: false },
    actor,
    at,
  });
  const asked = invitees.map((invitee) => ({ invitee, secret: newSecret() }));
  await insertInvitations(tx, {
    roundId: prepared.id,
    invitations: asked.map(({ invitee: { memberId, email, language, given }, secret }) => ({
      memberId,
      email,
      language,
      given,
      tokenHash: hashOfSecret(secret),
    })),
    actor,
    at,
  });
  await enqueueMails(tx, {
    mails: asked.flatMap(({ invitee: { addressees, letter }, secret }) =>
      addressees.map((addressee) =>
        followUpLetter({
          ...letter,
          reminder: false,
          round: prepared,
          url: linkOf(letters, secret),
          addressee,
          letters,
          key: `followUp/${hashOfSecret(secret)}`,
        }),
      ),
    ),
    at,
  });
  return {
    round: await openRound(tx, { id: prepared.id, actor, at }),
    links: asked.map(({ invitee, secret }) => ({
      label: invitee.label,
      url: linkOf(letters, secret),
      mailedTo: invitee.addressees.map(({ address }) => address),
    })),
  };
}
