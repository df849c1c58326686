import { expect, it } from "vitest";
import { importOffers } from "~/app/operations/supply/import-offers";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findExperts, recordStanding, saveExpert } from "~/db/experts";
import { insertPerson } from "~/db/people";
import { testDatabase } from "../../support/database";
import { bundledOffice, heldSurvey } from "../../support/held-survey";
import { expertOffer, needsAnswers, nomination } from "../../support/needs-answers";
import { noon, person, system } from "../../support/office";

const database = testDatabase();
const today = "2026-10-05";

/** A survey in which one member offers two experts, the first of them in the register, and nominates one candidate. */
async function offered(db: Database) {
  const { pack, cycle, version } = await bundledOffice(db);
  const [member] = pack.members;
  if (!member) throw new Error("the region has no members");
  const known = await insertPerson(db, { name: "Expert 07", memberId: member.id, actor: system, at: noon });
  await saveExpert(db, {
    personId: known.id,
    entry: { kind: "pool", released: false, languages: ["en"], missionsPerYear: 1, confirmedCycleId: null },
    actor: system,
    at: noon,
  });
  await recordStanding(db, {
    personId: known.id,
    areaId: "valuation",
    step: "accredited",
    since: "2024-03-01",
    actor: system,
    at: noon,
  });
  const round = await heldSurvey(db, {
    pack,
    cycleId: cycle.id,
    versionId: version.id,
    answering: [member.id],
    documents: {
      [member.id]: needsAnswers({
        answers: {
          experts: [
            expertOffer({ key: "known", person: "expert  07", languages: ["en", "fr"], missions: 3 }),
            expertOffer({ key: "new", person: "Expert 08", area: "pca", months: [] }),
          ],
          nominations: [nomination({ person: "Candidate 03" })],
        },
      }),
    },
  });
  return { roundId: round.id, cycleId: cycle.id, memberId: member.id, known: known.id };
}

it(
  "confirms who is known by administration and name, enters others as recognised, notes nominations",
  database.rolledBack(async (db) => {
    const { roundId, cycleId, memberId, known } = await offered(db);
    const done = await importOffers(db, { roundId, actor: system, at: noon });
    expect(done).toMatchObject({ confirmed: [known], unchanged: 0 });
    expect(done?.entered).toHaveLength(1);
    expect(done?.nominated).toHaveLength(1);

    const register = new Map((await findExperts(db, { on: today })).map((expert) => [expert.name, expert]));
    expect([...register.keys()].toSorted()).toEqual(["Candidate 03", "Expert 07", "Expert 08"]);
    expect(register.get("Expert 07")).toMatchObject({
      kind: "pool",
      released: true,
      languages: ["en", "fr"],
      missionsPerYear: 3,
      confirmedCycleId: cycleId,
      standings: [{ areaId: "valuation", step: "accredited", since: "2024-03-01" }],
    });
    expect(register.get("Expert 08")).toMatchObject({ kind: "recognised", memberId, standings: [] });
    expect(register.get("Expert 08")?.topicIds).toContain("pca");
    expect(register.get("Candidate 03")).toMatchObject({
      kind: "pool",
      standings: [{ areaId: "pca", step: "nominated", since: today }],
    });
  }),
);

it(
  "changes nothing and leaves no audit row the second time",
  database.rolledBack(async (db) => {
    const { roundId } = await offered(db);
    await importOffers(db, { roundId, actor: system, at: noon });
    const before = await findExperts(db, { on: today });
    const rows = (await findAuditEvents(db, { limit: 1000 })).length;
    expect(await importOffers(db, { roundId, actor: system, at: new Date("2026-10-06T12:00:00Z") })).toEqual({
      confirmed: [],
      entered: [],
      nominated: [],
      unchanged: 3,
    });
    expect(await findExperts(db, { on: today })).toEqual(before);
    expect(await findAuditEvents(db, { limit: 1000 })).toHaveLength(rows);
  }),
);

it(
  "leaves an audit row for every entry and step, by who asked for it",
  database.rolledBack(async (db) => {
    const { roundId } = await offered(db);
    const office = await person(db, { name: "Mere Tuilagi", role: "coordinator" });
    const done = await importOffers(db, { roundId, actor: { personId: office.id }, at: noon });
    const byOffice = async (action: string) =>
      (await findAuditEvents(db, { action, limit: 1000 }))
        .filter(({ actorName }) => actorName === "Mere Tuilagi")
        .map(({ subjectId }) => subjectId)
        .toSorted();
    const { confirmed = [], entered = [], nominated = [] } = done ?? {};
    expect(await byOffice("expert:save")).toEqual([...confirmed, ...entered, ...nominated].toSorted());
    expect(await byOffice("person:register")).toEqual([...entered, ...nominated].toSorted());
    expect(await byOffice("expert:standing")).toHaveLength(1);
  }),
);

it(
  "knows of no offers of a round that is not there",
  database.rolledBack(async (db) => {
    const roundId = "00000000-0000-4000-8000-000000000000";
    expect(await importOffers(db, { roundId, actor: system, at: noon })).toBeUndefined();
  }),
);
