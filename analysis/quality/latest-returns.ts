import { compareIds } from "~/analysis/compare-ids";

/** One return of one member; a member may have sent several. */
export interface MemberReturn {
  readonly member: string;
  /** Id of the response or of its revision. */
  readonly id: string;
  /** When the server had it, milliseconds since 1970. */
  readonly receivedAt: number;
}

export interface LatestReturns<Return extends MemberReturn> {
  /** One return per member, by member. */
  readonly kept: readonly Return[];
  /** Each return that was left out and the one that counts instead, by member and time. */
  readonly superseded: readonly { readonly member: string; readonly id: string; readonly by: string }[];
}

/**
 * Of several returns of one member the latest counts; of two received at the same moment the one with the greater id.
 * Every return left out is logged.
 *
 * @throws {RangeError} if a time is not finite, or two returns of a member have the same id
 * @see docs/methods/data-quality.md
 */
export function latestReturns<Return extends MemberReturn>(returns: readonly Return[]): LatestReturns<Return> {
  for (const { receivedAt } of returns)
    if (!Number.isFinite(receivedAt)) throw new RangeError(`a return cannot be received at ${receivedAt}`);
  const ordered = [...returns].sort(
    (a, b) => compareIds(a.member, b.member) || a.receivedAt - b.receivedAt || compareIds(a.id, b.id),
  );
  const latest = new Map(ordered.map((own) => [own.member, own]));
  const superseded = ordered.flatMap((own) => {
    const kept = latest.get(own.member);
    if (kept === undefined || kept === own) return [];
    if (kept.id === own.id) throw new RangeError(`two returns of member "${own.member}" have the id "${own.id}"`);
    return [{ member: own.member, id: own.id, by: kept.id }];
  });
  return { kept: [...latest.values()], superseded };
}
