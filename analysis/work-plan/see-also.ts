/** An entry of a plan: an activity where it stands. */
export interface Listing {
  readonly id: string;
  readonly actionId: string;
  readonly activityId: string;
}

/** An action as references name it: pillar number and letter. */
export interface ReferredAction {
  readonly id: string;
  readonly pillarNumber: number;
  readonly letter: string;
}

/**
 * The other actions under which each entry's activity stands too: what "See also" has to say.
 *
 * @param actions all actions of the plan, in the plan's order, which is the order of the references
 * @param listings the entries, in any order
 * @returns action ids by entry id; an activity that stands once gets an empty list, one that stands twice under the same
 *   action no reference to itself
 * @throws {RangeError} if an entry stands under an action that is not there
 */
export function seeAlso(
  actions: readonly Pick<ReferredAction, "id">[],
  listings: readonly Listing[],
): ReadonlyMap<string, readonly string[]> {
  const order = new Map(actions.map(({ id }, index) => [id, index]));
  const places = new Map<string, Set<string>>();
  for (const { id, actionId, activityId } of listings) {
    if (!order.has(actionId))
      throw new RangeError(`entry ${id} stands under ${actionId}, which is no action of the plan`);
    const known = places.get(activityId) ?? new Set();
    places.set(activityId, known.add(actionId));
  }
  const inOrder = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return new Map(
    listings.map(({ id, actionId, activityId }) => [
      id,
      [...(places.get(activityId) ?? [])].filter((other) => other !== actionId).sort(inOrder),
    ]),
  );
}

/**
 * A reference as the office prints it: the pillar's number once, then letters.
 *
 * @returns `""` for no action
 * @example
 * printSeeAlso([{ pillarNumber: 1, letter: "b" }, { pillarNumber: 1, letter: "dd" }, { pillarNumber: 3, letter: "k" }]);
 * // => "(See also 1-(b), (dd) and 3-(k))"
 */
export function printSeeAlso(actions: readonly Pick<ReferredAction, "pillarNumber" | "letter">[]): string {
  if (actions.length === 0) return "";
  const names = actions.map(({ pillarNumber, letter }, index) =>
    actions[index - 1]?.pillarNumber === pillarNumber ? `(${letter})` : `${pillarNumber}-(${letter})`,
  );
  const last = names.at(-1) ?? "";
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
  return `(See also ${list})`;
}

/** An entry whose printed reference differs from what its places say. */
export interface ReferenceDifference {
  readonly listingId: string;
  readonly printed: readonly string[];
  readonly computed: readonly string[];
  /** Actions where the activity stands, but to which the print does not point. */
  readonly missing: readonly string[];
  /** Actions to which the print points, but where the activity does not stand. */
  readonly surplus: readonly string[];
}

/**
 * Compares printed references with the computed ones, as sets: order and spelling do not count.
 *
 * @param printed action ids that the print names, by entry id; an entry without any has an empty list
 * @returns the entries that differ, in the order of `listings`
 */
export function compareSeeAlso(
  actions: readonly Pick<ReferredAction, "id">[],
  listings: readonly Listing[],
  printed: ReadonlyMap<string, readonly string[]>,
): readonly ReferenceDifference[] {
  const computed = seeAlso(actions, listings);
  return listings.flatMap(({ id }) => {
    const given = printed.get(id) ?? [];
    const found = computed.get(id) ?? [];
    const missing = found.filter((action) => !given.includes(action));
    const surplus = given.filter((action) => !found.includes(action));
    return missing.length + surplus.length === 0
      ? []
      : [{ listingId: id, printed: given, computed: found, missing, surplus }];
  });
}
