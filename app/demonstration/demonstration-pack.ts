import type { RegionPack } from "~/db/regions/pack-schema";

export type Demonstration = NonNullable<RegionPack["demonstration"]>;

/** Members by their own ids or by that of a sub-region or group, in the pack's order. */
export function membersMeant(
  pack: Pick<RegionPack, "members" | "groups">,
  who: readonly string[],
): ReadonlySet<string> {
  const meant = new Set(who);
  const inGroups = new Set(pack.groups.flatMap(({ id, members }) => (meant.has(id) ? (members ?? []) : [])));
  return new Set(
    pack.members
      .filter(({ id, subRegion }) => meant.has(id) || meant.has(subRegion) || inGroups.has(id))
      .map(({ id }) => id),
  );
}
