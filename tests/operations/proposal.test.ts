import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposalJob } from "~/app/jobs/proposal-job";
import { approveSolvedProposal, decisionsOf } from "~/app/operations/proposal/approve-proposal";
import { changeProposal } from "~/app/operations/proposal/change-proposal";
import { unanswered } from "~/app/operations/proposal/describe-proposal";
import { ProposalSettings } from "~/app/operations/proposal/proposal-settings";
import { prepareSolve, requestSolve } from "~/app/operations/proposal/run-proposal";
import { solveProposal } from "~/app/operations/proposal/solve-proposal";
import { readMemberRoom } from "~/app/operations/read-member-room";
import { readPlanDocument } from "~/app/operations/read-plan-document";
import type { Database } from "~/db/engine/database";
import type { OpenDatabase } from "~/db/engine/open-database";
import { findJob } from "~/db/jobs";
import { findRequests } from "~/db/requests";
import { experts } from "~/db/schema/experts";
import { openTestDatabase } from "~/tests/support/database";
import { type OpenedProposal, openedProposal } from "~/tests/support/solved-proposal";

/** What is read of the register when nobody in it can be sent; all is put back. */
async function withoutExperts<T>(db: Database, read: (tx: Database) => Promise<T>): Promise<T> {
  let found: { readonly value: T } | undefined;
  const undone = new Error("undone");
  await db
    .transaction(async (tx) => {
      await tx.update(experts).set({ missionsPerYear: 0 });
      found = { value: await read(tx) };
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  if (!found) throw new Error("nothing was read");
  return found.value;
}

const at = new Date("2026-11-22T04:00:00Z");
const actor = {};

describe("a proposal of the river provinces", () => {
  let opened: OpenDatabase | undefined;
  let proposal: OpenedProposal | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase();
    proposal = await openedProposal(opened.db, { at });
  }, 180_000);
  afterAll(async () => opened?.close());
  const scene = () => {
    if (!opened || !proposal) throw new Error("opened before all");
    return { db: opened.db, ...proposal };
  };
  const read = () => scene().read();
  const solve = () => scene().solve();

  test("is solved to a proven plan that breaks no rule, every candidate stored as in or out", async () => {
    const solved = await solve();
    const { proposal, figures } = solved.run?.outcome ?? {};
    expect(proposal?.status).toBe("optimal");
    expect(figures?.violations).toEqual([]);
    expect(figures?.lines).toBeGreaterThan(0);
    expect(solved.lines.filter(({ kind, included }) => kind === "needs" && included)).toHaveLength(
      figures?.lines ?? -1,
    );
    expect(solved.lines.filter(({ kind }) => kind === "needs")).toHaveLength(
      solved.run?.problem.activities.length ?? -1,
    );
    expect(solved.changed).toBe(false);
  });

  test("counts as staying out exactly the requests that approval would turn down", async () => {
    const solved = await read();
    const turnedDown = (await decisionsOf(scene().db, solved)).filter(({ line }) => line === null);
    expect(
      unanswered(solved)
        .map((request) => request.id)
        .sort(),
    ).toEqual(turnedDown.map(({ request }) => request.id).sort());
    expect(solved.run?.requests.length).toBeGreaterThan(turnedDown.length);
  });

  test("solved for what it was before a change stores nothing and says so, whatever the words of an error", async () => {
    const { db, id, pack } = scene();
    const task = await prepareSolve(db, { proposalId: id, pack, at });
    const outcome = await solveProposal(task.problem, { now: () => performance.now() });
    const { revision, settings } = (await read()).proposal;
    const change = { intent: "settings", settings: ProposalSettings.parse(settings) } as const;
    await changeProposal(db, { proposalId: id, baseRevision: revision, change, actor, at });
    const job = (await read()).job;
    if (!job) throw new Error("the change asks for a search");
    const services = { db, pack, log: pino({ enabled: false }), now: () => at };
    expect(await proposalJob.store(services, { job, input: task, output: outcome })).toEqual({ superseded: true });
    expect((await read()).proposal.revision).toBe(revision + 1);
    await solve();
  });

  test("changed while it is being solved gets a new search; the one under way is told to stop", async () => {
    const { db, id } = scene();
    const { proposal: before } = await read();
    const search = await requestSolve(db, { proposalId: id, actor, at });
    const change = { intent: "settings", settings: ProposalSettings.parse(before.settings) } as const;
    await changeProposal(db, { proposalId: id, baseRevision: before.revision, change, actor, at });
    expect((await findJob(db, search.id))?.state).toBe("cancelled");
    expect((await read()).job?.id).not.toBe(search.id);
    await solve();
  });

  test("stays out of a dropped line when solved again, and says what dropping it costs", async () => {
    const { db } = scene();
    const before = await read();
    const line = before.lines.find(({ kind, included }) => kind === "needs" && included)?.id ?? "";
    const change = { intent: "drop", line } as const;
    await changeProposal(db, { proposalId: scene().id, baseRevision: before.proposal.revision, change, actor, at });
    await expect(
      changeProposal(db, { proposalId: scene().id, baseRevision: before.proposal.revision, change, actor, at }),
    ).rejects.toMatchObject({ reason: "proposalChanged" });
    expect((await read()).changed).toBe(true);
    const after = await solve();
    expect(after.lines.find((each) => each.id === line)).toMatchObject({ included: false, lock: "out" });
    const score = before.run?.outcome.proposal.plan?.score;
    const lines = before.run?.outcome.proposal.plan?.lines.map(({ activity }) => activity);
    expect(after.run?.outcome.unlocked).toEqual({ score, proven: true, lines });
    expect(after.run?.outcome.proposal.plan?.score).toBeLessThanOrEqual(score ?? 0);
  });

  test("with no money for its fixed events names the clash and the smallest budget that helps", async () => {
    const { db } = scene();
    const { proposal } = await read();
    const settings = ProposalSettings.parse(proposal.settings);
    const set = async (changed: ProposalSettings) =>
      changeProposal(db, {
        proposalId: scene().id,
        baseRevision: (await read()).proposal.revision,
        change: { intent: "settings", settings: changed },
        actor,
        at,
      });
    await set({ ...settings, budget: 0, islandsAtLeast: 0 });
    const poor = await solve();
    const given = poor.run?.problem.given.reduce((sum, { cost }) => sum + cost, 0) ?? 0;
    expect(given).toBeGreaterThan(0);
    expect(poor.run?.outcome.proposal.status).toBe("infeasible");
    expect(poor.run?.outcome.clash?.remedies).toContainEqual({
      rule: "budget",
      subject: null,
      now: 0,
      needed: given,
      nearest: true,
    });
    await set(settings);
    expect((await solve()).run?.outcome.proposal.status).toBe("optimal");
  });

  test("without any expert who can be sent names the rule that cannot be kept, and without that rule plans no line that needs a team", async () => {
    const { db, id, pack } = scene();
    const withExperts = await prepareSolve(db, { proposalId: id, pack, at });
    expect(withExperts.problem.experts.length).toBeGreaterThan(0);
    const without = await withoutExperts(db, (tx) => prepareSolve(tx, { proposalId: id, pack, at }));
    expect(without.problem.experts).toEqual([]);
    const solved = (problem: typeof without.problem) => solveProposal(problem, { now: () => performance.now() });
    const { proposal, clash } = await solved(without.problem);
    expect(proposal.status).toBe("infeasible");
    expect(clash?.remedies).toEqual([{ rule: "islands", subject: null, now: 1, needed: 0, nearest: true }]);
    const eased = { ...without.problem, rules: { ...without.problem.rules, islandsAtLeast: 0 } };
    const helped = (await solved(eased)).proposal;
    expect(helped.status).toBe("optimal");
    const teamOf = new Map(eased.activities.map((activity) => [activity.id, activity.teamSize]));
    expect(helped.plan?.lines.filter(({ activity }) => teamOf.get(activity) !== 0)).toEqual([]);
  });

  test("approved twice at once becomes one plan in the office's layout; every request gets its answer", async () => {
    const { db } = scene();
    const { proposal, lines } = await read();
    const approve = () =>
      approveSolvedProposal(db, {
        proposalId: scene().id,
        baseRevision: proposal.revision,
        approvedByName: "Ana Weir",
        pack: scene().pack,
        actor,
        at,
      });
    const both = await Promise.allSettled([approve(), approve()]);
    const plan = both.find((each) => each.status === "fulfilled")?.value;
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const printed = await readPlanDocument(db, { planId: plan?.id ?? "" });
    const entries = printed?.pillars.flatMap((pillar) => pillar.actions.flatMap((action) => action.entries)) ?? [];
    expect(new Set(entries.map(({ activityId }) => activityId)).size).toBe(
      lines.filter(({ included }) => included).length,
    );
    const requests = await findRequests(db, {});
    const decided = requests.filter(({ state }) => state === "planned" || state === "notThisYear");
    expect(decided.length).toBeGreaterThan(0);
    for (const { state, activityId, notBecause } of decided)
      expect(state === "planned" ? activityId : notBecause).toBeTruthy();
    for (const request of decided) {
      const room = await readMemberRoom(db, { memberId: request.memberId });
      const lines = entries.filter(({ activityId }) => activityId === request.activityId);
      expect(room.asked.find((asked) => asked.id === request.id)).toMatchObject({
        state: request.state,
        because: request.notBecause,
        activity: request.state === "planned" ? lines[0]?.title : null,
      });
    }
  });
});
