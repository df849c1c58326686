import { expect, test } from "vitest";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { loadReference } from "~/db/reference";
import { findRoundWindow, requireOpenRound } from "~/db/round-window";
import { closeRound } from "~/db/rounds";
import { testDatabase } from "../support/database";
import { noon, openedRound, published, smallRegion, system } from "../support/office";

const database = testDatabase();

/** The small region, its first member moved to a zone; a round from 1 to 31 March or as given. */
async function roundIn(db: Database, zone: string, { opensOn = "2027-03-01", closesOn = "2027-03-31" } = {}) {
  const region = smallRegion();
  const members = region.members.map((member) => (member.id === "fiji" ? { ...member, timeZone: zone } : member));
  await loadReference(db, { ...region, members });
  await insertCycle(db, { id: "2026-2027", startsOn: "2026-07-01", endsOn: "2027-06-30" });
  const version = await published(db);
  const { id: roundId } = await openedRound(db, { versionId: version.id, opensOn, closesOn });
  return (moment: string, memberId: string | null = "fiji") =>
    findRoundWindow(db, { roundId, memberId, at: new Date(moment) });
}

const edges: readonly (readonly [string, string, string])[] = [
  // Zone; the first second of 1 March there; the first second of 1 April there.
  ["Pacific/Kiritimati", "2027-02-28T10:00:00Z", "2027-03-31T10:00:00Z"],
  ["Pacific/Pago_Pago", "2027-03-01T11:00:00Z", "2027-04-01T11:00:00Z"],
  ["Asia/Kathmandu", "2027-02-28T18:15:00Z", "2027-03-31T18:15:00Z"],
  // Clocks go forward on 28 March: the round begins at an offset of +1 and ends at +2.
  ["Europe/Paris", "2027-02-28T23:00:00Z", "2027-03-31T22:00:00Z"],
];

const before = (moment: string) => new Date(Date.parse(moment) - 1000).toISOString();

for (const [zone, opens, ends] of edges)
  test(
    `the first and the last day count whole by the calendar in ${zone}`,
    database.rolledBack(async (db) => {
      const at = await roundIn(db, zone);
      expect(await at(before(opens))).toMatchObject({ withinDates: false, localDate: "2027-02-28", timeZone: zone });
      expect(await at(opens)).toMatchObject({ withinDates: true, localDate: "2027-03-01" });
      expect(await at(before(ends))).toMatchObject({ withinDates: true, localDate: "2027-03-31" });
      expect(await at(ends)).toMatchObject({ withinDates: false, localDate: "2027-04-01" });
    }),
  );

test(
  "one moment is inside the round for one member and outside for another",
  database.rolledBack(async (db) => {
    const at = await roundIn(db, "Pacific/Pago_Pago");
    const moment = "2027-03-31T16:00:00Z";
    expect(await at(moment, "fiji")).toMatchObject({ withinDates: true, localDate: "2027-03-31" });
    expect(await at(moment, "japan")).toMatchObject({ withinDates: false, localDate: "2027-04-01" });
  }),
);

test(
  "a day on which the clocks change is as long as it is there: 23 hours, then 25",
  database.rolledBack(async (db) => {
    const at = await roundIn(db, "Europe/Paris", { opensOn: "2027-03-28", closesOn: "2027-03-28" });
    expect((await at("2027-03-27T22:59:59Z"))?.withinDates).toBe(false);
    expect((await at("2027-03-27T23:00:00Z"))?.withinDates).toBe(true);
    expect((await at("2027-03-28T21:59:59Z"))?.withinDates).toBe(true);
    expect((await at("2027-03-28T22:00:00Z"))?.withinDates).toBe(false);
  }),
);

test(
  "in autumn the hour that comes twice belongs to the round both times",
  database.rolledBack(async (db) => {
    const at = await roundIn(db, "Europe/Paris", { opensOn: "2026-10-25", closesOn: "2026-10-25" });
    expect((await at("2026-10-24T22:00:00Z"))?.withinDates).toBe(true);
    expect((await at("2026-10-25T00:30:00Z"))?.withinDates).toBe(true);
    expect((await at("2026-10-25T01:30:00Z"))?.withinDates).toBe(true);
    expect((await at("2026-10-25T22:59:59Z"))?.withinDates).toBe(true);
    expect((await at("2026-10-25T23:00:00Z"))?.withinDates).toBe(false);
  }),
);

test(
  "a workshop's round follows the clock of its venue, whoever answers",
  database.rolledBack(async (db) => {
    await roundIn(db, "Pacific/Pago_Pago");
    const version = await published(db, { id: "evaluation", anonymous: true });
    const { id: roundId } = await openedRound(db, {
      versionId: version.id,
      audience: "shared",
      anonymous: true,
      timeZone: "Pacific/Kiritimati",
      opensOn: "2027-03-01",
      closesOn: "2027-03-01",
    });
    for (const memberId of ["fiji", null]) {
      const late = { roundId, memberId, at: new Date("2027-03-01T10:00:00Z") };
      expect(await findRoundWindow(db, late)).toMatchObject({ withinDates: false, timeZone: "Pacific/Kiritimati" });
      await expect(requireOpenRound(db, late)).rejects.toMatchObject({ reason: "roundNotOpen" });
      const inTime = { roundId, memberId, at: new Date("2027-03-01T09:59:59Z") };
      expect(await requireOpenRound(db, inTime)).toMatchObject({ localDate: "2027-03-01" });
    }
  }),
);

test(
  "a round that was closed by hand takes nothing on its last day either",
  database.rolledBack(async (db) => {
    await roundIn(db, "Asia/Tokyo");
    const version = await published(db, { id: "followup" });
    const { id: roundId } = await openedRound(db, { versionId: version.id });
    const place = { roundId, memberId: "fiji", at: noon };
    expect(await requireOpenRound(db, place)).toMatchObject({ state: "open" });
    await closeRound(db, { id: roundId, actor: system, at: noon });
    await expect(requireOpenRound(db, place)).rejects.toMatchObject({ reason: "roundNotOpen" });
  }),
);
