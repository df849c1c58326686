import type { AppLoadContext } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { saveSentEntries } from "~/app/operations/answering/save-entries";
import { remindMembers } from "~/app/operations/rounds/remind-members";
import { action, loader } from "~/app/routes/rounds.$roundId/route";
import { loader as csvLoader } from "~/app/routes/rounds.$roundId[.]csv/route";
import { action as newRound } from "~/app/routes/rounds.new/route";
import { findAuditEvents } from "~/db/audit";
import { findResponse } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { findInvitationOfMember, findLinks } from "~/db/invitations";
import { findMails } from "~/db/mail";
import { findResponseHistory } from "~/db/response-states";
import { findRound, findRounds } from "~/db/rounds";
import { cycles } from "~/db/schema/cycles";
import { findTracking } from "~/db/tracking";
import { opened } from "../support/answering";
import { appContext, viewerWith } from "../support/app-context";
import { testDatabase } from "../support/database";
import { bundledOffice, heldSurvey } from "../support/held-survey";
import { noon, person } from "../support/office";

// The coordinator's page of a round: who stands where, and what the buttons do.

const database = testDatabase();

interface Sent {
  readonly context: AppLoadContext;
  readonly roundId: string;
  readonly fields: Readonly<Record<string, string>>;
}

async function press({ context, roundId, fields }: Sent) {
  const request = new Request(`http://localhost/rounds/${roundId}`, {
    method: "POST",
    body: new URLSearchParams(fields),
  });
  const reply = await action({ request, params: { roundId }, context });
  return "data" in reply ? { status: reply.init?.status ?? 200, ...reply.data } : "done";
}

function look(context: AppLoadContext, roundId: string) {
  return loader({ request: new Request(`http://localhost/rounds/${roundId}`), params: { roundId }, context });
}

const heldBy = (answering: readonly string[]) => async (db: Database) => {
  const { pack, cycle, version } = await bundledOffice(db);
  const round = await heldSurvey(db, { pack, cycleId: cycle.id, versionId: version.id, answering, close: false });
  const { id: personId } = await person(db, { name: "Coordinator", role: "coordinator" });
  const viewer = { ...viewerWith("coordinator"), personId };
  return { pack, round, version, context: appContext(db, { pack, viewer }) };
};

test(
  "coverage counts those who sent their answers of all members, by sub-region and for the small islands",
  database.rolledBack(async (db) => {
    const { pack, round, context } = await heldBy(["fiji", "tonga", "japan"])(db);
    const page = await look(context, round.id);
    const islands = pack.planning.equity.value.group;
    const small = pack.groups.find(({ id }) => id === islands)?.members ?? [];
    expect(page.coverage.find(({ id }) => id === islands)).toMatchObject({
      members: small.length,
      invited: small.length,
      submitted: ["fiji", "tonga", "japan"].filter((id) => small.includes(id)).length,
    });
    const subRegions = page.coverage.filter(({ kind }) => kind === "subRegion");
    expect(subRegions.reduce((sum, { members }) => sum + members, 0)).toBe(pack.members.length);
    expect(subRegions.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(3);
    expect(page.finding).toMatch(new RegExp(`^3 of ${pack.members.length} invited members have answered, 9`));
    expect(page.members.filter(({ progress }) => progress === "submitted")).toHaveLength(3);
  }),
);

test(
  "the tracking as CSV has a row for each member and no answer",
  database.rolledBack(async (db) => {
    const { pack, round, context } = await heldBy(["fiji"])(db);
    const request = new Request(`http://localhost/rounds/${round.id}.csv`);
    const reply = await csvLoader({ request, params: { roundId: round.id }, context });
    const lines = (await reply.text()).trim().split(/\r?\n/);
    const header = lines.findIndex((line) => /member,sub-region,state/.test(line));
    expect(header).toBeGreaterThanOrEqual(0);
    expect(lines.length - header - 1).toBe(pack.members.length);
    expect(lines.find((line) => line.startsWith("fiji,"))).toMatch(/,submitted,/);
  }),
);

test(
  "opening Fiji's answer again needs a reason, which its history keeps; then it does not count any more",
  database.rolledBack(async (db) => {
    const { round, context } = await heldBy(["fiji"])(db);
    const responseId = (await findTracking(db, round.id)).find(({ memberId }) => memberId === "fiji")?.responseId ?? "";
    const reopen = { intent: "reopen", responseId };
    expect(await press({ context, roundId: round.id, fields: { ...reopen, reason: " " } })).toMatchObject({
      status: 400,
      errors: { [`reason-${responseId}`]: ["Say why: the member sees the reason."] },
    });
    const again = { ...reopen, reason: "Two requests were sent twice." };
    expect(await press({ context, roundId: round.id, fields: again })).toBe("done");
    expect(await findResponse(db, responseId)).toMatchObject({ state: "reopened" });
    expect((await findResponseHistory(db, responseId)).at(-1)).toMatchObject({
      reason: "Two requests were sent twice.",
    });
    expect((await look(context, round.id)).coverage.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(0);
    expect(await press({ context, roundId: round.id, fields: again })).toMatchObject({ status: 409 });
  }),
);

test(
  "a response or a link of another round cannot be changed from this one's page",
  database.rolledBack(async (db) => {
    const { pack, round, version, context } = await heldBy(["fiji"])(db);
    const other = await heldSurvey(db, {
      pack,
      cycleId: round.cycleId,
      versionId: version.id,
      answering: [],
      close: false,
    });
    const [tracked] = (await findTracking(db, round.id)).filter(({ memberId }) => memberId === "fiji");
    const stray: readonly Readonly<Record<string, string>>[] = [
      { intent: "reopen", responseId: tracked?.responseId ?? "", reason: "By mistake" },
      { intent: "link", invitationId: tracked?.invitationId ?? "" },
    ];
    for (const fields of stray)
      await expect(press({ context, roundId: other.id, fields })).rejects.toMatchObject({ status: 404 });
    expect(await findResponse(db, tracked?.responseId ?? "")).toMatchObject({ state: "submitted" });
  }),
);

test(
  "a new link is shown once with its member, and replaces the old one",
  database.rolledBack(async (db) => {
    const { round, context } = await heldBy([])(db);
    const invitation = await findInvitationOfMember(db, { roundId: round.id, memberId: "fiji" });
    const fields = { intent: "link", invitationId: invitation?.id ?? "" };
    expect(await press({ context, roundId: round.id, fields })).toMatchObject({
      status: 200,
      link: { member: "Fiji", url: expect.stringMatching(/\/a\/[\w-]{20,}$/) },
    });
    const links = await findLinks(db, invitation?.id ?? "");
    expect(links.map(({ revokedAt }) => revokedAt !== null)).toEqual([true, false]);
  }),
);

test(
  "the last day can be moved, not before the first and not to a day that is over everywhere",
  database.rolledBack(async (db) => {
    const { round, context } = await heldBy([])(db);
    const move = (closesOn: string) => press({ context, roundId: round.id, fields: { intent: "extend", closesOn } });
    for (const wrong of ["2026-09-30", "2026-10-04", "31 March", ""])
      expect(await move(wrong), wrong).toMatchObject({ status: 400, errors: { closesOn: [expect.any(String)] } });
    expect(await findRound(db, round.id)).toMatchObject({ closesOn: "2026-10-31" });
    expect(await move("2026-11-15")).toBe("done");
    expect(await findRound(db, round.id)).toMatchObject({ closesOn: "2026-11-15" });
  }),
);

test(
  "closing asks first; a second close at once says that somebody was faster",
  database.rolledBack(async (db) => {
    const { round, context } = await heldBy([])(db);
    const close = { context, roundId: round.id };
    expect(await press({ ...close, fields: { intent: "close" } })).toMatchObject({ status: 400 });
    expect(await press({ ...close, fields: { intent: "close", confirm: "yes" } })).toBe("done");
    expect(await press({ ...close, fields: { intent: "close", confirm: "yes" } })).toMatchObject({ status: 409 });
    expect(await findAuditEvents(db, { action: "round:close" })).toHaveLength(1);
  }),
);

test(
  "a new round keeps what was typed with a sentence per fault, and a second one of the same name is refused",
  database.rolledBack(async (db) => {
    const { context } = await heldBy([])(db);
    const form = { survey: "needs", name: "Needs survey, second half", opensOn: "2026-10-01", closesOn: "2026-11-30" };
    const send = async (fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ ...form, zone: "Asia/Seoul", audience: "all", ...fields });
      const reply = await newRound({
        request: new Request("http://localhost/rounds/new", { method: "POST", body }),
        params: {},
        context,
      });
      return "init" in reply ? { status: reply.init?.status, ...reply.data } : { status: 200, ...reply };
    };
    const faults: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ name: " " }, "name"],
      [{ closesOn: "2026-09-01" }, "closesOn"],
      [{ opensOn: "2026-09-01", closesOn: "2026-10-03" }, "closesOn"],
      [{ opensOn: "tomorrow" }, "opensOn"],
      [{ zone: "+05:00" }, "zone"],
      [{ audience: "some" }, "members"],
      [{ audience: "some", members: "atlantis" }, "members"],
      [{ survey: "unknown" }, "survey"],
      [{ "given-sessions": "row\n".repeat(100) }, "given-sessions"],
    ];
    for (const [fields, field] of faults) {
      const reply = await send(fields);
      expect(reply, field).toMatchObject({ status: 400, held: null, errors: { [field]: [expect.any(String)] } });
      expect(reply.values).toMatchObject({ ...form, ...fields });
    }
    expect(await findRounds(db)).toHaveLength(1);
    const held = await send({});
    expect(held).toMatchObject({ status: 200, held: { name: form.name } });
    expect(await send({})).toMatchObject({
      status: 409,
      errors: { name: [expect.stringMatching(/under way already/)] },
    });
    expect(await findRounds(db)).toHaveLength(2);
  }),
);

test(
  "a new round in a cycle that is closed at the same moment is not held; the page says so and keeps what was typed",
  database.rolledBack(async (db) => {
    const { context, round } = await heldBy([])(db);
    // As another server's closing leaves the row, after this one has read which cycle is current.
    await db.update(cycles).set({ openedAt: noon, closedAt: noon }).where(eq(cycles.id, round.cycleId));
    const form = { survey: "needs", name: "Too late", opensOn: "2026-10-01", closesOn: "2026-11-30", audience: "all" };
    const body = new URLSearchParams({ ...form, zone: "Asia/Seoul" });
    const request = new Request("http://localhost/rounds/new", { method: "POST", body });
    expect(await newRound({ request, params: {}, context })).toMatchObject({
      init: { status: 409 },
      data: { held: null, values: form, errors: { "": [expect.stringMatching(/cycle was closed/)] } },
    });
    expect(await findRounds(db)).toHaveLength(1);
  }),
);

test(
  "the answers of a member that sent them are counted, though its draft is empty",
  database.rolledBack(async (db) => {
    const { round, context } = await heldBy(["fiji"])(db);
    const { members } = await look(context, round.id);
    const fiji = members.find(({ name }) => name === "Fiji");
    // Two ratings of 39 topics, and what else is asked.
    expect(fiji?.entries).toBeGreaterThan(80);
    expect(members.find(({ name }) => name === "Tonga")?.entries).toBe(0);
  }),
);

test(
  "a closed round makes no new link",
  database.rolledBack(async (db) => {
    const { round, context } = await heldBy([])(db);
    const invitation = await findInvitationOfMember(db, { roundId: round.id, memberId: "fiji" });
    await press({ context, roundId: round.id, fields: { intent: "close", confirm: "yes" } });
    const fields = { intent: "link", invitationId: invitation?.id ?? "" };
    expect(await press({ context, roundId: round.id, fields })).toMatchObject({
      status: 409,
      errors: { "": ["The round is closed: a new link would open nothing. Move the last day first."] },
    });
    expect((await findLinks(db, invitation?.id ?? "")).map(({ revokedAt }) => revokedAt)).toEqual([null]);
  }),
);

describe("a reminder", () => {
  const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
  const letters = { publicUrl: "https://office.example", officeName: "Asia/Pacific" };

  /** Fiji has answered, Vanuatu and Tonga are silent; both have a contact point, Vanuatu's reads French. */
  async function threeMembers(db: Database) {
    const held = await heldBy(["fiji"])(db);
    await person(db, { name: "Mere", role: "member", memberId: "fiji" });
    await person(db, {
      name: "Jeanne",
      role: "member",
      memberId: "vanuatu",
      language: "fr",
    });
    await person(db, { name: "Sione", role: "member", memberId: "tonga" });
    const remind = (at: Date, actor = {}) => remindMembers(db, { roundId: held.round.id, letters, actor, at });
    return { ...held, remind };
  }
  const reminders = async (db: Database) => (await findMails(db)).filter(({ template }) => template === "reminder");

  test(
    "goes to the silent only, in their language, with the end in their zone and a link that opens the survey",
    database.rolledBack(async (db) => {
      const { remind } = await threeMembers(db);
      expect(await remind(hoursLater(1))).toMatchObject({ written: 2 });
      const mails = await reminders(db);
      expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(["jeanne@example.org", "sione@example.org"]);
      const french = mails.find(({ language }) => language === "fr");
      expect(french?.subject).toBe("Needs survey 2026 : rappel");
      expect(french?.text).toMatch(/31 octobre 2026, minuit \(.*Vanuatu.*\)/);
      const token = /\/a\/([\w-]+)/.exec(french?.text ?? "")?.[1] ?? "";
      expect((await opened(db, token, hoursLater(1))).member).toMatchObject({ id: "vanuatu" });
    }),
  );

  test(
    "leaves the link of the invitation good, and is in the audit trail once",
    database.rolledBack(async (db) => {
      const { remind, round } = await threeMembers(db);
      await remind(hoursLater(1));
      expect((await opened(db, `${round.id}/tonga`, hoursLater(1))).member).toMatchObject({ id: "tonga" });
      const [event] = await findAuditEvents(db, { action: "round:remind" });
      expect(event?.details.invitations).toHaveLength(2);
    }),
  );

  test(
    "is not written twice within a day",
    database.rolledBack(async (db) => {
      const { remind } = await threeMembers(db);
      await remind(hoursLater(1));
      expect(await remind(hoursLater(20))).toMatchObject({ written: 0 });
      expect(await reminders(db)).toHaveLength(2);
      expect(await remind(hoursLater(26))).toMatchObject({ written: 2 });
    }),
  );

  test(
    "waits three days after the last save of somebody who has begun",
    database.rolledBack(async (db) => {
      const { remind, round } = await threeMembers(db);
      await saveSentEntries(db, {
        answering: await opened(db, `${round.id}/tonga`),
        sent: [{ path: "contact", value: "Sione", baseVersion: 0, key: "a-key-of-tonga" }],
        language: "en",
        at: noon,
      });
      await remind(hoursLater(1));
      expect((await reminders(db)).map(({ toAddress }) => toAddress)).toEqual(["jeanne@example.org"]);
      await remind(hoursLater(73));
      const [latest] = (await reminders(db)).filter(({ toAddress }) => toAddress.includes("sione"));
      expect(latest?.text).toMatch(/Tonga has begun the survey/);
    }),
  );

  test(
    "sent by two coordinators at once goes out once",
    database.committed(async (db) => {
      const { remind } = await threeMembers(db);
      const written = await Promise.all([remind(hoursLater(1)), remind(hoursLater(1))]);
      expect(written.map((one) => one?.written).sort()).toEqual([0, 2]);
      expect(await reminders(db)).toHaveLength(2);
    }),
  );

  test(
    "is pressed on the round's page, which then says how many were written to and who cannot be",
    database.rolledBack(async (db) => {
      const { context, round, pack } = await threeMembers(db);
      const reply = await action({
        request: new Request(`http://localhost/rounds/${round.id}`, {
          method: "POST",
          body: new URLSearchParams({ intent: "remind" }),
        }),
        params: { roundId: round.id },
        context,
      });
      const address = reply instanceof Response ? reply.headers.get("location") : null;
      expect(address).toBe(`/rounds/${round.id}?reminded=2&without=${pack.members.length - 3}`);
      const request = new Request(`http://localhost${address}`);
      const { told } = await loader({ request, params: { roundId: round.id }, context });
      expect(told).toMatch(/^2 members were reminded\. 32 members have nobody with a mail address/);
    }),
  );

  test(
    "is refused after the round was closed",
    database.rolledBack(async (db) => {
      const { remind, context, round } = await threeMembers(db);
      await press({ context, roundId: round.id, fields: { intent: "close", confirm: "yes" } });
      await expect(remind(hoursLater(1))).rejects.toMatchObject({ reason: "roundNotOpen" });
    }),
  );
});
