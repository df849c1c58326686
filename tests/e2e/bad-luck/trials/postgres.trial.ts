import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enqueueJob } from "~/db/jobs";
import { enqueueMails } from "~/db/mail";
import { mailServer } from "~/tests/support/mail-server";
import { type OwnPostgres, ownPostgres } from "~/tests/support/own-postgres";
import { startServer } from "~/tests/support/server";
import { countSubmissions, savingMember, sendAll, settleAll, submittingPeople } from "../answering-clients";
import { openOf, openOfficeSurvey } from "../held-office";

const RIVER_PROVINCES = "tests/fixtures/regions/river-provinces";
const SECRET = "a secret of the tests, thirty-two or more";

let engine: OwnPostgres;
beforeAll(async () => {
  engine = await ownPostgres();
});
afterAll(() => engine?.remove());

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it never came to be");
}

describe("PostgreSQL", () => {
  test.each(["fast", "immediate"] as const)("stopped (%s) under load and back loses nothing", async (mode) => {
    const env = { DATABASE_URL: await engine.create(`stopped_${mode}`) };
    const { kept, shared } = await openOfficeSurvey(env, { members: 4 });
    const clients = [...kept.map(savingMember), ...Array.from({ length: 4 }, () => submittingPeople(shared))];
    const acknowledged = () => clients.reduce((sum, client) => sum + client.acknowledged(), 0);
    const server = await startServer(env, ["--empty"]);
    const page = `${server.url}/a/${kept[0]}`;

    const stop = sendAll(clients, server.url);
    await until(() => acknowledged() >= 40);
    engine.stop(mode);
    const told = await fetch(page).catch((error: unknown) => {
      throw new Error(`the server does not answer any more: ${server.output()}`, { cause: error });
    });
    expect(told.status).toBe(503);
    expect(await told.text()).toContain("The database does not answer");
    expect((await fetch(`${server.url}/health`)).status).toBe(503);
    const down = acknowledged();
    engine.start();
    await until(() => acknowledged() >= down + 40);
    await stop();
    await settleAll(clients, server.url);
    expect((await fetch(page)).status).toBe(200);
    await server.stop();

    const opened = await openOf(env);
    const faults = (await Promise.all(clients.map((client) => client.faults(opened.db)))).flat();
    const stored = await countSubmissions(opened.db);
    await opened.close();
    expect(faults).toEqual([]);
    expect(stored).toBe(clients.slice(4).reduce((sum, client) => sum + client.acknowledged(), 0));
    console.log(`PostgreSQL stopped (${mode}) under load: ${acknowledged()} acknowledged, all there, none twice`);
  });

  test("serves two processes: sessions are shared, letters go out once, jobs are done once", async () => {
    const mails = await mailServer();
    const env = {
      DATABASE_URL: await engine.create("shared"),
      REGION: RIVER_PROVINCES,
      DEMONSTRATION: "1",
      SECRET,
      SMTP_URL: mails.url,
    };
    // Both at once in a new database: one founds the office, the other finds it.
    const servers = await Promise.all([startServer(env), startServer(env)]);
    const [first, second] = servers.map(({ url }) => url);
    const entered = await fetch(`${first}/demonstration/administrator`, { method: "POST", redirect: "manual" });
    const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    for (const url of [first, second]) {
      const page = await fetch(`${url}/office/work`, { headers: { cookie }, redirect: "manual" });
      expect(page.status).toBe(200);
    }

    const opened = await openOf(env);
    const now = new Date();
    await opened.db.transaction(async (tx) => {
      const letters = Array.from({ length: 40 }, (_, n) => ({
        key: `letter-${n}`,
        toAddress: `person-${n}@customs.example`,
        language: "en",
        template: "test",
        subject: `Letter ${n}`,
        text: "Good day",
      }));
      await enqueueMails(tx, { mails: letters, at: now });
    });
    const [round] = await opened.db.execute<{ id: string }>(
      sql`select r.id from round r where r.state = 'closed' order by r.id limit 1`,
    );
    for (let n = 0; n < 6; n++) {
      await enqueueJob(opened.db, { kind: "ranking", payload: { roundId: round?.id }, createdAt: now });
    }
    await until(() => mails.received.length >= 40);
    const jobs = () =>
      opened.db.execute<{ state: string; attempts: number; worker: string }>(
        sql`select state, attempts, worker from job order by id`,
      );
    await until(async () => [...(await jobs())].every(({ state }) => state === "finished"));
    const done = [...(await jobs())];
    expect(done.length).toBeGreaterThanOrEqual(6);
    expect(done.every(({ attempts }) => attempts === 1)).toBe(true);
    const letters = await opened.db.execute<{ n: number }>(
      sql`select count(*)::int as n from outgoing_mail where state = 'sent' and attempts = 1 and key like 'letter-%'`,
    );
    await opened.close();
    for (const server of servers) await server.stop();
    expect(letters[0]?.n).toBe(40);
    const subjects = mails.received.flatMap((text) => /^Subject: (Letter \d+)\r?$/m.exec(text)?.[1] ?? []);
    expect(new Set(subjects).size).toBe(40);
    expect(subjects).toHaveLength(40);
    mails.close();
    console.log(
      `two processes: 40 letters sent once, ${done.length} jobs done once by ${new Set(done.map(({ worker }) => worker)).size} processes`,
    );
  });
});
