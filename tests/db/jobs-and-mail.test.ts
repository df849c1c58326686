import { describe, expect, test } from "vitest";
import type { Database } from "~/db/engine/database";
import {
  cancelJob,
  claimJob,
  enqueueJob,
  failJob,
  findJob,
  finishJob,
  reportJobProgress,
  requeueDeadJobs,
} from "~/db/jobs";
import { claimMails, enqueueMails, findMails, markMailFailed, markMailSent } from "~/db/mail";
import { testDatabase } from "../support/database";
import { noon } from "../support/office";

const database = testDatabase();
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const claim = (db: Database, worker: string, at = noon) => claimJob(db, { kinds: ["solve"], worker, at });

describe("a job", () => {
  test(
    "is taken by one of two workers",
    database.committed(async (db) => {
      const { id } = await enqueueJob(db, { kind: "solve", payload: { budget: 0 }, createdAt: noon });
      const taken = await Promise.all([claim(db, "a"), claim(db, "b")]);
      expect(taken.filter((job) => job?.id === id)).toHaveLength(1);
    }),
  );

  test(
    "is queued once for its key, and again after it has ended",
    database.rolledBack(async (db) => {
      const ask = () => enqueueJob(db, { kind: "solve", payload: null, onlyKey: "proposal 1", createdAt: noon });
      const first = await ask();
      expect((await ask()).id).toBe(first.id);
      await claim(db, "a");
      await finishJob(db, { id: first.id, worker: "a", result: { lines: 3 }, at: noon });
      expect((await ask()).id).not.toBe(first.id);
      expect(await findJob(db, first.id)).toMatchObject({ state: "finished", result: { lines: 3 } });
    }),
  );

  test(
    "waits for its time and gives way to a more urgent one",
    database.rolledBack(async (db) => {
      await enqueueJob(db, { kind: "solve", payload: 1, createdAt: noon, runAfter: minutesLater(5) });
      const urgent = await enqueueJob(db, {
        kind: "solve",
        payload: 2,
        createdAt: noon,
        runAfter: minutesLater(5),
        priority: 1,
      });
      expect(await claim(db, "a")).toBeUndefined();
      expect((await claim(db, "a", minutesLater(5)))?.id).toBe(urgent.id);
    }),
  );

  test(
    "tells its worker to stop when it was cancelled",
    database.rolledBack(async (db) => {
      const { id } = await enqueueJob(db, { kind: "solve", payload: null, createdAt: noon });
      await claim(db, "a");
      expect(await reportJobProgress(db, { id, worker: "a", progress: { done: 1 }, at: noon })).toBe("goOn");
      await cancelJob(db, { id, at: noon });
      expect(await reportJobProgress(db, { id, worker: "a", at: noon })).toBe("stop");
    }),
  );

  test(
    "of a worker that died goes to another, whose result counts",
    database.rolledBack(async (db) => {
      const { id } = await enqueueJob(db, { kind: "solve", payload: null, createdAt: noon });
      await claim(db, "dead");
      expect(await requeueDeadJobs(db, { silentSince: minutesLater(1), at: minutesLater(2) })).toBe(1);
      expect((await claim(db, "alive", minutesLater(2)))?.attempts).toBe(2);
      expect(await finishJob(db, { id, worker: "dead", result: "late", at: minutesLater(3) })).toBe(false);
      expect(await finishJob(db, { id, worker: "alive", result: "right", at: minutesLater(3) })).toBe(true);
    }),
  );

  test(
    "fails for good after its last attempt",
    database.rolledBack(async (db) => {
      const { id } = await enqueueJob(db, { kind: "solve", payload: null, maxAttempts: 2, createdAt: noon });
      for (const expected of ["queued", "failed"]) {
        await claim(db, "a", minutesLater(10));
        await failJob(db, { id, worker: "a", error: "no route", retryAt: minutesLater(1), at: noon });
        expect(await findJob(db, id)).toMatchObject({ state: expected, error: "no route" });
      }
    }),
  );
});

const letter = (key: string) => ({
  key,
  toAddress: `${key}@example.org`,
  language: "en",
  template: "invitation",
  subject: "Needs survey",
  text: "Please answer.",
});

describe("a letter", () => {
  test(
    "with a key that is there already is not put into the outbox",
    database.rolledBack(async (db) => {
      await enqueueMails(db, { mails: [letter("fiji")], at: noon });
      expect(await enqueueMails(db, { mails: [letter("fiji"), letter("nepal"), letter("nepal")], at: noon })).toBe(1);
      expect((await findMails(db)).map(({ key }) => key).sort()).toEqual(["fiji", "nepal"]);
    }),
  );

  test(
    "is taken once, and again only when its process has died",
    database.rolledBack(async (db) => {
      await enqueueMails(db, { mails: [letter("fiji")], at: noon });
      const take = (minutes: number) =>
        claimMails(db, { at: minutesLater(minutes), abandonedBefore: minutesLater(minutes - 10) });
      expect(await take(0)).toHaveLength(1);
      expect(await take(1)).toHaveLength(0);
      expect(await take(11)).toMatchObject([{ attempts: 2 }]);
    }),
  );

  test(
    "that failed is tried again later, and is sent at most once",
    database.rolledBack(async (db) => {
      await enqueueMails(db, { mails: [letter("fiji")], at: noon });
      const [first] = await claimMails(db, { at: noon, abandonedBefore: noon });
      await markMailFailed(db, { id: first?.id ?? "", error: "line dropped", retryAt: minutesLater(5) });
      expect(await claimMails(db, { at: minutesLater(1), abandonedBefore: noon })).toEqual([]);
      const [second] = await claimMails(db, { at: minutesLater(5), abandonedBefore: noon });
      await markMailSent(db, { id: second?.id ?? "", at: minutesLater(5) });
      expect(await findMails(db, { state: "sent" })).toMatchObject([{ sentAt: minutesLater(5), attempts: 2 }]);
      expect(await claimMails(db, { at: minutesLater(60), abandonedBefore: minutesLater(50) })).toEqual([]);
    }),
  );
});

describe("after the clock was set back", () => {
  const before = minutesLater(300);

  test(
    "a job from before is done without waiting until then, one that was to wait still waits",
    database.rolledBack(async (db) => {
      const waiting = await enqueueJob(db, {
        kind: "solve",
        payload: 1,
        createdAt: before,
        runAfter: minutesLater(400),
      });
      const due = await enqueueJob(db, { kind: "solve", payload: 2, createdAt: before });
      expect((await claim(db, "a"))?.id).toBe(due.id);
      expect(await claim(db, "a")).toBeUndefined();
      expect(await findJob(db, waiting.id)).toMatchObject({ state: "queued" });
    }),
  );

  test(
    "a job whose worker died before is given to another",
    database.rolledBack(async (db) => {
      const { id } = await enqueueJob(db, { kind: "solve", payload: 1, createdAt: before });
      await claim(db, "dead", before);
      expect(await requeueDeadJobs(db, { silentSince: minutesLater(-1), at: noon })).toBe(1);
      expect((await claim(db, "b"))?.id).toBe(id);
    }),
  );

  test(
    "a letter that was under way before is taken over",
    database.rolledBack(async (db) => {
      await enqueueMails(db, { mails: [letter("a")], at: before });
      await claimMails(db, { at: before, abandonedBefore: before });
      expect(await claimMails(db, { at: noon, abandonedBefore: minutesLater(-10) })).toHaveLength(1);
    }),
  );
});
