import type { MissionDemand } from "~/analysis/supply/supply-input";
import type { Translator } from "~/app/i18n/translate";
import type { SupplyNames } from "./read-supply";
import type { SupplyDocument } from "./supply-document";
import type { SupplyWords } from "./supply-words";

export interface DescribedMission {
  readonly id: string;
  readonly member: string;
  readonly topic: string;
  readonly topicId: string;
  readonly languages: string;
  readonly result: string;
  /** Who takes the seats in one best assignment; `null` where a seat is empty, `none` where there is none. */
  readonly lead: Seated | null;
  readonly second: Seated | null | "none";
}

export interface Seated {
  readonly id: string;
  readonly name: string;
  readonly interpretation: boolean;
}

/** Missions in words. A member that did not agree to be named is named to the office only, and its wish shown to no one else. */
export function describeMissions(
  missions: readonly MissionDemand[],
  {
    document,
    names,
    words,
    t,
    office,
  }: {
    readonly document: SupplyDocument;
    readonly names: SupplyNames;
    readonly words: SupplyWords;
    readonly t: Translator;
    readonly office: boolean;
  },
): readonly DescribedMission[] {
  const { seats } = document.result.assignment;
  const seated = (mission: string, role: "lead" | "second"): Seated | null => {
    const seat = seats.find((one) => one.mission === mission && one.seat === role);
    return seat ? { id: seat.expert, name: words.expert(seat.expert), interpretation: seat.interpretation } : null;
  };
  return missions.map((mission) => {
    const request = names.requests.get(mission.id);
    const shown = office || request?.consent === true;
    return {
      id: mission.id,
      member: shown ? t.list(mission.members.map(words.member)) : t("experts.area.unnamed"),
      topic: words.topic(mission.topic),
      topicId: mission.topic,
      languages: t.list([...new Set(mission.languages.flat())].map(words.language), "disjunction"),
      result: shown ? (request?.result ?? "") : "",
      lead: seated(mission.id, "lead"),
      second: mission.seats === 1 ? "none" : seated(mission.id, "second"),
    };
  });
}
