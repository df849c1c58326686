import { expect, test } from "vitest";
import { endCycle } from "~/app/operations/cycles/close-cycle";
import { currentCycle } from "~/app/operations/cycles/current-cycle";
import { dropLine, takeUpLine } from "~/app/operations/cycles/decide-line";
import { openNextCycle } from "~/app/operations/cycles/open-next-cycle";
import { readCycle } from "~/app/operations/cycles/read-cycles";
import { readOfficeState } from "~/app/operations/read-home";
import { holdRound } from "~/app/operations/rounds/hold-round";
import { findActivities, findActivity } from "~/db/activities";
import { findAuditEvents } from "~/db/audit";
import { findCarriedLines } from "~/db/carried-lines";
import { findCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { loadPack } from "~/db/regions/read-pack";
import { closeRound } from "~/db/rounds";
import { publishedSurvey } from "../../support/answering";
import { testDatabase } from "../../support/database";
import { noon, openedRound, person, system } from "../../support/office";
import { officeAtYearsEnd } from "../../support/two-cycles";

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");
const made = { actor: system, at: noon };
const open = (db: Database) => openNextCycle(db, { from: "2026-2027", pack, ...made });

test(
  "opening the next cycle moves the office on and takes over the lines that were not held or left out, with the reason",
  database.rolledBack(async (db) => {
    const { proposalId } = await officeAtYearsEnd(db);
    const ana = await person(db, { name: "Ana", role: "coordinator" });
    expect((await currentCycle(db, { pack, at: noon })).id).toBe("2026-2027");

    await openNextCycle(db, { from: "2026-2027", pack, actor: { personId: ana.id }, at: noon });

    expect((await currentCycle(db, { pack, at: noon })).id).toBe("2027-2028");
    const lines = await findCarriedLines(db, "2027-2028");
    expect(lines.map(({ id, because, memberIds, state }) => ({ id, because: because?.en, memberIds, state }))).toEqual([
      { id: `${proposalId}/n1`, because: expect.stringMatching(/.+/), memberIds: ["nepal"], state: "open" },
      { id: "cancelled", because: "No date suited", memberIds: ["nepal"], state: "open" },
      { id: "not-held", because: undefined, memberIds: ["fiji"], state: "open" },
    ]);
    const [event] = await findAuditEvents(db, { action: "cycle:open" });
    expect(event).toMatchObject({ subjectId: "2027-2028", actorId: ana.id, details: { from: "2026-2027" } });
    const state = await readOfficeState(db, { pack, at: noon });
    expect(state).toMatchObject({ cycle: { id: "2027-2028", next: "2028-2029" }, step: 0, survey: undefined });
  }),
);

test(
  "opened by two at once it is opened once, and the lines are carried over once",
  database.committed(async (db) => {
    await officeAtYearsEnd(db);
    const outcomes = await Promise.allSettled([open(db), open(db)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost).toMatchObject({ reason: { name: "ConflictError", reason: "cycleMoved" } });
    expect(await findCarriedLines(db, "2027-2028")).toHaveLength(3);
    await expect(open(db)).rejects.toMatchObject({ reason: "cycleMoved" });
    expect(await findAuditEvents(db, { action: "cycle:open" })).toHaveLength(2);
  }),
);

test(
  "a line that was not held is taken up as an activity of the new cycle, once; the old one stays as it is",
  database.committed(async (db) => {
    await officeAtYearsEnd(db);
    await open(db);
    const line = { cycleId: "2027-2028", lineId: "not-held", ...made };
    const outcomes = await Promise.allSettled([takeUpLine(db, line), takeUpLine(db, line)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);

    const [taken, ...more] = await findActivities(db, { cycleId: "2027-2028" });
    expect(more).toEqual([]);
    expect(taken).toMatchObject({ title: "Planned for Fiji", state: "planned", memberIds: ["fiji"], startsOn: null });
    expect(await findActivity(db, "not-held")).toMatchObject({ state: "planned", cycleId: "2026-2027" });
    expect((await readCycle(db, "2027-2028"))?.carried.find(({ id }) => id === "not-held")).toMatchObject({
      state: "takenUp",
      takenUpAs: taken?.id,
    });
    await expect(dropLine(db, { ...line, because: "Too late" })).rejects.toMatchObject({ reason: "alreadyDecided" });
  }),
);

test(
  "a line that nobody decided about goes on to the cycle after, a dropped one does not",
  database.rolledBack(async (db) => {
    await officeAtYearsEnd(db);
    await open(db);
    const drop = { cycleId: "2027-2028", because: "Nepal got it elsewhere", ...made };
    expect(await dropLine(db, { ...drop, lineId: "cancelled" })).toBe(true);
    expect(await dropLine(db, { ...drop, lineId: "no-such-line" })).toBe(false);
    await openNextCycle(db, { from: "2027-2028", pack, ...made });
    expect((await findCarriedLines(db, "2028-2029")).map(({ id }) => id)).toEqual(["not-held"]);
  }),
);

test(
  "a cycle is closed when the office has left it and its rounds are closed; then it takes no round",
  database.committed(async (db) => {
    await officeAtYearsEnd(db);
    const version = await publishedSurvey(db, "needs");
    const round = await openedRound(db, { versionId: version.id });
    const ended = () => endCycle(db, { cycleId: "2026-2027", ...made });

    await expect(ended()).rejects.toMatchObject({ reason: "cycleClosed" });
    await open(db);
    expect(await ended()).toMatchObject({ openRounds: [{ id: round.id }] });
    expect((await findCycle(db, "2026-2027"))?.closedAt).toBeNull();

    await closeRound(db, { id: round.id, ...made });
    const outcomes = await Promise.allSettled([ended(), ended()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await findCycle(db, "2026-2027"))?.closedAt).toEqual(noon);
    const late = holdRound(db, {
      round: {
        versionId: version.id,
        name: "Too late",
        audience: "members",
        anonymous: false,
        opensOn: "2027-06-01",
        closesOn: "2027-06-30",
      },
      cycle: { id: "2026-2027", startsOn: "2026-07-01", endsOn: "2027-06-30" },
      memberIds: ["fiji"],
      letters: { publicUrl: "https://office.example", officeName: "Test office" },
      ...made,
    });
    await expect(late).rejects.toMatchObject({ reason: "cycleClosed" });
  }),
);
