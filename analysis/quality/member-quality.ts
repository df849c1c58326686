import { compareIds } from "~/analysis/compare-ids";
import { HIGHEST_RATING, type PairedRating, type PriorityInput } from "../priorities/paired-rating";
import type { Flag } from "../result";
import { type ScaleVariety, scaleVariety } from "./straight-lining";

/** A topic for whose accreditation area a member offers experts. */
export interface ExpertOffer {
  readonly member: string;
  readonly topic: string;
}

/** What is odd about one member's answers. Nothing of it removes the member: an administration cannot be thrown out. */
export interface MemberQuality {
  readonly member: string;
  readonly importance: ScaleVariety;
  readonly capability: ScaleVariety;
  /** Topics with both ratings, and the topics asked that are not "not applicable". */
  readonly pairs: number;
  readonly applicable: number;
  /** pairs / applicable, `null` if nothing applies. */
  readonly pairedShare: number | null;
  /** In the member's top five, yet of importance 2 or less, or not applicable. */
  readonly topFiveRatedLow: readonly string[];
  /** Not applicable for capability only. */
  readonly notApplicableOneScale: readonly string[];
  /** Experts offered, yet own capability 3 or less. */
  readonly expertsOfferedRatedLow: readonly string[];
  readonly flags: readonly Flag[];
}

/** Importance up to this is low for a topic among the first five. */
const LOW_IMPORTANCE = 2;
/** Capability up to this is low for one who offers experts. */
const LOW_CAPABILITY = 3;
const LOW_PAIRED_SHARE = 0.5;
/** From this share of highest importance on, over three topics or more, everything is important. */
const EVERYWHERE = 0.9;

/**
 * Looks at each member's answers by themselves: straight lines, longest runs, paired share, contradictions.
 *
 * Runs follow the order of `topics`, which must be that of the questionnaire.
 *
 * @returns one entry per member with at least one rating row, by id
 * @see docs/methods/data-quality.md
 */
export function memberQuality(input: PriorityInput, offers: readonly ExpertOffer[] = []): MemberQuality[] {
  const position = new Map(input.topics.map((topic, index) => [topic, index]));
  const rowsOf = new Map<string, PairedRating[]>();
  for (const rating of input.ratings) {
    const rows = rowsOf.get(rating.member);
    if (rows) rows.push(rating);
    else rowsOf.set(rating.member, [rating]);
  }
  const lists = new Map((input.topFives ?? []).map(({ member, topics }) => [member, topics]));
  return [...rowsOf]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([member, rows]) => {
      const ordered = [...rows].sort((a, b) => (position.get(a.topic) ?? 0) - (position.get(b.topic) ?? 0));
      const offered = offers.flatMap((offer) => (offer.member === member ? [offer.topic] : []));
      return judge(member, ordered, lists.get(member) ?? [], offered);
    });
}

function judge(
  member: string,
  rows: readonly PairedRating[],
  topFive: readonly string[],
  offered: readonly string[],
): MemberQuality {
  const byTopic = new Map(rows.map((row) => [row.topic, row]));
  const importance = scaleVariety(
    rows.map((row) => rated(row.importance)),
    HIGHEST_RATING,
  );
  const capability = scaleVariety(
    rows.map((row) => rated(row.capability)),
    HIGHEST_RATING,
  );
  const pairs = rows.filter((row) => rated(row.importance) !== null && rated(row.capability) !== null).length;
  const applicable = rows.filter(
    (row) => row.importance !== "notApplicable" && row.importance !== "notAsked" && row.capability !== "notAsked",
  ).length;
  const pairedShare = applicable === 0 ? null : pairs / applicable;
  const topFiveRatedLow = topFive.filter((topic) => {
    const own = byTopic.get(topic)?.importance;
    return own === "notApplicable" || (typeof own === "number" && own <= LOW_IMPORTANCE);
  });
  const notApplicableOneScale = rows.flatMap(({ topic, importance: own, capability: other }) =>
    other === "notApplicable" && own !== "notApplicable" ? [topic] : [],
  );
  const expertsOfferedRatedLow = offered.filter((topic) => {
    const own = byTopic.get(topic)?.capability;
    return typeof own === "number" && own <= LOW_CAPABILITY;
  });
  const everywhere = importance.answered >= 3 && (importance.shareHighest ?? 0) >= EVERYWHERE;
  const raised: readonly (readonly [Flag, boolean])[] = [
    ["straightLiner", importance.straightLine !== null || capability.straightLine !== null],
    ["pairedShareLow", pairedShare !== null && pairedShare < LOW_PAIRED_SHARE],
    ["topFiveRatedLow", topFiveRatedLow.length > 0],
    ["topImportanceEverywhere", everywhere],
    ["naOneScaleOnly", notApplicableOneScale.length > 0],
    ["offersExpertsRatedLow", expertsOfferedRatedLow.length > 0],
  ];
  return {
    member,
    importance,
    capability,
    pairs,
    applicable,
    pairedShare,
    topFiveRatedLow,
    notApplicableOneScale,
    expertsOfferedRatedLow,
    flags: raised.flatMap(([flag, is]) => (is ? [flag] : [])),
  };
}

function rated(rating: PairedRating["importance"]): number | null {
  return typeof rating === "number" ? rating : null;
}
