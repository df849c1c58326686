import { createRandom } from "~/analysis/numeric/random";
import type { NeedRow, RequestRow } from "~/analysis/supply/demand-input";
import type { SupplyMember, SupplyTopic } from "~/analysis/supply/supply-analysis";
import type { SupplyPerson } from "~/analysis/supply/supply-input";
import { person, standing } from "./supply-builders";

/** An invented region: 35 members, so many topics in twelve areas (every fourth without one), so many persons. */
export function supplyRegion({ seed = 1, topics: k = 40, people: p = 40, requestsPerMember = 2 } = {}): {
  readonly people: SupplyPerson[];
  readonly requests: RequestRow[];
  readonly needs: NeedRow[];
  readonly planned: [];
  readonly topics: SupplyTopic[];
  readonly members: SupplyMember[];
  readonly answered: number;
  readonly asOf: string;
  readonly year: number;
  readonly seed: number;
} {
  const random = createRandom(seed);
  const areas = Array.from({ length: 12 }, (_, i) => `area-${i}`);
  const areaAt = (i: number): string => areas[i % areas.length] ?? "area-0";
  const topics = Array.from({ length: k }, (_, i): SupplyTopic => {
    const place = i + 1;
    return { id: `topic-${i}`, area: i % 4 === 3 ? null : areaAt(i), priority: 1 - i / k, place, score: 10 - i / 5 };
  });
  const members = Array.from({ length: 35 }, (_, i): SupplyMember => {
    return {
      id: `member-${i}`,
      stratum: `stratum-${i % 5}`,
      languages: i % 12 === 0 ? ["fr"] : ["en"],
      subRegion: `sub-region-${i % 6}`,
      utcOffset: 4 + (i % 9),
    };
  });
  const people = Array.from({ length: p }, (_, i) => {
    const first = random.integer(12);
    const lead = i % 4 !== 3;
    return person(`expert-${i}`, {
      member: `member-${random.integer(12)}`,
      standings: [
        standing(areaAt(first), { standing: lead ? "accredited" : "nominated" }),
        ...(random.next() < 0.5
          ? [standing(areaAt(first + 1), { standing: lead ? "accredited" : "attendedWorkshop" })]
          : []),
        ...(random.next() < 0.2 ? [standing(areaAt(first + 5), { standing: "inFieldMissions" })] : []),
      ],
      languages: random.next() < 0.1 ? ["en", "fr"] : ["en"],
      confirmation: random.next() < 0.7 ? "thisCycle" : "lastCycle",
      conflicts: random.next() < 0.1 ? [{ member: `member-${random.integer(35)}`, reason: "declined" }] : [],
      gender: i % 3 === 0 ? "female" : "male",
    });
  });
  const requests = members.flatMap((member) =>
    Array.from({ length: requestsPerMember }, (_, i): RequestRow => {
      return {
        id: `request-${member.id}-${i}`,
        member: member.id,
        topic: `topic-${random.integer(k)}`,
        order: i + 1,
        languages: member.languages,
        refusesInterpretation: random.next() < 0.3,
        mode: random.next() < 0.1 ? "remote" : "onSite",
      };
    }),
  );
  const needs = members.flatMap((member) =>
    topics.map((topic): NeedRow => {
      return {
        member: member.id,
        topic: topic.id,
        importance: 3 + random.integer(3),
        capability: 1 + random.integer(5),
        trainable: 1,
      };
    }),
  );
  return {
    people,
    requests,
    needs,
    planned: [],
    topics,
    members,
    answered: 27,
    asOf: "2026-03-31",
    year: 2026,
    seed: 11,
  };
}
