import { countAnonymousResponses } from "~/db/anonymous-responses";
import type { Database } from "~/db/engine/database";
import { findMemberGroups, findMembers, findSubRegions } from "~/db/members";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRounds, type RoundSummary } from "~/db/rounds";
import type { LocalizedText } from "~/db/schema/region";
import type { ResponseState } from "~/db/schema/responses";
import { findTracking, type TrackedInvitation } from "~/db/tracking";

/** How far an invited member has come. */
export type Progress = "invited" | "opened" | "begun" | "reopened" | "withdrawn" | "submitted" | "signedOff";

export interface TrackedMember extends TrackedInvitation {
  readonly name: LocalizedText;
  readonly progress: Progress;
}

/** A part of the region: how many of its members were asked and how many have answered. */
export interface CoverageRow {
  readonly id: string;
  readonly name: LocalizedText;
  readonly kind: "subRegion" | "group";
  readonly members: number;
  readonly invited: number;
  readonly begun: number;
  readonly submitted: number;
}

export interface RoundView {
  readonly round: RoundSummary;
  readonly members: readonly TrackedMember[];
  readonly coverage: readonly CoverageRow[];
  /** Members in the region, and how many of them have answered. */
  readonly of: number;
  readonly submitted: number;
  /** How many ratings an anonymous round has; nothing else of it is known before it closes. */
  readonly ratings: number | null;
  /** Members that should contribute, where the strategic plan has a target for it. */
  readonly target: { readonly atLeast: number; readonly of: number } | null;
}

const STATES: Readonly<Record<ResponseState, Progress>> = {
  draft: "begun",
  submitted: "submitted",
  signedOff: "signedOff",
  reopened: "reopened",
  withdrawn: "withdrawn",
};

/** A round with where each invited member stands and the coverage of the region; no answers. */
export async function readRound(
  db: Database,
  { roundId, pack }: { readonly roundId: string; readonly pack: RegionPack },
): Promise<RoundView | undefined> {
  const round = (await findRounds(db)).find(({ id }) => id === roundId);
  if (!round) return undefined;
  const members = (await findMembers(db)).filter(({ active }) => active);
  const named = new Map(members.map((member) => [member.id, member]));
  const tracked = (await findTracking(db, roundId)).map((row) => ({
    ...row,
    name: named.get(row.memberId ?? "")?.name ?? { en: row.email ?? "" },
    progress: row.state ? STATES[row.state] : row.openedAt ? ("opened" as const) : ("invited" as const),
  }));
  const ofMember = new Map(
    tracked.flatMap((row) => (row.memberId && !row.personId ? [[row.memberId, row] as const] : [])),
  );
  const cover = (row: Pick<CoverageRow, "id" | "name" | "kind">, ids: readonly string[]): CoverageRow => {
    const here = ids.flatMap((id) => ofMember.get(id) ?? []);
    const sent = here.filter(({ progress }) => progress === "submitted" || progress === "signedOff");
    return {
      ...row,
      members: ids.length,
      invited: here.length,
      begun: here.filter(({ progress }) => progress === "begun" || progress === "reopened").length,
      submitted: sent.length,
    };
  };
  const subRegions = (await findSubRegions(db)).map(({ id, name }) =>
    cover(
      { id, name, kind: "subRegion" },
      members.filter(({ subRegionId }) => subRegionId === id).map((member) => member.id),
    ),
  );
  const groups = (await findMemberGroups(db))
    .filter(({ id }) => id === pack.planning.equity.value.group)
    .map(({ id, name }) =>
      cover(
        { id, name, kind: "group" },
        members.filter(({ groupIds }) => groupIds.includes(id)).map((member) => member.id),
      ),
    );
  const whole = cover(
    { id: "region", name: pack.manifest.name, kind: "group" },
    members.map(({ id }) => id),
  );
  return {
    round,
    members: tracked,
    coverage: [...subRegions, ...groups],
    of: members.length,
    submitted: whole.submitted,
    ratings: round.anonymous ? await countAnonymousResponses(db, roundId) : null,
    target: targetOf(pack),
  };
}

/** The strategic plan's target for members that contribute to the needs survey. */
function targetOf(pack: RegionPack): RoundView["target"] {
  for (const { target, computation } of pack.strategicPlan.kpis)
    if (target.kind === "members" && computation === "membersContributing")
      return { atLeast: target.atLeast, of: target.of };
  return null;
}
