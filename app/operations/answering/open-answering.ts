import { hashOfSecret } from "~/app/auth/viewer.server";
import type { Response } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import type { Invitation, InvitationLink } from "~/db/invitations";
import { findLink, type OpenedLink } from "~/db/opened-link";
import { findGivenRows, type Round } from "~/db/rounds";
import { findSharedRounds } from "~/db/shared-invitation";
import type { GivenRows } from "~/surveys/answer-document";
import { type CompiledVersion, compiledVersion } from "./compiled-version";
import { givenRowsFor } from "./given-rows";

/**
 * Where answers live on their way: `kept` in a draft at the office, one for each invitation; `shared` and `anonymous`
 * with whoever answers, until they are sent.
 */
export type AnsweringKind = "kept" | "shared" | "anonymous";

/** What a valid link opens. */
export interface Answering extends CompiledVersion {
  /** As it stands in the address. */
  readonly token: string;
  readonly kind: AnsweringKind;
  readonly link: InvitationLink;
  readonly invitation: Invitation;
  readonly round: Round;
  readonly member: OpenedLink["member"];
  readonly given: GivenRows;
  readonly response: Response | undefined;
  /** The zone whose calendar decides: the venue's, the member's, else UTC. */
  readonly timeZone: string;
  readonly window: "notYet" | "open" | "closed";
}

/** Why a link opens nothing. */
export type LinkRefusal = "unknown" | "revoked" | "expired";

/** Behind a link to an anonymous evaluation this leads to the pledges of the same workshop. */
export const PLEDGES_SUFFIX = "~actions";

/**
 * What a link's secret opens.
 *
 * @param token the secret, or the secret of a shared evaluation with `~actions` behind it, which opens the pledges of
 *   the same activity: everybody there has the same link, so it says nothing about who answers
 */
export async function openAnswering(
  db: Database,
  { token, at }: { readonly token: string; readonly at: Date },
): Promise<{ readonly answering: Answering } | { readonly refusal: LinkRefusal }> {
  const forPledges = token.endsWith(PLEDGES_SUFFIX);
  const secret = forPledges ? token.slice(0, -PLEDGES_SUFFIX.length) : token;
  const found = await findLink(db, hashOfSecret(secret));
  if (!found) return { refusal: "unknown" };
  if (found.link.revokedAt || found.invitation.revokedAt) return { refusal: "revoked" };
  if (found.link.expiresAt && found.link.expiresAt <= at) return { refusal: "expired" };
  const place = forPledges ? await pledgesBehind(db, found) : found;
  if (!place) return { refusal: "unknown" };
  const { round, invitation, member, given } = place;

  const kind = round.anonymous ? "anonymous" : round.audience === "shared" ? "shared" : "kept";
  const version = await compiledVersion(db, round.versionId);
  const response = (kind === "kept" && place.response) || undefined;
  const timeZone = round.timeZone ?? member?.timeZone ?? "UTC";
  const answering = {
    ...version,
    token,
    kind,
    link: found.link,
    invitation,
    round,
    member,
    response,
    timeZone,
  } as const;
  return { answering: { ...answering, given: givenRowsFor(given), window: windowOf(round, localDate(at, timeZone)) } };
}

/** What the link of a workshop's ratings opens of the pledges. */
async function pledgesBehind(db: Database, { link, round }: OpenedLink): Promise<OpenedLink | undefined> {
  const found = await findPledgesRound(db, round);
  if (!found) return undefined;
  const given = await findGivenRows(db, { roundId: found.round.id, invitationId: found.invitation.id });
  return { ...found, link, member: null, response: null, given };
}

/** The open round of the same activity that asks for pledges, if there is one. */
export async function findPledgesRound(db: Database, evaluation: Round) {
  if (evaluation.activityId === null || !evaluation.anonymous) return undefined;
  for (const candidate of await findSharedRounds(db, evaluation.activityId)) {
    if (candidate.round.anonymous) continue;
    const { compiled } = await compiledVersion(db, candidate.round.versionId);
    if (compiled.questions.some((question) => question.measure === "pledge")) return candidate;
  }
  return undefined;
}

function windowOf(round: Round, today: string): Answering["window"] {
  if (round.state === "draft" || today < round.opensOn) return "notYet";
  return round.state === "closed" || today > round.closesOn ? "closed" : "open";
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar's date at a moment in a zone, `YYYY-MM-DD`. */
export function localDate(at: Date, timeZone: string): string {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    calendar = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(at);
}
