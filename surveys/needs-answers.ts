import { type MeasuredPanel, panelsOf } from "./answers-by-measure";
import type { CompiledInstrument } from "./compiled";
import { number, text, texts } from "./panel-fields";
import type { CodedRevision } from "./tidy";

/** What stands in a member's way in a topic that it chose. Absent answers are `null` or empty. */
export interface TopicDetail {
  readonly member: string | null;
  readonly key: string;
  readonly topic: string;
  readonly obstacles: readonly string[];
  readonly mainObstacle: string | null;
  readonly officers: string | null;
  readonly mode: string | null;
  /** Months within which it is needed. */
  readonly within: number | null;
  readonly language: string | null;
  readonly result: string | null;
}

/** A request for support. */
export interface SupportRequest {
  readonly member: string | null;
  readonly key: string;
  readonly topic: string;
  readonly result: string | null;
  readonly ability: string | null;
  /** Calendar months, 1 to 12. */
  readonly months: readonly number[];
  readonly mode: string | null;
  readonly languages: readonly string[];
  readonly interpretation: string | null;
  readonly host: string | null;
  readonly contribution: readonly string[];
  readonly askedElsewhere: string | null;
  readonly askedWhere: readonly string[];
  /** Whether other members may see it; only a clear "yes" counts. */
  readonly consent: boolean;
}

/** An expert whom a member offers. */
export interface ExpertOffer {
  readonly member: string | null;
  readonly key: string;
  readonly person: string;
  readonly area: string;
  readonly languages: readonly string[];
  /** Missions a year for which the expert can be released; `null`: not said. */
  readonly missions: number | null;
  readonly months: readonly number[];
  /** Month of the last mission, `YYYY-MM`. */
  readonly lastMission: string | null;
}

/** A candidate for accreditation. */
export interface Nomination {
  readonly member: string | null;
  readonly key: string;
  readonly person: string;
  readonly area: string;
  readonly languages: readonly string[];
  readonly gender: string | null;
  readonly nominatedBy: string | null;
}

/** Details of chosen topics, found by their measure; panels without a topic are left out. */
export function topicDetails(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): readonly TopicDetail[] {
  return panelsOf(compiled, revisions, "topicDetail").flatMap((panel) => {
    const topic = text(panel, "topic");
    if (topic === null) return [];
    return {
      ...identity(panel),
      topic,
      obstacles: texts(panel, "obstacles"),
      mainObstacle: text(panel, "mainObstacle"),
      officers: text(panel, "officers"),
      mode: text(panel, "mode"),
      within: number(panel, "within"),
      language: text(panel, "language"),
      result: text(panel, "result"),
    };
  });
}

/** Requests, found by their measure; panels without a topic are left out. */
export function supportRequests(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): readonly SupportRequest[] {
  return panelsOf(compiled, revisions, "request").flatMap((panel) => {
    const topic = text(panel, "topic");
    if (topic === null) return [];
    return {
      ...identity(panel),
      topic,
      result: text(panel, "result"),
      ability: text(panel, "ability"),
      months: numbers(panel, "months"),
      mode: text(panel, "mode"),
      languages: texts(panel, "languages"),
      interpretation: text(panel, "interpretation"),
      host: text(panel, "host"),
      contribution: texts(panel, "contribution"),
      askedElsewhere: text(panel, "askedElsewhere"),
      askedWhere: texts(panel, "askedWhere"),
      consent: panel.fields.consent === true || panel.fields.consent === "yes",
    };
  });
}

/** Experts offered, found by their measure; panels without person or area are left out. */
export function expertOffers(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): readonly ExpertOffer[] {
  return panelsOf(compiled, revisions, "expertOffer").flatMap((panel) => {
    const [person, area] = [text(panel, "person"), text(panel, "area")];
    if (person === null || area === null) return [];
    return {
      ...identity(panel),
      person,
      area,
      languages: texts(panel, "languages"),
      missions: number(panel, "missions"),
      months: numbers(panel, "months"),
      lastMission: text(panel, "lastMission"),
    };
  });
}

/** Candidates nominated, found by their measure; panels without person or area are left out. */
export function nominations(compiled: CompiledInstrument, revisions: readonly CodedRevision[]): readonly Nomination[] {
  return panelsOf(compiled, revisions, "nomination").flatMap((panel) => {
    const [person, area] = [text(panel, "person"), text(panel, "area")];
    if (person === null || area === null) return [];
    return {
      ...identity(panel),
      person,
      area,
      languages: texts(panel, "languages"),
      gender: text(panel, "gender"),
      nominatedBy: text(panel, "nominatedBy"),
    };
  });
}

function identity({ member, key }: MeasuredPanel) {
  return { member, key };
}

function numbers({ fields }: MeasuredPanel, field: string): readonly number[] {
  const value = fields[field];
  return Array.isArray(value) ? value.map(Number).filter(Number.isFinite) : [];
}
