import { createHash } from "node:crypto";
import type { Actor } from "~/db/audit";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { insertInstrument, saveDraft } from "~/db/instruments";
import { insertInvitations } from "~/db/invitations";
import { grantRole, insertPerson } from "~/db/people";
import { type CompiledItem, publishVersion } from "~/db/publish-version";
import { loadReference, type ReferenceRows } from "~/db/reference";
import { insertRound, type NewRound, openRound } from "~/db/rounds";
import type { Role } from "~/db/schema/people";
import type { CheckedResponse } from "~/db/submissions";

// An office with people in it, made by the functions that the product itself uses.

export const noon = new Date("2026-10-05T12:00:00Z");
export const system: Actor = {};

const none: ReferenceRows = {
  subRegions: [],
  strata: [],
  members: [],
  memberGroups: [],
  groupMemberships: [],
  sections: [],
  accreditationAreas: [],
  topics: [],
  planFrameworks: [],
  pillars: [],
  actions: [],
  rspMilestones: [],
  actionMilestones: [],
  actionTopics: [],
  kpiTargets: [],
  funders: [],
  trainingCentres: [],
  settings: [],
  activities: [],
  activityTopics: [],
  activityMembers: [],
};

/** Two sub-regions, three members (Fiji is a small island, twelve hours ahead), two rated topics, one framework. */
export function smallRegion(): ReferenceRows {
  const place = { name: { en: "-" }, position: 0 };
  const member = { variants: [], languages: ["en"], workingLanguages: ["en"], stratumId: "all" };
  const topic = { description: { en: "" }, sectionId: "trade", rated: true };
  return {
    ...none,
    subRegions: [
      { ...place, id: "islands", name: { en: "Islands" } },
      { ...place, id: "mainland", name: { en: "Mainland" }, position: 1 },
    ],
    strata: [{ ...place, id: "all", name: { en: "All" } }],
    members: [
      {
        ...member,
        id: "fiji",
        code: "FJI",
        name: { en: "Fiji" },
        subRegionId: "islands",
        timeZone: "Pacific/Fiji",
        position: 0,
      },
      {
        ...member,
        id: "nepal",
        code: "NPL",
        name: { en: "Nepal" },
        subRegionId: "mainland",
        timeZone: "Asia/Kathmandu",
        position: 1,
      },
      {
        ...member,
        id: "japan",
        code: "JPN",
        name: { en: "Japan" },
        subRegionId: "mainland",
        timeZone: "Asia/Tokyo",
        position: 2,
      },
    ],
    memberGroups: [{ id: "small-islands", name: { en: "Small islands" }, lens: true, membersKnown: true, position: 0 }],
    groupMemberships: [{ groupId: "small-islands", memberId: "fiji" }],
    sections: [{ ...place, id: "trade", name: { en: "Trade" } }],
    accreditationAreas: [{ ...place, id: "aeo", name: { en: "AEO" } }],
    topics: [
      {
        ...topic,
        id: "aeo",
        name: { en: "AEO programmes" },
        shortName: { en: "AEO" },
        accreditationAreaId: "aeo",
        position: 0,
      },
      { ...topic, id: "valuation", name: { en: "Valuation" }, shortName: { en: "Valuation" }, position: 1 },
    ],
    planFrameworks: [{ id: "plan", title: "Plan", rsp: "RSP", periodStart: "2026-07", periodEnd: "2027-06" }],
    pillars: [{ frameworkId: "plan", number: 1, title: "Support" }],
    actions: [
      {
        frameworkId: "plan",
        id: "1-a",
        pillarNumber: 1,
        letter: "a",
        label: "1-(a)",
        text: "Assist",
        kpis: ["Number"],
        position: 0,
      },
      {
        frameworkId: "plan",
        id: "1-b",
        pillarNumber: 1,
        letter: "b",
        label: "1-(b)",
        text: "Train",
        kpis: [],
        position: 1,
      },
    ],
    settings: [{ key: "planning.officeStaff", pack: { value: 8, assumption: true, basis: "Eight people." } }],
  };
}

/** The small region with the cycle 2026-2027. */
export async function foundOffice(db: Database): Promise<void> {
  await loadReference(db, smallRegion());
  await insertCycle(db, { id: "2026-2027", startsOn: "2026-07-01", endsOn: "2027-06-30" });
}

/** Mere Tuilagi and others: anybody with a role, by name. */
export async function person(
  db: Database,
  {
    name,
    role,
    memberId = null,
    language = "en",
  }: { name: string; role?: Role; memberId?: string | null; language?: string },
) {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  const registered = await insertPerson(db, { name, email, memberId, language, actor: system, at: noon });
  if (role) {
    await grantRole(db, {
      personId: registered.id,
      role,
      memberId: role === "member" ? memberId : null,
      actor: system,
      at: noon,
    });
  }
  return registered;
}

export function closedItem(key: string, changes: Partial<CompiledItem> = {}): CompiledItem {
  return {
    key,
    position: 0,
    kind: "closed",
    parentPosition: null,
    slot: 0,
    measure: "importance",
    field: null,
    unit: "topic",
    unitId: key.split("/")[1] ?? null,
    scaleKey: "1 2 3 4 5",
    sameAs: null,
    seriesBreak: false,
    ...changes,
  };
}

/** Importance of both topics, a number of officers, and requests with a topic and a number of days. */
export const needsItems: readonly CompiledItem[] = [
  closedItem("importance/aeo", { position: 0, slot: 0 }),
  closedItem("importance/valuation", { position: 1, slot: 1 }),
  closedItem("officers", {
    position: 2,
    slot: 0,
    kind: "number",
    measure: "officersToTrain",
    unit: null,
    scaleKey: null,
  }),
  closedItem("requests", { position: 3, slot: null, kind: "rows", measure: "request", unit: null, scaleKey: null }),
  closedItem("requests/topic", {
    position: 4,
    parentPosition: 3,
    slot: 0,
    measure: "request",
    field: "topic",
    unitId: null,
  }),
  closedItem("requests/days", {
    position: 5,
    parentPosition: 3,
    slot: 0,
    kind: "number",
    measure: "request",
    field: "days",
    unit: null,
    unitId: null,
    scaleKey: null,
  }),
];

/** A published instrument; `definition` is text that nothing here reads. */
export async function published(
  db: Database,
  {
    id = "needs",
    anonymous = false,
    items = needsItems,
  }: { id?: string; anonymous?: boolean; items?: readonly CompiledItem[] } = {},
) {
  await insertInstrument(db, { id, title: { en: id }, anonymous, actor: system, at: noon });
  await saveDraft(db, {
    instrumentId: id,
    definition: `{ "instrument": "${id}" }`,
    baseRevision: 0,
    actor: system,
    at: noon,
  });
  const publication = await publishVersion(db, {
    instrumentId: id,
    draftRevision: 1,
    items,
    languages: ["en"],
    actor: system,
    at: noon,
  });
  if (!publication || !("version" in publication)) throw new Error(`not published: ${JSON.stringify(publication)}`);
  return publication.version;
}

/** A round from 1 to 31 October 2026, open. */
export async function openedRound(db: Database, changes: Partial<NewRound> & { versionId: string }) {
  const round = await insertRound(db, {
    round: {
      cycleId: "2026-2027",
      name: "Needs 2026",
      audience: "members",
      anonymous: false,
      opensOn: "2026-10-01",
      closesOn: "2026-10-31",
      ...changes,
    },
    actor: system,
    at: noon,
  });
  return openRound(db, { id: round.id, actor: system, at: noon });
}

export const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** Fiji, Nepal and Japan invited, each by the secret that is its name. */
export async function invited(db: Database, roundId: string) {
  return insertInvitations(db, {
    roundId,
    invitations: ["fiji", "nepal", "japan"].map((memberId) => ({
      memberId,
      language: "en",
      tokenHash: hashOf(memberId),
    })),
    actor: system,
    at: noon,
  });
}

/** Answers to `needsItems`: AEO a binding obligation, no opinion on valuation, 12 officers, one request of 5 days. */
export function answers(changes: Partial<CheckedResponse> = {}): CheckedResponse {
  return {
    document: { importance: { aeo: 5 }, officers: 12, requests: [{ key: "r1", topic: "aeo", days: 5 }] },
    codes: [4, -1],
    numbers: [12],
    rows: [{ position: 3, rowKey: "r1", codes: [0], numbers: [5] }],
    given: {},
    hidden: [],
    confirmed: [],
    language: "en",
    ...changes,
  };
}
