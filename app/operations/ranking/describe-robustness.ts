import type { Localized, RankingDocument } from "./ranking-document";

interface NamedTopic {
  readonly id: string;
  readonly name: Localized;
}

/** Three ways in which the order might be wrong, as figures for sentences. */
export interface Robustness {
  readonly silence: {
    readonly silent: number;
    /** The first five stay if every silent member rates every topic like the average one. */
    readonly fiveStay: boolean;
    /** ... and even if only the topic in question were rated so. */
    readonly fiveStayAlone: boolean;
    /** First five that stay among the first ten whatever is missing, of how many. */
    readonly surelyTen: number;
    readonly five: number;
    /** Topics that could be among the first ten for some way to fill in what is missing. */
    readonly possiblyTen: number;
  };
  readonly counting: {
    readonly ways: number;
    /** Best and worst place of the first five over all ways. */
    readonly best: number;
    readonly worst: number;
    /** Topics that move by more than five places, the widest first. */
    readonly moving: readonly (NamedTopic & { readonly best: number; readonly worst: number })[];
    /** Topics whose place changes by more than five where "not applicable" is left out. */
    readonly notApplicable: readonly NamedTopic[];
  };
  readonly removal: {
    /** Fewest members whose removal changes the first five; `null`: no set of up to `searchedUpTo`. */
    readonly size: number | null;
    readonly searchedUpTo: number;
    /** How many such sets there are, and whose: for the office only. */
    readonly count: number;
    readonly members: readonly Localized[];
  };
  readonly quality: readonly {
    readonly flag: string;
    readonly members: readonly Localized[];
    /** First ten places that are the same topics without these members. */
    readonly topTenShared: number;
    readonly tau: number | null;
  }[];
}

/** Whether the ranking would hold if the silent differ, if it is counted otherwise, if somebody is left out. */
export function describeRobustness(document: RankingDocument): Robustness {
  const { region, input, rankBounds, silentAverage } = document;
  const topicNames = new Map(input.topics.map(({ id, name }) => [id, name]));
  const memberNames = new Map(input.members.map(({ id, name }) => [id, name]));
  const topic = (id: string): NamedTopic => ({ id, name: topicNames.get(id) ?? { en: id } });
  const member = (id: string): Localized => memberNames.get(id) ?? { en: id };
  const five = new Set(silentAverage.topFive.topics);
  const ranges = region.methods.ranges;
  const ofFive = ranges.filter((range) => five.has(range.topic));
  const removal = region.fragility.topFive;
  return {
    silence: {
      silent: input.members.length - region.ranking.provenance.n,
      fiveStay: silentAverage.topFive.ifAll,
      fiveStayAlone: silentAverage.topFive.ifAlone,
      surelyTen: rankBounds.topics.filter(({ topic: id, surelyTopTen }) => five.has(id) && surelyTopTen).length,
      five: five.size,
      possiblyTen: rankBounds.topics.filter(({ possiblyTopTen }) => possiblyTopTen).length,
    },
    counting: {
      ways: region.methods.columns.filter(({ reason }) => reason === null).length,
      best: Math.min(...ofFive.map(({ best }) => best)),
      worst: Math.max(...ofFive.map(({ worst }) => worst)),
      moving: ranges
        .filter(({ flags }) => flags.length > 0)
        .sort((a, b) => b.worst - b.best - (a.worst - a.best))
        .map(({ topic: id, best, worst }) => ({ ...topic(id), best, worst })),
      notApplicable: region.ranking.topics
        .filter(({ flags }) => flags.includes("naMovesRank"))
        .map(({ topic: id }) => topic(id)),
    },
    removal: {
      size: removal.size,
      searchedUpTo: removal.searchedUpTo,
      count: removal.count,
      members: [...new Set(removal.sets.flatMap(({ members }) => members))].map(member),
    },
    quality: region.quality.rankings.map(({ flag, members, topTen, tauB }) => ({
      flag,
      members: members.map(member),
      topTenShared: topTen.shared,
      tau: tauB.value,
    })),
  };
}

/** One line of "who is in it". */
export interface CoverageRow {
  readonly id: string;
  readonly name: Localized | null;
  readonly n: number;
  readonly N: number;
  /** Members that each answer stands for; `null` without an answer. */
  readonly weight: number | null;
  /** Share of the answering members' ratings that were given, both scales or "not applicable". */
  readonly given: number | null;
}

/**
 * Who is in the ranking, by stratum, and in all; outside the office only the total where a line would tell who was
 * silent.
 */
export function describeCoverage(
  document: RankingDocument,
  { office }: { readonly office: boolean },
): { readonly rows: readonly CoverageRow[]; readonly total: CoverageRow; readonly merged: boolean } {
  const { input, coverage, weights } = document;
  const usable = (member: string) =>
    input.ratings.filter(
      (rating) =>
        rating.member === member &&
        (rating.importance === "notApplicable" ||
          (typeof rating.importance === "number" && typeof rating.capability === "number")),
    ).length;
  const answering = new Set(input.ratings.map(({ member }) => member));
  const given = (members: readonly string[]) => {
    const ratings = members.length * input.topics.length;
    return ratings === 0 ? null : members.reduce((sum, member) => sum + usable(member), 0) / ratings;
  };
  const rows = input.strata.flatMap(({ id, name }): CoverageRow[] => {
    const line = coverage.strata.find(({ stratum }) => stratum === id);
    if (!line) return [];
    const members = input.members.filter(({ stratum, id: member }) => stratum === id && answering.has(member));
    return [
      {
        id,
        name,
        n: line.n,
        N: line.N,
        weight: weights.strata.find(({ stratum }) => stratum === id)?.weight ?? null,
        given: given(members.map((member) => member.id)),
      },
    ];
  });
  const tells = rows.some(({ n, N }) => n < 3 || N < 3);
  return {
    rows: office || !tells ? rows : [],
    total: {
      id: "all",
      name: null,
      n: coverage.all.n,
      N: coverage.all.N,
      weight: null,
      given: given([...answering]),
    },
    merged: input.strata.some(
      ({ id }) =>
        new Set(input.members.filter(({ stratum }) => stratum === id).map((member) => member.subRegion)).size > 1,
    ),
  };
}
