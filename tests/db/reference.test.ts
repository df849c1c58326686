import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findExperts, recordStanding, saveExpert } from "~/db/experts";
import { findMember, findMembers, findTopics } from "~/db/members";
import { findOffice, findOfficeOfPack, insertOffice, updateOfficeSettings } from "~/db/office";
import { findPlanFramework } from "~/db/plan-framework";
import { loadReference } from "~/db/reference";
import { findRequests, insertRequest, registerRequests } from "~/db/requests";
import { findSettings, updateSetting } from "~/db/settings";
import { testDatabase } from "../support/database";
import { foundOffice, noon, person, smallRegion, system } from "../support/office";

const database = testDatabase();

describe("loading the reference data", () => {
  test(
    "a second time changes no row",
    database.rolledBack(async (db) => {
      await loadReference(db, smallRegion());
      const versions = () => db.execute(sql`select xmin::text, ctid::text, id from member order by id`);
      const before = await versions();
      await loadReference(db, smallRegion());
      expect(await versions()).toEqual(before);
    }),
  );

  test(
    "keeps a member that has left, but not among the members of today",
    database.rolledBack(async (db) => {
      await loadReference(db, smallRegion());
      const region = smallRegion();
      await loadReference(db, { ...region, members: region.members.filter(({ id }) => id !== "nepal") });
      expect((await findMembers(db)).map(({ id }) => id)).toEqual(["fiji", "japan"]);
      expect(await findMember(db, "nepal")).toMatchObject({ active: false });
      expect(await findMember(db, "fiji")).toMatchObject({ groupIds: ["small-islands"], timeZone: "Pacific/Fiji" });
    }),
  );

  test(
    "brings actions into a new order",
    database.rolledBack(async (db) => {
      await loadReference(db, smallRegion());
      const region = smallRegion();
      const actions = region.actions.map((action) => ({ ...action, position: 1 - action.position }));
      await loadReference(db, { ...region, actions });
      const framework = await findPlanFramework(db, "plan");
      expect(framework?.pillars[0]?.actions.map(({ label }) => label)).toEqual(["1-(b)", "1-(a)"]);
    }),
  );

  test(
    "leaves a setting that the office changed as the office set it",
    database.rolledBack(async (db) => {
      await loadReference(db, smallRegion());
      const value = { value: 6, basis: "Two posts are vacant." };
      await updateSetting(db, { key: "planning.officeStaff", value, actor: system, at: noon });
      await loadReference(db, smallRegion());
      expect(await findSettings(db)).toMatchObject([{ value: 6, changed: true, pack: { value: 8 } }]);
      await updateSetting(db, { key: "planning.officeStaff", value: null, actor: system, at: noon });
      expect(await findSettings(db)).toMatchObject([{ value: 8, changed: false }]);
    }),
  );

  test(
    "keeps rated topics apart from the office's own",
    database.rolledBack(async (db) => {
      const region = smallRegion();
      const [first, ...others] = region.topics;
      if (!first) throw new Error("the small region has topics");
      await loadReference(db, { ...region, topics: [{ ...first, rated: false }, ...others] });
      expect((await findTopics(db, { ratedOnly: true })).map(({ id }) => id)).toEqual(["valuation"]);
    }),
  );
});

describe("the office", () => {
  const office = { packId: "islands", name: "Office", anchorDate: "2026-11-22", synthetic: true, createdAt: noon };

  test(
    "is founded once, and another pack is refused by name",
    database.rolledBack(async (db) => {
      expect(await findOfficeOfPack(db, "islands")).toBeUndefined();
      await insertOffice(db, office);
      await expect(insertOffice(db, { ...office, packId: "other" })).rejects.toMatchObject({ reason: "officeExists" });
      await expect(findOfficeOfPack(db, "other")).rejects.toThrow(/belongs to Office \(islands\)/);
    }),
  );

  test(
    "changes one setting without losing the others",
    database.rolledBack(async (db) => {
      await insertOffice(db, { ...office, settings: { a: 1, b: 2 } });
      await updateOfficeSettings(db, { settings: { b: 3 }, actor: system, at: noon });
      expect(await findOffice(db)).toMatchObject({ settings: { a: 1, b: 3 }, anchorDate: "2026-11-22" });
    }),
  );
});

test(
  "an expert's standing is the latest step by the day asked, the further one of two on a day",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const { id } = await person(db, { name: "Expert 07 (synthetic)", memberId: "japan" });
    const entry = {
      kind: "pool" as const,
      released: true,
      languages: ["en", "ja"],
      conflicts: [{ memberId: "fiji", kind: "declined", since: "2026-01-01" }],
    };
    await saveExpert(db, { personId: id, entry, actor: system, at: noon });
    const step = { personId: id, areaId: "aeo", actor: system, at: noon };
    await recordStanding(db, { ...step, step: "preAccredited", since: "2025-03-01" });
    await recordStanding(db, { ...step, step: "inFieldMissions", since: "2026-02-01" });
    await recordStanding(db, { ...step, step: "accredited", since: "2026-02-01" });
    const [today] = await findExperts(db, { on: "2026-10-05" });
    expect(today).toMatchObject({ languages: ["en", "ja"], memberId: "japan", standings: [{ step: "accredited" }] });
    const [before] = await findExperts(db, { on: "2025-12-31" });
    expect(before).toMatchObject({ standings: [{ step: "preAccredited" }], history: [{ since: "2025-03-01" }] });
  }),
);

test(
  "a request registered by the office is found by cycle, member and topic",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const request = { topicId: "aeo", result: "A programme", memberId: "fiji", cycleId: "2026-2027", months: [9, 10] };
    await insertRequest(db, { request, actor: system, at: noon });
    expect(await findRequests(db, { memberId: "fiji" })).toMatchObject([{ months: [9, 10], state: "open" }]);
    expect(await findRequests(db, { topicId: "valuation" })).toEqual([]);
  }),
);

test("registering requests needs a response that exists", () =>
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const registering = registerRequests(db, {
      responseId: "00000000-0000-4000-8000-000000000000",
      memberId: "fiji",
      cycleId: "2026-2027",
      asked: [{ rowKey: "r1", topicId: "aeo", result: "A programme" }],
      actor: system,
      at: noon,
    });
    await expect(registering).rejects.toMatchObject({ cause: { code: "23503" } });
  })());
