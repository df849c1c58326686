import { compareIds } from "~/analysis/compare-ids";

/** A member as candidates for joint lines see it. */
export interface Neighbour {
  readonly id: string;
  readonly subRegion: string;
  /** Languages in which it can follow a workshop. */
  readonly languages: readonly string[];
}

/** Members that can be brought together, with the languages that they all share. */
export interface NeighbourGroup {
  readonly members: readonly string[];
  readonly languages: readonly string[];
}

const LARGEST_SUBSET = 6;

/**
 * Groups of two and more members that a joint line could serve: of one sub-region or of two that are neighbours, with
 * a language in common. For each sub-region or pair and each language: all of `members`; all of them that asked; and,
 * of whichever of these two is at most six, every subset of two to six.
 *
 * Each set of members appears once, in the order of their ids.
 *
 * @param pairs sub-regions that are neighbours, each pair once
 */
export function neighbourGroups(
  members: readonly Neighbour[],
  asked: ReadonlySet<string>,
  pairs: readonly (readonly [string, string])[],
): readonly NeighbourGroup[] {
  const sorted = [...members].sort((a, b) => compareIds(a.id, b.id));
  const found = new Map<string, NeighbourGroup>();
  const keep = (group: readonly Neighbour[]) => {
    const ids = group.map(({ id }) => id);
    if (ids.length >= 2) found.set(JSON.stringify(ids), { members: ids, languages: commonLanguages(group) });
  };
  const regions = [...new Set(sorted.map(({ subRegion }) => subRegion))].sort(compareIds);
  for (const area of [...regions.map((region) => [region]), ...pairs])
    for (const language of [...new Set(sorted.flatMap(({ languages }) => languages))].sort(compareIds)) {
      const all = sorted.filter((each) => area.includes(each.subRegion) && each.languages.includes(language));
      const asking = all.filter(({ id }) => asked.has(id));
      keep(all);
      keep(asking);
      const small = all.length <= LARGEST_SUBSET ? all : asking.length <= LARGEST_SUBSET ? asking : [];
      for (let mask = 1; mask < 2 ** small.length; mask++) keep(small.filter((_, bit) => mask & (1 << bit)));
    }
  return [...found.values()].sort((a, b) => compareIds(a.members.join("\n"), b.members.join("\n")));
}

/** Languages that all of a group share, sorted. */
export function commonLanguages(group: readonly Neighbour[]): readonly string[] {
  const [first, ...others] = group;
  return [...new Set(first?.languages ?? [])]
    .filter((language) => others.every(({ languages }) => languages.includes(language)))
    .sort(compareIds);
}
