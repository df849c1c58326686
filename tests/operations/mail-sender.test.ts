import { once } from "node:events";
import pino from "pino";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, it } from "vitest";
import { pauseAfter, startMail } from "~/app/mail/sender";
import { enqueueMails, findMails } from "~/db/mail";
import { testDatabase } from "../support/database";
import { noon } from "../support/office";
import { freePort } from "../support/server";

const database = testDatabase();
const open: { close: () => void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A mail server that really speaks SMTP and keeps what it is sent. */
async function mailServer({ refuse = false } = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error("no such mailbox") : undefined),
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        received.push(text);
        done();
      });
    },
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  open.push(server);
  return { url: `smtp://127.0.0.1:${port}`, received };
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
    const { url } = await mailServer({ refuse: true });
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
