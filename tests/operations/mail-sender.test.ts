import pino from "pino";
import { afterEach, expect, it } from "vitest";
import { pauseAfter, startMail } from "~/app/mail/sender";
import type { Database } from "~/db/engine/database";
import { enqueueMails, findMails } from "~/db/mail";
import { testDatabase } from "../support/database";
import { type MailServer, mailServer as startMailServer } from "../support/mail-server";
import { noon } from "../support/office";
import { freePort } from "../support/server";

const database = testDatabase();
const open: MailServer[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function mailServer(...given: Parameters<typeof startMailServer>): Promise<MailServer> {
  const server = await startMailServer(...given);
  open.push(server);
  return server;
}

const letter = (key: string) => ({
  key,
  toAddress: "contact@customs.example",
  language: "en",
  template: "test",
  subject: "The needs survey is open",
  text: "Good day",
});
const quiet = pino({ level: "silent" });

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200 && !(await condition()); i++) await new Promise((resolve) => setTimeout(resolve, 25));
}

it(
  "sends what waits, once",
  database.committed(async (db) => {
    const { url, received } = await mailServer();
    await enqueueMails(db, { mails: [letter("a"), letter("b"), letter("a")], at: noon });
    const sender = startMail({
      db,
      config: { smtpUrl: url, mailFrom: "office@region.example" },
      log: quiet,
      now: () => noon,
    });
    await until(async () => received.length === 2);
    await sender.stop();
    expect(received).toHaveLength(2);
    expect(received[0]).toContain("From: office@region.example");
    expect((await findMails(db)).map(({ state }) => state)).toEqual(["sent", "sent"]);
  }),
);

it(
  "keeps a refused letter with the reason and tries again later",
  database.committed(async (db) => {
    const { url } = await mailServer({ refuse: "forGood" });
    await enqueueMails(db, { mails: [letter("a")], at: noon });
    const sender = startMail({
      db,
      config: { smtpUrl: url, mailFrom: "office@region.example" },
      log: quiet,
      now: () => noon,
    });
    await until(async () => (await findMails(db))[0]?.lastError !== null);
    await sender.stop();
    const [mail] = await findMails(db);
    expect(mail).toMatchObject({ state: "queued", attempts: 1, sendAfter: new Date(noon.getTime() + pauseAfter(1)) });
    expect(mail?.lastError).toContain("no such mailbox");
  }),
);

it(
  "leaves letters in the outbox when no mail server is configured",
  database.committed(async (db) => {
    await enqueueMails(db, { mails: [letter("a")], at: noon });
    const sender = startMail({
      db,
      config: { smtpUrl: undefined, mailFrom: "x@y.example" },
      log: quiet,
      now: () => noon,
    });
    sender.wake();
    await sender.stop();
    expect((await findMails(db))[0]?.state).toBe("queued");
  }),
);

it("waits longer after each failure, a day at most", () => {
  expect([1, 2, 3].map(pauseAfter)).toEqual([60_000, 120_000, 240_000]);
  expect(pauseAfter(30)).toBe(24 * 3600 * 1000);
});

const sending = (db: Database, smtpUrl: string, now: () => Date, silence?: number) =>
  startMail({
    db,
    config: { smtpUrl, mailFrom: "office@region.example" },
    log: quiet,
    now,
    ...(silence ? { silence } : {}),
  });

it(
  "keeps letters while the mail server is down, with the reason, and sends each once when it is back",
  database.committed(async (db) => {
    const port = await freePort();
    let at = noon;
    await enqueueMails(db, { mails: [letter("a"), letter("b")], at });
    const sender = sending(db, `smtp://127.0.0.1:${port}`, () => at);
    await until(async () => (await findMails(db)).every(({ lastError }) => lastError !== null));
    expect((await findMails(db)).map(({ state, lastError }) => [state, /ECONNREFUSED/.test(lastError ?? "")])).toEqual([
      ["queued", true],
      ["queued", true],
    ]);

    const { received } = await mailServer({ port });
    at = new Date(noon.getTime() + pauseAfter(1));
    sender.wake();
    await until(async () => (await findMails(db)).every(({ state }) => state === "sent"));
    await sender.stop();
    expect(received).toHaveLength(2);
  }),
);

it(
  "tries again where a mail server says that it is busy",
  database.committed(async (db) => {
    const { url } = await mailServer({ refuse: "forNow" });
    await enqueueMails(db, { mails: [letter("a")], at: noon });
    const sender = sending(db, url, () => noon);
    await until(async () => (await findMails(db))[0]?.lastError !== null);
    await sender.stop();
    const [mail] = await findMails(db);
    expect(mail?.state).toBe("queued");
    expect(mail?.lastError).toContain("come back later");
  }),
);

it(
  "gives a mail server up that takes a letter and says nothing, and sends it again with the same Message-ID",
  database.committed(async (db) => {
    const silent = await mailServer({ silent: true });
    let at = noon;
    await enqueueMails(db, { mails: [letter("a")], at });
    const first = sending(db, silent.url, () => at, 300);
    await until(async () => (await findMails(db))[0]?.lastError !== null);
    await first.stop();
    expect((await findMails(db))[0]?.lastError).toMatch(/timeout/i);

    const server = await mailServer();
    at = new Date(noon.getTime() + pauseAfter(1));
    const second = sending(db, server.url, () => at);
    await until(async () => (await findMails(db))[0]?.state === "sent");
    await second.stop();
    const idOf = (text = "") => /^Message-ID: (.+)$/im.exec(text)?.[1];
    expect(idOf(server.received[0])).toBe(idOf(silent.received[0]));
    expect(idOf(server.received[0])).toBeDefined();
  }),
);

it(
  "stops within seconds although the mail server says nothing, and the letter is taken over later",
  database.committed(async (db) => {
    const silent = await mailServer({ silent: true });
    await enqueueMails(db, { mails: [letter("a"), letter("b")], at: noon });
    const sender = sending(db, silent.url, () => noon);
    await until(async () => silent.received.length === 1);
    const began = performance.now();
    await sender.stop();
    expect(performance.now() - began).toBeLessThan(8_000);
    // One was under way; the other was never claimed, so that nothing keeps it from another process.
    expect((await findMails(db)).map(({ state }) => state).sort()).toEqual(["queued", "sending"]);

    const { url, received } = await mailServer();
    const later = sending(db, url, () => new Date(noon.getTime() + 11 * 60_000));
    await until(async () => (await findMails(db)).every(({ state }) => state === "sent"));
    await later.stop();
    expect(received).toHaveLength(2);
  }),
);

it(
  "sends what was written before the clock was set back, without waiting until then",
  database.committed(async (db) => {
    const { url, received } = await mailServer();
    const ahead = new Date(noon.getTime() + 5 * 3600_000);
    const planned = new Date(ahead.getTime() + 3600_000);
    await enqueueMails(db, { mails: [letter("now"), { ...letter("planned"), sendAfter: planned }], at: ahead });
    const sender = sending(db, url, () => noon);
    await until(async () => received.length === 1);
    await sender.stop();
    expect((await findMails(db)).map(({ key, state }) => `${key} ${state}`).sort()).toEqual([
      "now sent",
      "planned queued",
    ]);
  }),
);
