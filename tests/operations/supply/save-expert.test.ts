import { expect, it } from "vitest";
import { translator } from "~/app/i18n/translate";
import { changeConflict, noteStanding, parseExpertForm, saveExpert } from "~/app/operations/supply/save-expert";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findExperts } from "~/db/experts";
import { testDatabase } from "../../support/database";
import { foundOffice, noon, system } from "../../support/office";

const database = testDatabase();
const t = translator("en");
const today = "2026-10-05";

function typed(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function registerSera(db: Database): Promise<string> {
  await foundOffice(db);
  const parsed = parseExpertForm(
    typed({
      name: "Sera",
      member: "fiji",
      kind: "pool",
      gender: "",
      languages: "en",
      missions: "2",
      released: "on",
      confirmed: "on",
    }),
    t,
  );
  if ("errors" in parsed) throw new Error(JSON.stringify(parsed.errors));
  const saved = await saveExpert(db, { draft: parsed.draft, cycleId: "2026-2027", actor: system, at: noon });
  if (typeof saved !== "object") throw new Error(saved);
  return saved.personId;
}

it(
  "enters a person, confirmed for the cycle, with one audit row for the entry",
  database.rolledBack(async (db) => {
    const personId = await registerSera(db);
    const [sera] = await findExperts(db, { on: today, ids: [personId] });
    expect(sera).toMatchObject({ name: "Sera", memberId: "fiji", missionsPerYear: 2, confirmedCycleId: "2026-2027" });
    expect(await findAuditEvents(db, { action: "expert:save", subjectId: personId })).toHaveLength(1);
  }),
);

it("asks for a name and a whole number of missions", () => {
  const parsed = parseExpertForm(typed({ name: " ", kind: "pool", gender: "", missions: "1.5" }), t);
  expect("errors" in parsed && Object.keys(parsed.errors).sort()).toEqual(["missions", "name"]);
});

it(
  "refuses a step that lies in the future or on a day that no calendar has",
  database.rolledBack(async (db) => {
    const personId = await registerSera(db);
    const note = (since: string) =>
      noteStanding(db, {
        personId,
        form: typed({ area: "aeo", step: "nominated", since }),
        today,
        t,
        actor: system,
        at: noon,
      });
    expect(await note("2026-12-01")).toMatchObject({ errors: { since: [expect.stringContaining("not before")] } });
    expect(await note("2026-02-30")).toMatchObject({ errors: { since: [expect.stringContaining("calendar")] } });
    expect(await note("2026-10-01")).toBe("noted");
    const [sera] = await findExperts(db, { on: today, ids: [personId] });
    expect(sera?.standings).toMatchObject([{ areaId: "aeo", step: "nominated", since: "2026-10-01" }]);
  }),
);

it(
  "notes a conflict of interest and takes it away without touching the rest of the entry",
  database.rolledBack(async (db) => {
    const personId = await registerSera(db);
    const change = (fields: Readonly<Record<string, string>>) =>
      changeConflict(db, { personId, form: typed(fields), today, t, actor: system, at: noon });
    expect(await change({ conflictMember: "japan", conflictKind: "declined" })).toBe("changed");
    const [declined] = await findExperts(db, { on: today, ids: [personId] });
    expect(declined?.conflicts).toMatchObject([{ memberId: "japan", kind: "declined" }]);
    expect(declined).toMatchObject({ missionsPerYear: 2, languages: ["en"] });
    await change({ remove: "japan" });
    const [free] = await findExperts(db, { on: today, ids: [personId] });
    expect(free?.conflicts).toEqual([]);
  }),
);
