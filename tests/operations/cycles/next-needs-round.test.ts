import { expect, test } from "vitest";
import { begunResponse } from "~/app/operations/answering/begun-response";
import { keepRequests } from "~/app/operations/answering/keep-requests";
import { openNextCycle } from "~/app/operations/cycles/open-next-cycle";
import { findRoundToPrepareFrom, prepareRound } from "~/app/operations/cycles/prepare-round";
import { holdRound } from "~/app/operations/rounds/hold-round";
import type { Database } from "~/db/engine/database";
import { loadPack } from "~/db/regions/read-pack";
import { findRequests } from "~/db/requests";
import { closeRound } from "~/db/rounds";
import { opened, publishedSurvey, sentSurvey } from "../../support/answering";
import { testDatabase } from "../../support/database";
import { invited, noon, openedRound, system } from "../../support/office";
import { officeAtYearsEnd } from "../../support/two-cycles";

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");
const made = { actor: system, at: noon };
const next = { id: "2027-2028", startsOn: "2027-07-01", endsOn: "2028-06-30" };

function hold(db: Database, versionId: string) {
  const round = { versionId, name: "Needs 2027", audience: "members", anonymous: false } as const;
  return holdRound(db, {
    round: { ...round, opensOn: "2027-10-01", closesOn: "2027-10-31" },
    cycle: next,
    memberIds: ["fiji", "nepal"],
    letters: { publicUrl: "https://office.example", officeName: "Test office" },
    ...made,
  });
}

test(
  "the next needs survey is prepared from last year's: name and days a year later, the same members",
  database.rolledBack(async (db) => {
    await officeAtYearsEnd(db);
    const version = await publishedSurvey(db, "needs");
    const round = await openedRound(db, { versionId: version.id, name: "Needs 2026–27" });
    await invited(db, round.id);
    await closeRound(db, { id: round.id, ...made });
    await openNextCycle(db, { from: "2026-2027", pack, ...made });

    expect((await findRoundToPrepareFrom(db, next.id))?.id).toBe(round.id);
    const prepared = (today: string) => prepareRound(db, { fromRoundId: round.id, cycle: next, today });
    const expected = { survey: "needs", name: "Needs 2027–28", memberIds: null };
    expect(await prepared("2027-07-10")).toEqual({ ...expected, opensOn: "2027-10-01", closesOn: "2027-10-31" });
    expect(await prepared("2027-11-05")).toEqual({ ...expected, opensOn: "2027-11-05", closesOn: "2027-12-05" });

    await hold(db, version.id);
    expect(await findRoundToPrepareFrom(db, next.id)).toBeUndefined();
  }),
);

test(
  "only the members that were asked last year are chosen where not all were",
  database.rolledBack(async (db) => {
    await officeAtYearsEnd(db);
    const version = await publishedSurvey(db, "needs");
    const { round } = await sentSurvey(db, { versionId: version.id, round: { closesOn: "2028-02-29" } });
    const prepared = await prepareRound(db, { fromRoundId: round.id, cycle: next, today: "2027-07-10" });
    expect(prepared).toMatchObject({ memberIds: ["fiji"], closesOn: "2029-02-28", name: "Needs survey 2027" });
  }),
);

test(
  "a member is asked about the lines that were not held for it and the requests that were not met",
  database.rolledBack(async (db) => {
    const { requestId } = await officeAtYearsEnd(db);
    const version = await publishedSurvey(db, "needs");
    await openNextCycle(db, { from: "2026-2027", pack, ...made });
    const { links } = await hold(db, version.id);
    const givenTo = async (member: string) => {
      const link = links.find(({ memberId }) => memberId === member);
      return (await opened(db, link?.url.split("/").at(-1) ?? "", new Date("2027-10-05T12:00:00Z"))).given;
    };
    expect(await givenTo("nepal")).toEqual({
      plannedActivities: [{ id: "cancelled", title: "Cancelled for Nepal" }],
      requests: [{ id: requestId, title: "AEO: Own auditors" }],
    });
    expect(await givenTo("fiji")).toEqual({
      activities: [{ id: "was-held", title: "Held for Fiji" }],
      plannedActivities: [{ id: "not-held", title: "Planned for Fiji" }],
    });
  }),
);

test(
  "an unmet request that is still wanted is registered anew as it stands; one that is not, is not",
  database.rolledBack(async (db) => {
    const { requestId } = await officeAtYearsEnd(db);
    const version = await publishedSurvey(db, "needs");
    await openNextCycle(db, { from: "2026-2027", pack, ...made });
    const { token } = await sentSurvey(db, {
      versionId: version.id,
      memberId: "nepal",
      given: { requests: [{ id: requestId, title: "AEO: Own auditors" }] },
      round: { cycleId: next.id },
    });
    const answering = await opened(db, token);
    const { id: responseId } = await begunResponse(db, { answering, at: noon });
    const keep = (still_wanted: string) =>
      keepRequests(db, {
        answering,
        responseId,
        document: { unmet_requests: [{ id: requestId, still_wanted }] },
        at: noon,
      });
    await keep("yes");
    const again = await db.execute("select topic_id, result, row_key, state from request where cycle_id = '2027-2028'");
    expect(again).toEqual([{ topic_id: "aeo", result: "Own auditors", row_key: `again-${requestId}`, state: "open" }]);
    await keep("no");
    expect(await db.execute("select state from request where cycle_id = '2027-2028'")).toEqual([
      { state: "withdrawn" },
    ]);
    expect(await findRequests(db, { cycleId: "2026-2027" })).toMatchObject([{ id: requestId, state: "open" }]);
  }),
);
