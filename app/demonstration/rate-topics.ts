import type { RegionPack } from "~/db/regions/pack-schema";
import { type Demonstration, membersMeant } from "./demonstration-pack";
import { streamOf } from "./stream";

export type MadeRating = number | "notApplicable" | "dontKnow";

export interface MadeRatings {
  readonly importance: MadeRating;
  readonly capability: MadeRating;
  /** How much it weighs with the member, behind the rounded ratings; for the choice of a top five. */
  readonly weight: number;
}

/** How lenient or strict a member rates, and how single answers vary around what is usual, in scale points. */
const LENIENCY = 0.5;
const IMPORTANCE_SPREAD = 0.55;
const CAPABILITY_SPREAD = 0.65;
/** How much was done about it since the survey of the year before, and how much a workshop did that came to something. */
const PROGRESS = 0.08;
const LEARNT = 1.3;

/**
 * What a member answers on every rated topic: what is usual for the topic, moved by what the pack says of the member,
 * by how lenient its respondent is, and by chance.
 *
 * @param yearsAgo 0 for this cycle's survey; earlier ones keep the member's own deviations and lack what was achieved
 *   since, above all by members that were in a workshop on the topic
 */
export function rateTopics(
  { pack, made }: { readonly pack: RegionPack; readonly made: Demonstration },
  { memberId, yearsAgo }: { readonly memberId: string; readonly yearsAgo: number },
): ReadonlyMap<string, MadeRatings> {
  const { needs, seed } = made;
  const straight = needs.straight.find(({ member }) => member === memberId);
  const person = streamOf(seed, `${memberId}/respondent`);
  const leniency = LENIENCY * person.normal();
  const ratings = new Map<string, MadeRatings>();
  for (const { id: topic } of pack.topics.filter(({ rated }) => rated)) {
    if (straight && yearsAgo === 0) {
      const weight = streamOf(seed, `${memberId}/${topic}`).next();
      ratings.set(topic, { importance: straight.importance, capability: straight.capability, weight });
      continue;
    }
    const lasting = streamOf(seed, `${memberId}/${topic}`);
    const fresh = streamOf(seed, `${memberId}/${topic}/${yearsAgo}`);
    const usual = needs.topics.find((one) => one.topic === topic) ?? needs.usual;
    const shift = shiftOf({ pack, made }, memberId, topic);
    const since = needs.since.find((one) => one.topic === topic);
    const achieved = PROGRESS + (since?.capability ?? 0) + learnt({ pack, made }, memberId, topic);
    const importance = usual.importance + shift.importance + leniency + IMPORTANCE_SPREAD * lasting.normal();
    const capability = usual.capability + shift.capability + 0.6 * leniency + CAPABILITY_SPREAD * lasting.normal();
    const without = lasting.next() < notApplicableShare({ pack, made }, memberId, topic);
    const unknown = fresh.chance(needs.dontKnow);
    const unknownCapability = unknown || fresh.chance(needs.dontKnow / 2);
    ratings.set(topic, {
      weight: importance + 0.5 * (importance - capability),
      importance: without
        ? "notApplicable"
        : unknown
          ? "dontKnow"
          : onScale(importance - yearsAgo * ((since?.importance ?? 0) + 0.2 * fresh.normal())),
      capability: without
        ? "notApplicable"
        : unknownCapability
          ? "dontKnow"
          : onScale(capability - yearsAgo * (achieved + 0.3 * fresh.normal())),
    });
  }
  if (needs.contradicting.includes(memberId) && yearsAgo === 0) contradict(ratings);
  return ratings;
}

/** The topic that comes fifth is rated low all the same. */
function contradict(ratings: Map<string, MadeRatings>): void {
  const [topic, rating] = weightiest(ratings)[4] ?? [];
  if (topic !== undefined && rating) ratings.set(topic, { ...rating, importance: 2 });
}

/** Rated topics, those that weigh most first. */
export function weightiest(ratings: ReadonlyMap<string, MadeRatings>): readonly (readonly [string, MadeRatings])[] {
  return [...ratings]
    .filter(([, { importance }]) => typeof importance === "number")
    .sort(([, a], [, b]) => b.weight - a.weight);
}

/** The same ratings with two mistaken ones, as a contact point sends them before it has asked everybody. */
export function withSlips(ratings: ReadonlyMap<string, MadeRatings>): ReadonlyMap<string, MadeRatings> {
  const slips = new Set(
    weightiest(ratings)
      .slice(0, 2)
      .map(([topic]) => topic),
  );
  return new Map(
    [...ratings].map(([topic, rating]) => [topic, slips.has(topic) ? { ...rating, capability: 5 } : rating]),
  );
}

function shiftOf({ pack, made }: { pack: RegionPack; made: Demonstration }, memberId: string, topic: string) {
  let importance = 0;
  let capability = 0;
  for (const { who, topics, ...shift } of made.needs.members) {
    if ((topics && !topics.includes(topic)) || !membersMeant(pack, who).has(memberId)) continue;
    importance += shift.importance;
    capability += shift.capability;
  }
  return { importance, capability };
}

/** What the workshops of the year before taught this member about the topic, in scale points. */
function learnt({ pack, made }: { pack: RegionPack; made: Demonstration }, memberId: string, topic: string): number {
  return made.lastYear
    .filter((workshop) => workshop.held && workshop.topic === topic && membersMeant(pack, workshop.who).has(memberId))
    .reduce((sum, { nothing }) => sum + LEARNT * (1 - nothing), 0);
}

function notApplicableShare(
  { pack, made }: { pack: RegionPack; made: Demonstration },
  memberId: string,
  topic: string,
) {
  const shares = made.needs.notApplicable
    .filter(({ who, topics }) => topics.includes(topic) && membersMeant(pack, who).has(memberId))
    .map(({ share }) => share);
  return Math.max(0, ...shares);
}

const onScale = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));
