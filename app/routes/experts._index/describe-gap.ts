import type { BlockingSet } from "~/analysis/supply/blocking-set";
import type { AreaAgainstSupply } from "~/analysis/supply/need-against-supply";
import type { SeatShortage } from "~/analysis/supply/shortage";
import type { Translator } from "~/app/i18n/translate";
import type { SupplyDocument } from "~/app/operations/supply/supply-document";
import type { SupplyWords } from "~/app/operations/supply/supply-words";
import type { AccreditationArea, Topic } from "~/db/members";

interface Told {
  readonly t: Translator;
  readonly words: SupplyWords;
}

/** What was found, in one sentence that can be repeated. */
export function findingOf({ missions, filled, shortage, blockingSets }: SeatShortage, { t, words }: Told): string {
  const [first] = blockingSets.toSorted((a, b) => b.short - a.short);
  if (missions === 0) return t("experts.gap.findingNone");
  if (shortage === 0 || !first) return t("experts.gap.findingAll", { asked: missions });
  return t("experts.gap.findingShort", {
    led: filled,
    asked: missions,
    areas: partNames(first, { t, words }),
    count: first.parts.length,
    needed: first.needed,
    people: first.people.length,
    fillable: first.fillable,
    short: shortage,
  });
}

function partNames(set: BlockingSet, { t, words }: Told): string {
  return t.list(set.parts.map(({ area, topic }) => (area === null ? words.topic(topic ?? "") : words.area(area))));
}

/** The largest set that blocks as a matrix of who can lead what, the others as sentences. */
export function describeBlocking({ blockingSets }: SeatShortage, { t, words }: Told) {
  const [first, ...others] = blockingSets.toSorted((a, b) => b.short - a.short);
  if (!first) return null;
  return {
    note:
      first.countedTwice.length > 0
        ? t("experts.block.twice", {
            apart: first.shortCountedApart,
            short: first.short,
            names: t.list(first.countedTwice.map(words.expert)),
            count: first.countedTwice.length,
          })
        : t("experts.block.once", { apart: first.shortCountedApart }),
    parts: first.parts.map(({ area, topic, needed }) => ({
      id: area ?? topic ?? "",
      name: area === null ? words.topic(topic ?? "") : words.area(area),
      needed,
    })),
    people: first.people.map(({ expert, member, missions, areas, topics }) => ({
      id: expert,
      name: words.expert(expert),
      member: words.member(member),
      missions,
      can: first.parts.map(({ area, topic }) => (area === null ? topics.includes(topic ?? "") : areas.includes(area))),
    })),
    foot: t("experts.block.footValue", { needed: first.needed, fillable: first.fillable }),
    severalNote: others.length > 0 ? t("experts.block.several", { count: others.length }) : null,
    others: others.map((set) =>
      t("experts.block.sentence", {
        areas: partNames(set, { t, words }),
        needed: set.needed,
        fillable: set.fillable,
        people: set.people.length,
        short: set.short,
      }),
    ),
    areas: first.areas,
  };
}

/** What would close the gap in the areas of the blocking set, one sentence each. */
export function describeClosing(areas: readonly string[], { result }: SupplyDocument, { t, words }: Told) {
  return areas.flatMap((area): readonly string[] => {
    const advice = result.workshops.find((workshop) => workshop.area === area);
    if (!advice) return [];
    const { group, groupGain, waiting, leadsFrom } = advice;
    const sentences: string[] = [];
    if (group.viable)
      sentences.push(
        t("experts.block.workshop", {
          area: words.area(area),
          nominees: group.nominees.length,
          led: groupGain.led,
          cycle: words.cycle(leadsFrom),
        }),
      );
    else if (group.candidates > 0)
      sentences.push(t("experts.block.nominees", { area: words.area(area), count: group.candidates }));
    else if (waiting.length === 0) sentences.push(t("experts.block.nobodyNominated", { area: words.area(area) }));
    if (waiting.length > 0)
      sentences.push(t("experts.block.waiting", { area: words.area(area), count: waiting.length }));
    return sentences;
  });
}

/** The dots of the plot, and areas that have no place. */
export function describePlot(
  areas: readonly AreaAgainstSupply[],
  {
    document,
    topics,
    registered,
    t,
    words,
  }: Told & {
    readonly document: SupplyDocument;
    readonly topics: ReadonlyMap<string, Topic>;
    readonly registered: ReadonlyMap<string, AccreditationArea>;
  },
) {
  const places = document.inputs.topics.flatMap(({ place, score }) =>
    place === null || score === null ? [] : [{ place, score }],
  );
  const within = places.filter(({ place }) => place <= 10).map(({ score }) => score);
  const beyond = places.filter(({ place }) => place > 10).map(({ score }) => score);
  return {
    points: areas.flatMap(({ area, topic, score, asked, canBeLed, difference, canBeLedWithCandidates }) => {
      if (score === null) return [];
      const shortest = t.pick(topics.get(topic ?? "")?.abbreviation) || shortened(words.area(area));
      return {
        id: area,
        name: words.area(area),
        short:
          registered.has(area) && sharesName(words.area(area), topics.get(topic ?? ""), t)
            ? shortest
            : shortened(words.area(area)),
        note: t("experts.plot.ratio", { led: canBeLed, asked }),
        shortNote: `${canBeLed}/${asked}`,
        score,
        difference,
        withCandidates: canBeLedWithCandidates - asked,
      };
    }),
    cut: within.length > 0 && beyond.length > 0 ? (Math.min(...within) + Math.max(...beyond)) / 2 : null,
    unplaced: areas.filter(({ score }) => score === null).map(({ area }) => words.area(area)),
  };
}

/** A topic's abbreviation stands for its area only if both have one name. */
function sharesName(area: string, topic: Topic | undefined, t: Translator): boolean {
  return topic !== undefined && (t.pick(topic.name).includes(area) || t.pick(topic.shortName).includes(area));
}

/** Initials of several words, the first letters of one. */
function shortened(name: string): string {
  const words = name
    .replace(/\([^)]*\)/g, "")
    .split(/[\s-]+/)
    .filter((word) => word.length > 2);
  return words.length > 1 ? words.map((word) => word.charAt(0).toUpperCase()).join("") : name.slice(0, 5);
}
