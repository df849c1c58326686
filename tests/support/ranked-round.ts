import type { RankingInput } from "~/app/operations/ranking/ranking-document";

/**
 * An invented round of twelve topics: importance falls from topic to topic, capability rises, with small deviations by
 * member; islands are a group and a stratum. Silent members belong to the others.
 */
export function rankedRound({
  islands,
  others,
  silent,
  straight,
}: {
  readonly islands: number;
  readonly others: number;
  readonly silent: number;
  /** A member that rates everything alike. */
  readonly straight?: string;
}): RankingInput {
  const topics = Array.from({ length: 12 }, (_, index) => `topic-${index + 1}`);
  const named = (id: string) => ({ id, name: { en: id } });
  const members = [
    ...Array.from({ length: islands }, (_, index) => ({ id: `island-${index + 1}`, stratum: "islands" })),
    ...Array.from({ length: others + silent }, (_, index) => ({ id: `other-${index + 1}`, stratum: "mainland" })),
  ];
  const answering = [...members.slice(0, islands), ...members.slice(islands, islands + others)];
  const step = (value: number) => Math.max(1, Math.min(5, Math.round(value)));
  return {
    round: {
      id: "round",
      name: "Needs survey",
      cycle: "2026-2027",
      plannedFor: "2027-2028",
      instrument: "needs",
      version: 1,
      opensOn: "2026-10-01",
      closesOn: "2026-10-31",
      closed: true,
    },
    members: members.map(({ id, stratum }) => ({
      ...named(id),
      member: id,
      stratum,
      subRegion: stratum,
      groups: stratum === "islands" ? ["islands"] : [],
    })),
    strata: [named("islands"), named("mainland")],
    subRegions: [named("islands"), named("mainland")],
    groups: [named("islands")],
    topics: topics.map((id) => ({
      ...named(id),
      shortName: { en: id },
      abbreviation: null,
      section: "all",
      area: null,
    })),
    sections: [named("all")],
    ratings: answering.flatMap(({ id }, index) =>
      topics.map((topic, place) => ({
        member: id,
        topic,
        importance: id === straight ? 4 : step(5 - place / 4 + (((index * 3 + place * 5) % 5) - 2) / 3),
        capability: id === straight ? 2 : step(1 + place / 4 + (((index * 2 + place * 3) % 5) - 2) / 3),
      })),
    ),
    topFives: answering.map(({ id }) => ({ member: id, topics: topics.slice(0, 5) })),
    requests: [],
    details: [],
    offers: [],
    revisions: [],
  };
}
