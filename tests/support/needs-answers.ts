import { questionsMeasuring, readDefinition, valuesOf } from "./read-definition";

type Rating = 1 | 2 | 3 | 4 | 5 | "na" | "dk";
export type NeedsDocument = Readonly<Record<string, unknown>>;

interface NeedsOverrides {
  /** Ratings that differ from the usual ones, by topic; `null` leaves the topic out. */
  readonly importance?: Readonly<Record<string, Rating | null>>;
  readonly capability?: Readonly<Record<string, Rating | null>>;
  /** Answers that replace the usual ones, by question; `undefined` leaves the question out. */
  readonly answers?: NeedsDocument;
}

/**
 * A complete, valid answer of a small island administration to the Asia/Pacific needs survey: every topic rated on
 * both scales (importance 4 and capability 2, free zones and strategic trade controls not applicable), a top five with
 * its details, a request, an expert, a candidate, last year's activities.
 */
export function needsAnswers({ importance = {}, capability = {}, answers = {} }: NeedsOverrides = {}): NeedsDocument {
  const complete: NeedsDocument = {
    contact: "Contact point, international cooperation",
    departments: ["revenue", "enforcement", "training"],
    approval: "director",
    ...ratings("importance", importance),
    ...ratings("capability", capability),
    top_five: [...TOP_FIVE],
    topic_details: TOP_FIVE.map((topic) => topicDetail({ topic })),
    requests: [request()],
    experts: [expertOffer()],
    nominations: [nomination()],
    host_offer: ["sub-regional-workshop", "study-visit"],
    host_months: [9, 10],
    activities: [
      { ...NEEDS_GIVEN.activities[0], led_to: "changed", result: "14 audits after release, none the year before." },
      { ...NEEDS_GIVEN.activities[1], led_to: "passed-on" },
    ],
    planned_activities: [{ ...NEEDS_GIVEN.plannedActivities[0], why_not: "date" }],
    comments: "Interpretation into French helps our outer islands.",
    ...answers,
  };
  return Object.fromEntries(Object.entries(complete).filter(([, answer]) => answer !== undefined));
}

export const TOP_FIVE = ["pca", "risk-management", "valuation", "hs", "cen"] as const;

/** What the round gives the administration: last year's activities, those that took place and the one that did not. */
export const NEEDS_GIVEN = {
  activities: [
    { id: "pca-2025", title: "Regional workshop on post-clearance audit" },
    { id: "trs-2025", title: "National workshop on the Time Release Study" },
  ],
  plannedActivities: [{ id: "sw-2025", title: "National workshop on single window" }],
} as const;

/** One entry on a chosen topic. */
export function topicDetail(overrides: NeedsDocument = {}): NeedsDocument {
  return {
    key: `detail-${overrides.topic ?? "pca"}`,
    topic: "pca",
    obstacles: ["training", "staffing"],
    main_obstacle: "training",
    officers: "10-29",
    mode: "national-workshop",
    within: 12,
    language: "en",
    result: "Half of all audits are chosen by risk.",
    ...overrides,
  };
}

/** One request with a key of the client's. */
export function request(overrides: NeedsDocument = {}): NeedsDocument {
  return {
    key: "request-1",
    topic: "pca",
    result: "An audit unit that works on its own",
    ability: "20 auditors plan and carry out audits",
    months: [9, 10, 2],
    mode: "mission",
    languages: ["en", "fr"],
    interpretation: "yes",
    host: "own",
    contribution: ["venue", "transport"],
    asked_elsewhere: "yes",
    asked_where: ["donor"],
    consent: "yes",
    ...overrides,
  };
}

/** One expert whom the administration would release. */
export function expertOffer(overrides: NeedsDocument = {}): NeedsDocument {
  return {
    key: "expert-1",
    person: "Expert 07 (synthetic)",
    area: "valuation",
    languages: ["en", "fr"],
    missions: 2,
    months: [10, 11, 3],
    last_mission: "2025-11",
    ...overrides,
  };
}

/** One candidate for accreditation. */
export function nomination(overrides: NeedsDocument = {}): NeedsDocument {
  return {
    key: "candidate-1",
    person: "Candidate 03 (synthetic)",
    area: "pca",
    languages: ["en"],
    gender: "woman",
    nominated_by: "administration",
    ...overrides,
  };
}

type Scale = "importance" | "capability";

/** Topics of each matrix of a scale, by the matrix's name. */
function topicsByMatrix(scale: Scale): readonly (readonly [string, readonly string[]])[] {
  const matrices = questionsMeasuring(readDefinition("asia-pacific", "needs"), scale);
  return matrices.map((matrix) => [String(matrix.name), valuesOf(matrix, "rows").map(String)] as const);
}

function ratings(scale: Scale, overrides: Readonly<Record<string, Rating | null>>): NeedsDocument {
  const matrices = topicsByMatrix(scale);
  const topics = new Set(matrices.flatMap(([, rows]) => rows));
  const unknown = Object.keys(overrides).filter((topic) => !topics.has(topic));
  if (unknown.length > 0) throw new RangeError(`no such topic: ${unknown.join(", ")}`);

  const usual = scale === "importance" ? 4 : 2;
  const rated: Readonly<Record<string, Rating | null>> = { "free-zones": "na", stce: "na", nii: "dk", ...overrides };
  return Object.fromEntries(
    matrices.map(([name, rows]) => {
      const cells = rows.map((topic): [string, Rating | null] => [
        topic,
        topic in rated ? (rated[topic] ?? null) : usual,
      ]);
      return [name, Object.fromEntries(cells.filter(([, rating]) => rating !== null))];
    }),
  );
}
