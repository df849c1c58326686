import { Serializer } from "survey-core";

/** What a question can measure, with the fields that its panel's questions can carry (`[]`: the question itself is all). */
export const MEASURES = {
  respondent: ["contact", "departments", "approval"],
  importance: [],
  capability: [],
  topFive: [],
  topicDetail: ["topic", "obstacles", "mainObstacle", "officers", "mode", "within", "language", "result"],
  request: [
    "topic",
    "result",
    "ability",
    "months",
    "mode",
    "languages",
    "interpretation",
    "host",
    "contribution",
    "askedElsewhere",
    "askedWhere",
    "consent",
  ],
  expertOffer: ["person", "area", "languages", "missions", "months", "lastMission"],
  nomination: ["person", "area", "languages", "gender", "nominatedBy"],
  hostOffer: ["forms", "months"],
  lastYearActivity: ["ledTo", "result"],
  lastYearPlanned: ["whyNot"],
  unmetRequest: ["wanted"],
  comment: [],
  objective: ["met"],
  session: ["usefulness"],
  facilitator: ["knowledge", "clarity"],
  material: [],
  relevance: [],
  pace: [],
  knowledgeBefore: [],
  knowledgeNow: [],
  satisfaction: [],
  organisation: [],
  improve: [],
  pledge: ["action", "byWhen", "withWhom", "supervisorSupport"],
  contactForFollowUp: [],
  member: [],
  pledgeStatus: [
    "status",
    "obstacle",
    "obstacleKind",
    "result",
    "evidence",
    "colleaguesTrained",
    "effect",
    "helpNeeded",
  ],
  answeredBy: [],
  workshopResult: ["reportingSession", "colleaguesReached", "changeMade", "change", "evidence", "results"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Measure = keyof typeof MEASURES;

/** What the rows or choices of a question, or the value of its answer, are ids of. */
export const UNITS = ["topic", "member", "area", "language", "month", "activity"] as const;
export type Unit = (typeof UNITS)[number];

/** Codes that a choice or column can stand for instead of a value. */
export const MISSING = ["notApplicable", "dontKnow"] as const;
export type Missing = (typeof MISSING)[number];

/** Lists of rows that a round or an invitation can bring, with the measure that their panels carry. */
export const GIVEN_LISTS = {
  activities: "lastYearActivity",
  plannedActivities: "lastYearPlanned",
  requests: "unmetRequest",
  objectives: "objective",
  sessions: "session",
  facilitators: "facilitator",
  pledges: "pledgeStatus",
  workshops: "workshopResult",
} as const satisfies Readonly<Record<string, Measure>>;
export type GivenList = keyof typeof GIVEN_LISTS;

/** Measures whose rows or choices must be ids of a unit, because analysis joins on them. */
export const UNIT_OF_MEASURE: Readonly<Partial<Record<Measure, Unit>>> = {
  importance: "topic",
  capability: "topic",
  topFive: "topic",
};

/** Fields whose answer is an id of a unit, in whatever panel they stand. */
export const UNIT_OF_FIELD: Readonly<Record<string, Unit>> = {
  topic: "topic",
  area: "area",
  languages: "language",
};

export function isMeasure(name: string): name is Measure {
  return Object.hasOwn(MEASURES, name);
}

export function isGivenList(name: string): name is GivenList {
  return Object.hasOwn(GIVEN_LISTS, name);
}

/**
 * Registers the custom properties with survey-core's `Serializer`, so that a Model and every tool built on it keeps
 * them through `toJSON()`. Call it before the first Model is made, on the server or in the browser; calling it again
 * changes nothing.
 *
 * They are registered on base classes: a property of a derived class is lost in nested cells (`rateValues`, templates).
 */
export function registerSemantics(): void {
  const text = (name: string) => ({ name, type: "string", category: "general" });
  const flag = (name: string) => ({ name, type: "boolean", category: "general" });
  const number = (name: string) => ({ name, type: "number", category: "general" });
  const properties: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>> = {
    survey: [text("instrument"), number("requiredTopics")],
    page: [text("section"), number("minutes")],
    question: [
      text("measure"),
      text("field"),
      text("unit"),
      text("sameAs"),
      flag("seriesBreak"),
      flag("lastYear"),
      text("given"),
      text("panelsFrom"),
      number("usualRows"),
      number("requiredRows"),
    ],
    itemvalue: [text("missing"), text("sameAs")],
  };
  for (const [owner, list] of Object.entries(properties)) {
    for (const property of list) {
      if (!Serializer.findProperty(owner, property.name)) Serializer.addProperty(owner, { ...property });
    }
  }
}
