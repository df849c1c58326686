import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "~/app/auth/permissions";
import { demonstrationJob } from "~/app/jobs/demonstration-job";
import { compiledVersion } from "~/app/operations/answering/compiled-version";
import { openAnswering } from "~/app/operations/answering/open-answering";
import { rankRound } from "~/app/operations/ranking/rank-round";
import { findActivities, findParticipants } from "~/db/activities";
import { findAnalysisRuns } from "~/db/analysis-runs";
import { findAuditEvents } from "~/db/audit";
import type { OpenDatabase } from "~/db/engine/open-database";
import { findExperts } from "~/db/experts";
import { findJobs } from "~/db/jobs";
import { findOffice } from "~/db/office";
import { findPeopleWithRole } from "~/db/people";
import { findProposals } from "~/db/proposals";
import { findRequests } from "~/db/requests";
import { findRoundAnswers } from "~/db/round-answers";
import { findRounds } from "~/db/rounds";
import { findTracking } from "~/db/tracking";
import type { AnswerDocument } from "~/surveys/answer-document";
import { pairedRatings, topFiveBallots } from "~/surveys/answers-by-measure";
import { openTestDatabase, testDatabase } from "~/tests/support/database";
import { ASIA_PACIFIC, demonstrationOffice, RIVER_PROVINCES } from "~/tests/support/demonstration";

describe("the demonstration of Asia/Pacific", () => {
  let opened: OpenDatabase | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase();
    await demonstrationOffice(opened.db, { folder: ASIA_PACIFIC });
  }, 300_000);
  afterAll(async () => opened?.close());
  const db = () => {
    if (!opened) throw new Error("opened before all");
    return opened.db;
  };
  const roundNamed = async (end: string) => {
    const round = (await findRounds(db())).find(({ name }) => name.endsWith(end));
    if (!round) throw new Error(`no round ${end}`);
    return round;
  };
  const answersNow = async () => {
    const round = await roundNamed("2026–27");
    const { compiled } = await compiledVersion(db(), round.versionId);
    const answers = await findRoundAnswers(db(), { roundId: round.id });
    const coded = answers.map(({ memberId, document, codes, numbers }) => ({
      member: memberId,
      document: document as AnswerDocument,
      codes,
      numbers,
      rows: [],
    }));
    return {
      round,
      compiled,
      answers,
      ratings: pairedRatings(compiled, coded),
      ballots: topFiveBallots(compiled, coded),
    };
  };
  const numbers = (values: readonly unknown[]) => values.filter((value): value is number => typeof value === "number");
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test("has a closed survey that 27 of 35 members answered, one of the year before, and one open for practice", async () => {
    const rounds = (await findRounds(db())).map(({ name, state, practice, invited, submitted }) => [
      name,
      state,
      practice,
      submitted,
      invited,
    ]);
    expect(rounds).toEqual([
      ["Annual needs survey, practice", "open", true, 0, 35],
      ["Annual needs survey 2026–27", "closed", false, 27, 35],
      ["Annual needs survey 2025–26", "closed", false, 24, 35],
    ]);
  });

  test("leaves some answers to be signed off, in French where a member works in French", async () => {
    const { answers } = await answersNow();
    expect(answers.filter(({ state }) => state === "signedOff")).toHaveLength(20);
    expect(answers.filter(({ state }) => state === "submitted")).toHaveLength(7);
    expect(answers.filter(({ language }) => language === "fr").map(({ memberId }) => memberId)).toEqual(["vanuatu"]);
  });

  test("has ratings like those of a real survey", async () => {
    const { ratings } = await answersNow();
    const importance = numbers(ratings.map((rating) => rating.importance));
    const average = mean(importance);
    expect(average).toBeGreaterThan(3.85);
    expect(average).toBeLessThan(4.15);
    const spread = Math.sqrt(mean(importance.map((value) => (value - average) ** 2)));
    expect(spread).toBeGreaterThan(0.7);
    expect(spread).toBeLessThan(0.9);
    const share = (code: string) => ratings.filter((rating) => rating.importance === code).length / ratings.length;
    expect(share("notApplicable")).toBeGreaterThan(0.08);
    expect(share("notApplicable")).toBeLessThan(0.12);
    expect(share("dontKnow")).toBeGreaterThan(0.025);
    expect(share("dontKnow")).toBeLessThan(0.055);
  });

  test("shows developed members able to help and the others in need", async () => {
    const { ratings, answers } = await answersNow();
    const developed = ["australia", "hong-kong-china", "japan", "korea", "new-zealand", "singapore"];
    for (const { memberId } of answers) {
      const own = ratings.filter(({ member }) => member === memberId);
      const gaps = own.flatMap(({ importance, capability }) =>
        typeof importance === "number" && typeof capability === "number" ? [importance - capability] : [],
      );
      expect(Math.sign(mean(gaps)), String(memberId)).toBe(developed.includes(String(memberId)) ? -1 : 1);
    }
  });

  test("has two that answered everything alike, and three whose top five contradicts their ratings", async () => {
    const { ratings, ballots, answers } = await answersNow();
    const alike = answers.filter(({ memberId }) => {
      const own = ratings.filter(({ member }) => member === memberId);
      return new Set(own.map(({ importance }) => importance)).size === 1;
    });
    expect(alike.map(({ memberId }) => memberId)).toEqual(["bhutan", "mongolia"]);
    const contradicting = ballots.filter(({ member, topics }) =>
      topics.some((topic) => {
        const rating = ratings.find((one) => one.member === member && one.topic === topic);
        return typeof rating?.importance === "number" && rating.importance <= 2;
      }),
    );
    expect(contradicting.map(({ member }) => member)).toEqual(["lao-pdr", "samoa", "sri-lanka"]);
  });

  test("has one member that was late and one that took its answers back and sent them again", async () => {
    const { answers, round } = await answersNow();
    expect(answers.filter(({ number }) => number === 2).map(({ memberId }) => memberId)).toEqual(["nepal"]);
    const extended = (await findAuditEvents(db(), { action: "round:extend", limit: 10 })).find(
      ({ subjectId }) => subjectId === round.id,
    );
    const late = answers.filter(({ receivedAt }) => extended && receivedAt > extended.at);
    expect(late.map(({ memberId }) => memberId)).toEqual(["pakistan"]);
  });

  test("registers requests, with consent and without, and answers those of the year before", async () => {
    const now = await findRequests(db(), { cycleId: "2026-2027" });
    expect(now.length).toBeGreaterThan(30);
    expect(now.every(({ state }) => state === "open")).toBe(true);
    expect(now.filter(({ consent }) => consent).length).toBeGreaterThan(15);
    expect(now.filter(({ consent }) => !consent).length).toBeGreaterThan(3);
    const before = await findRequests(db(), { cycleId: "2025-2026" });
    expect(new Set(before.map(({ state }) => state))).toEqual(new Set(["met", "notThisYear", "open"]));
    expect(before.every(({ state, notBecause }) => (state === "notThisYear") === (notBecause !== null))).toBe(true);
  });

  test("notes who took part in the workshops that were held, women counted", async () => {
    const held = (await findActivities(db())).filter(({ synthetic, state }) => synthetic && state === "held");
    expect(held.length).toBeGreaterThanOrEqual(4);
    for (const { id, memberIds } of held) {
      const noted = await findParticipants(db(), { activityId: id });
      const heads = (attendance: string, gender: string | null) =>
        noted
          .filter((one) => one.attendance === attendance && one.gender === gender)
          .reduce((sum, { count }) => sum + count, 0);
      expect(new Set(noted.map(({ memberId }) => memberId))).toEqual(new Set(memberIds));
      expect(heads("present", "woman") + heads("present", "man")).toBeLessThanOrEqual(heads("expected", null));
    }
  });

  test("registers experts under numbers, one of them the only one of its area", async () => {
    const experts = await findExperts(db(), { on: "2026-11-22" });
    expect(experts.length).toBeGreaterThanOrEqual(60);
    expect(experts.every(({ name }) => /^Expert \d\d \(synthetic\)$/.test(name))).toBe(true);
    const accredited = experts.flatMap(({ standings }) =>
      standings.filter(({ step }) => step === "accredited").map(({ areaId }) => areaId),
    );
    expect(accredited.filter((area) => area === "customs-laboratory")).toHaveLength(1);
    expect(experts.filter(({ languages }) => languages.includes("fr")).length).toBeLessThan(6);
    expect(experts.some(({ conflicts }) => conflicts.length > 0)).toBe(true);
    expect(experts.some(({ missions }) => missions.length > 1)).toBe(true);
  });

  test("has a person for each role, and a link by which whoever looks can answer", async () => {
    for (const role of ROLES) expect(await findPeopleWithRole(db(), role), role).toHaveLength(1);
    const office = await findOffice(db());
    const link = office?.settings.demonstrationLink as { readonly token: string; readonly memberId: string };
    const opening = await openAnswering(db(), { token: link.token, at: new Date("2026-12-31T10:00:00Z") });
    expect(opening).toMatchObject({ answering: { window: "open", kind: "kept", round: { practice: true } } });
  });

  test("shows members half-way in the open survey, one that has stopped, others that only looked or are silent", async () => {
    const round = await roundNamed("practice");
    const tracked = await findTracking(db(), round.id);
    const begun = tracked.filter(({ entries }) => entries > 0);
    expect(begun.map(({ memberId }) => memberId)).toEqual([
      "bangladesh",
      "indonesia",
      "mongolia",
      "new-zealand",
      "sri-lanka",
      "vanuatu",
    ]);
    expect(begun.map(({ savedAt }) => savedAt?.toISOString().slice(0, 10)).sort()[0]).toBe("2026-11-14");
    expect(tracked.filter(({ openedAt, entries }) => openedAt && entries === 0)).toHaveLength(4);
    expect(tracked.find(({ memberId }) => memberId === "fiji")).toMatchObject({ openedAt: null, responseId: null });
  });

  test("leaves the rankings to be calculated while the server runs", async () => {
    const jobs = await findJobs(db(), { since: new Date(0) });
    expect(jobs.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["demonstration queued"]);
  });
});

describe("the demonstration of any pack", () => {
  const { rolledBack } = testDatabase();

  test.each(["2026-01-01", "2026-12-31", "2028-02-29", "2027-07-01"])(
    "hangs on the day of the first start, %s",
    (anchorDate) =>
      rolledBack(async (db) => {
        const { steps } = await demonstrationOffice(db, { folder: RIVER_PROVINCES, anchorDate });
        const rounds = await findRounds(db);
        expect(rounds.map(({ submitted }) => submitted)).toEqual([0, 5, 4]);
        expect(rounds[0]?.opensOn && rounds[0].opensOn < anchorDate && rounds[0].closesOn > anchorDate).toBe(true);
        expect(rounds[1]?.closesOn && rounds[1].closesOn < anchorDate).toBe(true);
        expect(steps.at(-1)).toContain("5 of 5");
      })(),
  );

  test(
    "goes on from its surveys as an office would, once, however often a job is repeated",
    rolledBack(async (db) => {
      const { pack } = await demonstrationOffice(db, { folder: RIVER_PROVINCES });
      const now = () => new Date("2026-11-22T03:05:00Z");
      const services = { db, pack, log: pino({ level: "silent" }), now };
      const work = async () => {
        const jobs = await findJobs(db, { since: new Date(0) });
        for (const job of jobs.filter(({ kind }) => kind === "demonstration").reverse()) {
          const input = await demonstrationJob.prepare(services, job.payload);
          await demonstrationJob.store(services, { job, input, output: rankRound(input.input, input) });
        }
      };
      for (let time = 0; time < 3; time++) await work();

      const runs = await findAnalysisRuns(db, { kind: "ranking" });
      expect(runs.map(({ cycleId, createdAt }) => [cycleId, createdAt.toISOString().slice(0, 10)])).toEqual([
        ["2026", "2026-11-06"],
        ["2025", "2025-11-07"],
      ]);
      const kinds = (await findJobs(db, { since: new Date(0) })).map(({ kind }) => kind).sort();
      expect(kinds).toEqual(["demonstration", "demonstration", "proposal", "supply"]);
      expect(await findProposals(db)).toHaveLength(1);
    }),
  );

  test("is the same each time", async () => {
    const documents = async (db: OpenDatabase["db"]) => {
      await demonstrationOffice(db, { folder: RIVER_PROVINCES });
      const [, closed] = await findRounds(db);
      return (await findRoundAnswers(db, { roundId: closed?.id ?? "" })).map(({ memberId, document, receivedAt }) => ({
        memberId,
        document,
        receivedAt,
      }));
    };
    const made: unknown[] = [];
    for (let time = 0; time < 2; time++) await rolledBack(async (db) => void made.push(await documents(db)))();
    expect(made[0]).toHaveLength(5);
    expect(made[0]).toEqual(made[1]);
  });
});
