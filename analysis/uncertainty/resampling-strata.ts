import type { ScoreChannels } from "../priorities/score-channels";

/** Groups of respondents that are resampled each by itself. */
export interface ResamplingStrata {
  readonly strata: readonly {
    /** Ids of the strata in it: several if small ones were merged. */
    readonly names: readonly string[];
    /** Members asked. */
    readonly N: number;
    /** Rows of the channels. */
    readonly rows: readonly number[];
  }[];
  /** Strata in which nobody answered: no weighted figure may be shown. */
  readonly empty: readonly string[];
  readonly merged: boolean;
}

/** All respondents as one group. */
export function singleStratum({ respondents, N }: ScoreChannels): ResamplingStrata {
  return { strata: [{ names: [], N, rows: respondents.map((_, row) => row) }], empty: [], merged: false };
}

/**
 * The respondents by stratum. A stratum with a single respondent has no spread of its own: it is merged with the one
 * that has fewest respondents, the first by id if several have.
 */
export function resamplingStrata({ strata, stratumOf }: ScoreChannels): ResamplingStrata {
  let groups = strata.map(({ stratum, N }, index) => ({
    names: [stratum],
    N,
    rows: [...stratumOf.keys()].filter((row) => stratumOf[row] === index),
  }));
  const empty = groups.filter(({ rows }) => rows.length === 0).flatMap(({ names }) => names);
  let merged = false;
  for (;;) {
    const single = groups.find(({ rows }) => rows.length === 1);
    const others = groups.filter((group) => group !== single && group.rows.length > 0);
    const smallest = others.reduce<(typeof groups)[number] | undefined>(
      (least, group) => (least && least.rows.length <= group.rows.length ? least : group),
      undefined,
    );
    if (!single || !smallest) return { strata: groups, empty, merged };
    merged = true;
    const union = {
      names: [...smallest.names, ...single.names],
      N: smallest.N + single.N,
      rows: [...smallest.rows, ...single.rows].sort((a, b) => a - b),
    };
    groups = groups.flatMap((group) => (group === single ? [] : group === smallest ? [union] : [group]));
  }
}
