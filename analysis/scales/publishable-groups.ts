import { compareIds } from "~/analysis/compare-ids";
import type { Provenance } from "../result";

/** A group for which figures could be published: the region, a sub-region, the small islands ... */
export interface MemberGroup {
  readonly group: string;
  /** Those that answered. */
  readonly members: readonly string[];
}

export interface PublishableGroups {
  readonly provenance: Provenance;
  /** In the order given. */
  readonly published: readonly string[];
  /** Groups for the office only: too small, or their difference to published ones is. */
  readonly withheld: readonly { readonly group: string; readonly why: "small" | "difference" }[];
}

/**
 * Which of several overlapping groups may be published together, so that no figure about fewer than `minimum` members
 * can be worked out by adding and subtracting group figures in any way.
 *
 * Taken in the order given, the most important first; a group is left out if it is too small itself or if, with those
 * already taken, some combination of totals would be about too few members only. Exact: for every set of fewer than
 * `minimum` members (those in the same groups taken together) it is asked whether the groups' totals span a figure of
 * theirs alone, by the rank of whole-number matrices.
 *
 * @throws {RangeError} if a group or a member in it is given twice or the minimum is below 2
 * @see docs/methods/publishable-groups.md
 * @example
 * // the Pacific islands (10 members) and the small islands (the same and the Maldives): one of them only
 */
export function publishableGroups(
  groups: readonly MemberGroup[],
  { minimum = 3 }: { readonly minimum?: number } = {},
): PublishableGroups {
  if (!Number.isInteger(minimum) || minimum < 2) throw new RangeError(`a minimum of ${minimum} hides nothing`);
  if (new Set(groups.map(({ group }) => group)).size !== groups.length) throw new RangeError("a group is given twice");
  for (const { group, members } of groups)
    if (new Set(members).size !== members.length) throw new RangeError(`a member is twice in group "${group}"`);
  const published: MemberGroup[] = [];
  const withheld: { group: string; why: "small" | "difference" }[] = [];
  for (const candidate of groups) {
    if (candidate.members.length < minimum) withheld.push({ group: candidate.group, why: "small" });
    else if (revealsFew([...published, candidate], minimum))
      withheld.push({ group: candidate.group, why: "difference" });
    else published.push(candidate);
  }
  const everyone = new Set(groups.flatMap(({ members }) => members)).size;
  const covered = new Set(published.flatMap(({ members }) => members)).size;
  return {
    provenance: {
      n: covered,
      N: everyone,
      coverage: everyone === 0 ? null : covered / everyone,
      method: "scales/publishable-groups",
      version: 1,
      parameters: { minimum },
      seed: null,
    },
    published: published.map(({ group }) => group),
    withheld,
  };
}

function revealsFew(groups: readonly MemberGroup[], minimum: number): boolean {
  const atoms = membersByGroups(groups);
  const matrix = groups.map((_, row) => atoms.map(({ key }) => (key[row] === "1" ? 1n : 0n)));
  const full = rank(matrix);
  return fewMembers(
    atoms.map(({ size }) => size),
    minimum,
  ).some((few) => rank(matrix.map((line) => line.filter((_, column) => !few.includes(column)))) < full);
}

/** Members in exactly the same groups cannot be told apart; one entry for each such set. */
function membersByGroups(groups: readonly MemberGroup[]): { readonly key: string; readonly size: number }[] {
  const sets = groups.map(({ members }) => new Set(members));
  const sizes = new Map<string, number>();
  for (const member of new Set(groups.flatMap(({ members }) => members))) {
    const key = sets.map((set) => (set.has(member) ? "1" : "0")).join("");
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return [...sizes].map(([key, size]) => ({ key, size })).sort((a, b) => compareIds(a.key, b.key));
}

/** All sets of entries with fewer than `minimum` members together. */
function fewMembers(sizes: readonly number[], minimum: number): number[][] {
  const found: number[][] = [];
  const extend = (chosen: readonly number[], from: number, left: number): void => {
    for (let index = from; index < sizes.length; index++) {
      const size = sizes[index] ?? 0;
      if (size > left) continue;
      const next = [...chosen, index];
      found.push(next);
      extend(next, index + 1, left - size);
    }
  };
  extend([], 0, minimum - 1);
  return found;
}

/** Rank by elimination without fractions (Bareiss), exact. */
function rank(matrix: readonly (readonly bigint[])[]): number {
  const rows = matrix.map((line) => [...line]);
  const width = rows[0]?.length ?? 0;
  let done = 0;
  let divisor = 1n;
  for (let column = 0; column < width && done < rows.length; column++) {
    const pivotRow = rows.findIndex((line, index) => index >= done && line[column] !== 0n);
    const pivotLine = rows[pivotRow];
    const swapped = rows[done];
    if (!pivotLine || !swapped) continue;
    rows[pivotRow] = swapped;
    rows[done] = pivotLine;
    const pivot = pivotLine[column] ?? 0n;
    for (let index = done + 1; index < rows.length; index++) {
      const line = rows[index];
      if (!line) continue;
      const factor = line[column] ?? 0n;
      for (let cell = column; cell < width; cell++)
        line[cell] = (pivot * (line[cell] ?? 0n) - factor * (pivotLine[cell] ?? 0n)) / divisor;
    }
    divisor = pivot;
    done += 1;
  }
  return done;
}
