import { compareIds } from "~/analysis/compare-ids";
import type { AskedMember, PriorityInput } from "../priorities/paired-rating";
import { buildRatingMatrix, CELL, isPair, type RatingMatrix } from "../priorities/rating-matrix";
import type { Figure, Flag, Provenance } from "../result";

/** A member that was asked, with what coverage is broken down by. */
export interface CoverageMember extends AskedMember {
  /** Sub-region as printed, if it is not the stratum. */
  readonly subRegion?: string | undefined;
  readonly smallIsland?: boolean | undefined;
  /** How much the member weighs, usually officers to train; `null` or absent if not known. */
  readonly size?: number | null | undefined;
}

/** A round whose members are described. */
export interface CoverageInput extends PriorityInput {
  readonly members: readonly CoverageMember[];
}

/** One line of the coverage table. */
export interface CoverageLine {
  /** Members that answered anything. */
  readonly n: number;
  readonly N: number;
  /** n / N. */
  readonly share: Figure;
  /** Of n, those that answered at least the share of topics that makes a response complete. */
  readonly complete: number;
  /** Of n, those that answered fewer. */
  readonly partial: number;
}

export interface CoverageTable {
  readonly provenance: Provenance;
  readonly all: CoverageLine;
  /** Complete responses over all that were asked (AAPOR's response rate 1), and with the partial ones (rate 2). */
  readonly responseRate: Figure;
  readonly responseRateWithPartial: Figure;
  readonly subRegions: readonly (CoverageLine & { readonly subRegion: string })[];
  readonly strata: readonly (CoverageLine & { readonly stratum: string })[];
  readonly smallIslands: CoverageLine;
  readonly others: CoverageLine;
  /** The same weighted by size: what part of the people to be trained the answers speak for. */
  readonly size: {
    readonly answered: number;
    readonly total: number;
    readonly share: Figure;
    /** Members without a known size, which count on neither side. */
    readonly unknown: number;
  };
  /** Per topic by id: answers (a pair or "not applicable") and what is missing. */
  readonly topics: readonly {
    readonly topic: string;
    readonly rated: number;
    readonly notApplicable: number;
    /** Respondents that gave no usable answer. */
    readonly unanswered: number;
    readonly N: number;
    readonly share: Figure;
  }[];
  /** Members without an answer, by id. For the office only. */
  readonly silent: readonly string[];
  readonly flags: readonly Flag[];
}

/** Below this response rate a result carries the flag "lowResponseRate". */
export const LOW_RESPONSE_RATE = 0.6;

/**
 * Who answered: for the region, each sub-region and stratum, small islands, by size and by topic.
 *
 * A response is complete if at least `completeFrom` of the topics have a usable answer: both ratings or "not
 * applicable". A member with neither such an answer nor a top five is silent.
 *
 * @param completeFrom share of topics, 0 to 1; 32 of 39 by default, as the survey requires
 * @throws {RangeError} as `buildRatingMatrix`, or if a size is negative or not finite, or `completeFrom` no share
 * @see docs/methods/coverage-table.md
 */
export function coverageTable(
  input: CoverageInput,
  { completeFrom = 32 / 39 }: { readonly completeFrom?: number } = {},
): CoverageTable {
  if (!(completeFrom >= 0 && completeFrom <= 1)) throw new RangeError(`completeFrom ${completeFrom} is no share`);
  const matrix = buildRatingMatrix(input);
  const usable = usableAnswers(matrix);
  const needed = completeFrom * matrix.topics.length;
  const members = [...input.members].sort((a, b) => compareIds(a.member, b.member));
  const answers = new Map(matrix.respondents.map((member, row) => [member, usable[row] ?? 0]));

  const line = (group: readonly CoverageMember[]): CoverageLine => {
    const counts = group.flatMap(({ member }) => answers.get(member) ?? []);
    const complete = counts.filter((count) => count > 0 && count >= needed - 1e-9).length;
    return {
      n: counts.length,
      N: group.length,
      share: shareOf(counts.length, group.length),
      complete,
      partial: counts.length - complete,
    };
  };
  const all = line(members);
  const responseRate = shareOf(all.complete, all.N);
  const responseRateWithPartial = shareOf(all.n, all.N);
  return {
    provenance: {
      n: all.n,
      N: all.N,
      coverage: all.share.value,
      method: "coverage/coverage-table",
      version: 1,
      parameters: { completeFrom, lowResponseRate: LOW_RESPONSE_RATE },
      seed: null,
    },
    all,
    responseRate,
    responseRateWithPartial,
    subRegions: groups(members, ({ subRegion, stratum }) => subRegion ?? stratum).map(([subRegion, group]) => ({
      subRegion,
      ...line(group),
    })),
    strata: groups(members, ({ stratum }) => stratum).map(([stratum, group]) => ({ stratum, ...line(group) })),
    smallIslands: line(members.filter(({ smallIsland }) => smallIsland === true)),
    others: line(members.filter(({ smallIsland }) => smallIsland !== true)),
    size: sizeCoverage(members, answers),
    topics: topicCoverage(matrix),
    silent: members.flatMap(({ member }) => (answers.has(member) ? [] : [member])),
    flags:
      responseRateWithPartial.value !== null && responseRateWithPartial.value < LOW_RESPONSE_RATE
        ? ["lowResponseRate"]
        : [],
  };
}

function groups(
  members: readonly CoverageMember[],
  key: (member: CoverageMember) => string | undefined,
): [string, CoverageMember[]][] {
  const found = new Map<string, CoverageMember[]>();
  for (const member of members) {
    const name = key(member);
    if (name === undefined) continue;
    const group = found.get(name);
    if (group) group.push(member);
    else found.set(name, [member]);
  }
  return [...found].sort(([a], [b]) => compareIds(a, b));
}

function sizeCoverage(members: readonly CoverageMember[], answers: ReadonlyMap<string, number>): CoverageTable["size"] {
  let answered = 0;
  let total = 0;
  let unknown = 0;
  for (const { member, size } of members) {
    if (size === undefined || size === null) {
      unknown += 1;
      continue;
    }
    if (!(size >= 0 && Number.isFinite(size))) throw new RangeError(`member "${member}" has the size ${size}`);
    total += size;
    if (answers.has(member)) answered += size;
  }
  return { answered, total, share: shareOf(answered, total), unknown };
}

function topicCoverage(matrix: RatingMatrix): CoverageTable["topics"] {
  const width = matrix.topics.length;
  return matrix.topics.map((topic, column) => {
    let rated = 0;
    let notApplicable = 0;
    matrix.respondents.forEach((_, row) => {
      const importance = matrix.importance[row * width + column] ?? 0;
      if (isPair(importance, matrix.capability[row * width + column] ?? 0)) rated += 1;
      else if (importance === CELL.notApplicable) notApplicable += 1;
    });
    return {
      topic,
      rated,
      notApplicable,
      unanswered: matrix.respondents.length - rated - notApplicable,
      N: matrix.N,
      share: shareOf(rated + notApplicable, matrix.N),
    };
  });
}

function usableAnswers(matrix: RatingMatrix): number[] {
  const width = matrix.topics.length;
  return matrix.respondents.map((_, row) => {
    let count = 0;
    for (let cell = row * width; cell < (row + 1) * width; cell++) {
      const importance = matrix.importance[cell] ?? 0;
      if (isPair(importance, matrix.capability[cell] ?? 0) || importance === CELL.notApplicable) count += 1;
    }
    return count;
  });
}

function shareOf(part: number, whole: number): Figure {
  return whole > 0 ? { value: part / whole } : { value: null, reason: "noRespondents" };
}
