import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { translator } from "~/app/i18n/translate";
import { askAboutLine } from "~/app/operations/proposal/ask-about-line";
import { comparePlans } from "~/app/operations/proposal/compare-plans";
import { describePlanComparison } from "~/app/operations/proposal/describe-comparison";
import { describeLinePage } from "~/app/operations/proposal/describe-line";
import { proposalScene, reasonText } from "~/app/operations/proposal/describe-reason";
import { explainProposal } from "~/app/operations/proposal/explain-proposal";
import { keyOf } from "~/app/operations/proposal/explanation";
import { explanationItems } from "~/app/operations/proposal/explanation-items";
import { findOtherPlans, readOtherPlan } from "~/app/operations/proposal/other-plans";
import { proposalWords } from "~/app/operations/proposal/proposal-words";
import {
  EXPLANATION,
  ExplanationOrder,
  prepareExplanation,
  storeExplanation,
} from "~/app/operations/proposal/run-explanation";
import type { OpenDatabase } from "~/db/engine/open-database";
import { claimJob, failJob, finishJob, type Job } from "~/db/jobs";
import { openTestDatabase } from "~/tests/support/database";
import { type OpenedProposal, openedProposal } from "~/tests/support/solved-proposal";

const at = new Date("2026-11-22T04:00:00Z");
const worker = "the only one";

describe("what is worked out about a proposal of the river provinces after its plan", () => {
  let opened: OpenDatabase | undefined;
  let proposal: OpenedProposal | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase();
    proposal = await openedProposal(opened.db, { at });
    await proposal.solve();
  }, 180_000);
  afterAll(async () => opened?.close());
  const scene = () => {
    if (!opened || !proposal) throw new Error("opened before all");
    return { db: opened.db, ...proposal };
  };
  const claim = async (): Promise<Job | undefined> => claimJob(scene().db, { kinds: [EXPLANATION], worker, at });
  const work = async (job: Job): Promise<readonly string[]> => {
    const { db } = scene();
    const order = ExplanationOrder.parse(job.payload);
    const task = await prepareExplanation(db, order);
    const answers = task === null ? [] : await explainProposal(task, { now: () => performance.now() });
    await storeExplanation(db, { order, answers, at });
    await finishJob(db, { id: job.id, worker, result: null, at });
    return answers.map(keyOf);
  };

  test("a line that somebody opens is answered before everything that waits in the background", async () => {
    const { db, read } = scene();
    const before = await read();
    const line = before.lines.find(({ kind, included }) => kind === "needs" && !included)?.id ?? "";
    expect(await askAboutLine(db, { read: before, line, at })).toEqual({ pending: true, failures: [] });
    for (const kind of ["line", "changes"]) {
      const job = await claim();
      if (!job) throw new Error("the opened line waits");
      expect(await work(job)).toEqual([`${kind} ${line}`]);
    }
    const after = await read();
    expect(after.lines.find(({ id }) => id === line)?.why).not.toBeNull();
    expect(await askAboutLine(db, { read: after, line, at })).toEqual({ pending: false, failures: [] });
  });

  test("an answer that failed is not asked for again until somebody wants it", async () => {
    const { db, read } = scene();
    const before = await read();
    const line = before.lines.find(({ kind, included }) => kind === "needs" && included)?.id ?? "";
    await askAboutLine(db, { read: before, line, at });
    for (const _ of ["line", "choices"]) {
      const job = await claim();
      await failJob(db, { id: job?.id ?? "", worker, error: "out of memory", retryAt: null, at });
    }
    const failures = ["out of memory", "out of memory"];
    expect(await askAboutLine(db, { read: before, line, at })).toEqual({ pending: false, failures });
    expect(await askAboutLine(db, { read: before, line, again: true, at })).toEqual({ pending: true, failures: [] });
  });

  test("job by job everything is answered, and then nothing waits any more", async () => {
    for (let job = await claim(); job; job = await claim()) await work(job);
    const { run, explained, explaining } = await scene().read();
    if (!run) throw new Error("it is solved");
    const items = explanationItems(run);
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter((item) => !explained.done.has(keyOf(item)))).toEqual([]);
    expect(explaining).toBe(false);
    expect(explained.budgets.map(({ share }) => share)).toEqual([0.8, 0.9, 1, 1.1, 1.2, 1.3]);
    const scores = explained.budgets.map(({ score }) => score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores[2]).toBe(run.outcome.proposal.plan?.score);
  });

  test("the changed lines of a re-solve add up to what the plan loses, and each line's needs to its score", async () => {
    const { db, pack, read } = scene();
    const solved = await read();
    const t = translator("en");
    const page = proposalScene({ read: solved, words: await proposalWords(db, { pack, t, at }), t });
    const plan = solved.run?.outcome.proposal.plan;
    const inside = solved.lines.filter(({ kind, included }) => kind === "needs" && included);
    expect(inside.reduce((sum, { score }) => sum + (score ?? 0), 0)).toBe(plan?.score);
    const number = (text: string | undefined) => Math.round(10_000 * Number(text?.replace("−", "-").replace(",", "")));
    for (const line of solved.lines.filter(({ kind, why }) => kind === "needs" && why?.status === "optimal")) {
      const { why, credit } = describeLinePage(line, page);
      const moved = why?.moved ? number(why.moved) : 0;
      const changed = why?.rows.reduce((sum, { score }) => sum + number(score), moved);
      expect(changed, line.id).toBe(number(why?.total?.score));
      expect(number(why?.total?.score) + 0, line.id).toBe(0 - (line.why?.loss ?? Number.NaN));
      const credited = credit?.rows.reduce((sum, { adds }) => sum + number(adds), 0);
      expect(credited, line.id).toBe(line.included ? line.score : Math.max(0, line.reason?.gain ?? 0));
    }
  });

  test("every line left out has a reason with a figure or a line of its own case", async () => {
    const { db, pack, read } = scene();
    const solved = await read();
    for (const locale of ["en", "fr"] as const) {
      const t = translator(locale);
      const page = proposalScene({ read: solved, words: await proposalWords(db, { pack, t, at }), t });
      for (const line of solved.lines.filter(({ included }) => !included)) {
        const text = reasonText(line, page);
        expect(text, line.id).toMatch(/\d|“|«|one |un |une /);
        expect(text).not.toMatch(/undefined|NaN|\{|\}/);
      }
    }
  });

  test("beside the printed plan and greedy choice, lines and needs of each alone add up to the difference of scores", async () => {
    const { db, pack, read } = scene();
    const solved = await read();
    const t = translator("en");
    const page = proposalScene({ read: solved, words: await proposalWords(db, { pack, t, at }), t });
    const others = await findOtherPlans(db, solved);
    expect(others.map(({ id }) => id.replace(/:.*/, ""))).toEqual(expect.arrayContaining(["plan", "greedy"]));
    const { run } = solved;
    const lines = run?.outcome.proposal.plan?.lines.map(({ activity }) => activity) ?? [];
    for (const { id } of others) {
      const other = await readOtherPlan(db, solved, id);
      if (!run || !other) throw new Error("it was found");
      const { own, other: theirs, difference } = comparePlans(run.problem, lines, other);
      expect(difference.score).toBe(own.score - theirs.score);
      expect(own.score).toBe(run.outcome.proposal.plan?.score);
      expect(own.lines - difference.onlyA.length).toBe(theirs.lines - difference.onlyB.length);
      expect(describePlanComparison(other, page)?.finding).not.toMatch(/undefined|NaN/);
    }
    expect(await readOtherPlan(db, solved, "plan:nowhere")).toBeUndefined();
    const greedy = await readOtherPlan(db, solved, "greedy");
    const score = run?.outcome.greedy?.figures.score;
    expect(greedy && run ? comparePlans(run.problem, lines, greedy).other.score : undefined).toBe(score);
  });
});
