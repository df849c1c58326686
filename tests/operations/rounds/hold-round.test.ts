import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openAnswering } from "~/app/operations/answering/open-answering";
import { endRound, holdRound, renewLink } from "~/app/operations/rounds/hold-round";
import { countAnonymousResponses, findAnonymousResponses, submitAnonymously } from "~/db/anonymous-responses";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findInvitationOfMember } from "~/db/invitations";
import { findMails } from "~/db/mail";
import { insertPerson } from "~/db/people";
import { findRounds, insertRound } from "~/db/rounds";
import { publishedSurvey } from "../../support/answering";
import { testDatabase } from "../../support/database";
import { answers, foundOffice, noon, published, system } from "../../support/office";

const database = testDatabase();
const made = { actor: system, at: noon };
const letters = { publicUrl: "https://office.example", officeName: "Test office" };
const cycle = { id: "2026-2027", startsOn: "2026-07-01", endsOn: "2027-06-30" };
const everybody = ["fiji", "nepal", "japan"];

interface Held {
  readonly versionId: string;
  readonly name?: string;
  readonly memberIds?: readonly string[];
}

function hold(db: Database, { versionId, name = "Needs 2026", memberIds = everybody }: Held) {
  const round = { versionId, name, audience: "members", anonymous: false } as const;
  return holdRound(db, {
    round: { ...round, opensOn: "2026-10-01", closesOn: "2026-10-31" },
    cycle,
    memberIds,
    letters,
    ...made,
  });
}

const secretOf = (url: string) => url.split("/").at(-1) ?? "";

test(
  "each member is invited once, by a link of its own that opens the survey; only hashes are stored",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const version = await publishedSurvey(db, "needs");
    const { round, links } = await hold(db, { versionId: version.id });
    expect(round.state).toBe("open");
    expect(links.map(({ memberId }) => memberId)).toEqual(everybody);
    expect(new Set(links.map(({ url }) => url)).size).toBe(3);
    for (const { url, memberId } of links) {
      expect(url).toMatch(/^https:\/\/office\.example\/a\/[\w-]{20,}$/);
      expect(await openAnswering(db, { token: secretOf(url), at: noon })).toMatchObject({
        answering: { invitation: { memberId } },
      });
    }
    const [stored] = await db.execute<{ all: string }>(sql`
      select concat((select json_agg(l) from invitation_link l), (select json_agg(i) from invitation i),
        (select json_agg(a) from audit_event a)) as all`);
    for (const { url } of links) expect(stored?.all).not.toContain(secretOf(url));
    expect(stored?.all.match(/"token_hash":"[0-9a-f]{64}"/g)).toHaveLength(3);
  }),
);

test(
  "contact points get a letter in their own language into the outbox, with their member's link and no other",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const version = await publishedSurvey(db, "needs");
    const mere = { name: "Mere", email: "mere@fiji.example", memberId: "fiji", language: "en" };
    const yuki = { name: "Yuki", email: "yuki@japan.example", memberId: "japan", language: "fr" };
    for (const contact of [mere, yuki]) await insertPerson(db, { ...contact, ...made });
    await insertPerson(db, { name: "Without address", memberId: "fiji", ...made });
    const { links } = await hold(db, { versionId: version.id });

    const mails = await findMails(db);
    const letterTo = (address: string) => mails.find(({ toAddress }) => toAddress === address);
    const linkOf = (member: string) => links.find(({ memberId }) => memberId === member)?.url ?? "none";
    expect(mails).toHaveLength(2);
    expect(letterTo(mere.email)).toMatchObject({ language: "en", template: "invitation" });
    expect(letterTo(mere.email)?.text).toContain("31 October 2026");
    expect(letterTo(mere.email)?.text).toContain(linkOf("fiji"));
    expect(letterTo(mere.email)?.text).not.toContain(linkOf("japan"));
    expect(letterTo(yuki.email)).toMatchObject({ language: "fr" });
    expect(letterTo(yuki.email)?.text).toContain("31 octobre 2026");
    expect(links.map(({ mailedTo }) => mailedTo)).toEqual([[mere.email], [], [yuki.email]]);
  }),
);

test(
  "a form sent twice holds one round and writes each letter once",
  database.committed(async (db) => {
    await foundOffice(db);
    const version = await publishedSurvey(db, "needs");
    await insertPerson(db, { name: "Mere", email: "mere@fiji.example", memberId: "fiji", ...made });
    const both = await Promise.allSettled([hold(db, { versionId: version.id }), hold(db, { versionId: version.id })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "nameTaken" } });
    expect(await findRounds(db)).toHaveLength(1);
    expect(await findMails(db)).toHaveLength(1);
  }),
);

test(
  "a round that cannot be stored invites nobody and leaves no trace",
  database.committed(async (db) => {
    await foundOffice(db);
    const version = await publishedSurvey(db, "needs");
    await expect(
      holdRound(db, {
        round: {
          versionId: version.id,
          name: "Needs 2026",
          audience: "members",
          anonymous: false,
          opensOn: "2026-10-31",
          closesOn: "2026-10-01",
        },
        cycle,
        memberIds: everybody,
        letters,
        ...made,
      }),
    ).rejects.toThrow();
    expect(await findRounds(db)).toEqual([]);
    expect(await findAuditEvents(db, { action: "round:" })).toEqual([]);
  }),
);

test(
  "the round before of the same survey stands beside the answers, whichever version it had; practice does not",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const version = await publishedSurvey(db, "needs");
    const practice = await insertRound(db, {
      round: {
        cycleId: cycle.id,
        versionId: version.id,
        name: "Practice",
        audience: "members",
        anonymous: false,
        practice: true,
        opensOn: "2026-10-01",
        closesOn: "2026-10-31",
      },
      ...made,
    });
    await db.execute(sql`update round set state = 'closed', opened_at = now(), closed_at = now()
      where id = ${practice.id}`);
    const first = await hold(db, { versionId: version.id, name: "First" });
    expect(first.round.previousRoundId).toBeNull();
    await endRound(db, { roundId: first.round.id, ...made });
    const second = await hold(db, { versionId: version.id, name: "Second" });
    expect(second.round.previousRoundId).toBe(first.round.id);
  }),
);

test(
  "a new link opens what the old one opened, and the old one opens nothing any more",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const version = await publishedSurvey(db, "needs");
    const { round, links } = await hold(db, { versionId: version.id, memberIds: ["fiji"] });
    const invitation = await findInvitationOfMember(db, { roundId: round.id, memberId: "fiji" });
    const renewed = await renewLink(db, { invitationId: invitation?.id ?? "", letters, ...made });
    expect(await openAnswering(db, { token: secretOf(renewed ?? ""), at: noon })).toMatchObject({
      answering: { invitation: { memberId: "fiji" } },
    });
    expect(await openAnswering(db, { token: secretOf(links[0]?.url ?? ""), at: noon })).toHaveProperty("refusal");
    const nobody = "01980000-0000-7000-8000-00000000dead";
    expect(await renewLink(db, { invitationId: nobody, letters, ...made })).toBeUndefined();
  }),
);

test(
  "ending an anonymous round shuffles its ratings, after which they can be read",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const version = await published(db, { id: "evaluation", anonymous: true });
    const { round, links } = await holdRound(db, {
      round: {
        versionId: version.id,
        name: "Workshop",
        audience: "shared",
        anonymous: true,
        opensOn: "2026-10-01",
        closesOn: "2026-10-31",
        timeZone: "Pacific/Fiji",
      },
      cycle,
      memberIds: [],
      given: { sessions: [{ id: "s1", title: "Opening" }] },
      letters,
      ...made,
    });
    expect(links).toMatchObject([{ memberId: null, memberName: "Workshop", mailedTo: [] }]);
    for (let n = 1; n <= 6; n++)
      await submitAnonymously(db, {
        roundId: round.id,
        versionId: version.id,
        key: `k${n}`,
        answers: answers({ numbers: [n] }),
        receivedAt: noon,
      });
    expect(await findAnonymousResponses(db, round.id)).toEqual([]);
    expect(await countAnonymousResponses(db, round.id)).toBe(6);
    expect(await endRound(db, { roundId: round.id, ...made })).toMatchObject({ state: "closed" });
    const read = await findAnonymousResponses(db, round.id);
    expect(read.map(({ numbers }) => numbers[0]).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    await expect(endRound(db, { roundId: round.id, ...made })).rejects.toMatchObject({ reason: "roundNotOpen" });
  }),
);

test(
  "a round of a cycle that nobody has used yet adds the cycle",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const version = await publishedSurvey(db, "needs");
    const next = { id: "2027-2028", startsOn: "2027-07-01", endsOn: "2028-06-30" };
    const { round } = await holdRound(db, {
      round: {
        versionId: version.id,
        name: "Needs 2027",
        audience: "members",
        anonymous: false,
        opensOn: "2027-08-01",
        closesOn: "2027-08-31",
      },
      cycle: next,
      memberIds: ["nepal"],
      letters,
      ...made,
    });
    expect(round.cycleId).toBe("2027-2028");
  }),
);
