import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approveSolvedProposal } from "~/app/operations/proposal/approve-proposal";
import { changeProposal } from "~/app/operations/proposal/change-proposal";
import { createProposal } from "~/app/operations/proposal/create-proposal";
import { ProposalSettings } from "~/app/operations/proposal/proposal-settings";
import { type ReadProposal, readProposal } from "~/app/operations/proposal/read-proposal";
import { prepareSolve, storeSolve } from "~/app/operations/proposal/run-proposal";
import { solveProposal } from "~/app/operations/proposal/solve-proposal";
import { findRankableRound } from "~/app/operations/ranking/find-rankable-round";
import { rankRound } from "~/app/operations/ranking/rank-round";
import { prepareRanking, storeRanking } from "~/app/operations/ranking/run-ranking";
import { readPlanDocument } from "~/app/operations/read-plan-document";
import type { OpenDatabase } from "~/db/engine/open-database";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRequests } from "~/db/requests";
import { openTestDatabase } from "~/tests/support/database";
import { demonstrationOffice, RIVER_PROVINCES } from "~/tests/support/demonstration";

const at = new Date("2026-11-22T04:00:00Z");
const actor = {};

describe("a proposal of the river provinces", () => {
  let opened: OpenDatabase | undefined;
  let pack: RegionPack | undefined;
  let id = "";
  beforeAll(async () => {
    opened = await openTestDatabase();
    const { db } = opened;
    pack = (await demonstrationOffice(db, { folder: RIVER_PROVINCES })).pack;
    const round = await findRankableRound(db);
    const prepared = await prepareRanking(db, { roundId: round?.id ?? "", replicates: 20 });
    const controls = { onProgress: () => {}, shouldStop: () => false };
    const document = await rankRound(prepared.input, { parameters: prepared.parameters, ...controls });
    await storeRanking(db, { prepared, document, actor, at });
    id = (await createProposal(db, { name: (cycle) => `Proposal ${cycle}`, actor, at }))?.id ?? "";
  });
  afterAll(async () => opened?.close());
  const scene = () => {
    if (!opened || !pack) throw new Error("opened before all");
    return { db: opened.db, pack };
  };
  const read = async (): Promise<ReadProposal> => {
    const found = await readProposal(scene().db, id);
    if (!found) throw new Error("the proposal is there");
    return found;
  };
  const solve = async () => {
    const { db } = scene();
    const task = await prepareSolve(db, { proposalId: id, pack: scene().pack, at });
    const outcome = await solveProposal(task.problem, { now: () => performance.now() });
    await storeSolve(db, { task, outcome, actor, at });
    return read();
  };

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

  test("stays out of a dropped line when solved again, and says what dropping it costs", async () => {
    const { db } = scene();
    const before = await read();
    const line = before.lines.find(({ kind, included }) => kind === "needs" && included)?.id ?? "";
    const change = { intent: "drop", line } as const;
    await changeProposal(db, { proposalId: id, baseRevision: before.proposal.revision, change, actor, at });
    await expect(
      changeProposal(db, { proposalId: id, baseRevision: before.proposal.revision, change, actor, at }),
    ).rejects.toMatchObject({ reason: "proposalChanged" });
    expect((await read()).changed).toBe(true);
    const after = await solve();
    expect(after.lines.find((each) => each.id === line)).toMatchObject({ included: false, lock: "out" });
    const score = before.run?.outcome.proposal.plan?.score;
    expect(after.run?.outcome.unlocked).toEqual({ score, proven: true });
    expect(after.run?.outcome.proposal.plan?.score).toBeLessThanOrEqual(score ?? 0);
  });

  test("with no money for its fixed events names the clash and the smallest budget that helps", async () => {
    const { db } = scene();
    const { proposal } = await read();
    const settings = ProposalSettings.parse(proposal.settings);
    const set = async (changed: ProposalSettings) =>
      changeProposal(db, {
        proposalId: id,
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
    });
    await set(settings);
    expect((await solve()).run?.outcome.proposal.status).toBe("optimal");
  });

  test("approved twice at once becomes one plan in the office's layout; every request gets its answer", async () => {
    const { db } = scene();
    const { proposal, lines } = await read();
    const approve = () =>
      approveSolvedProposal(db, {
        proposalId: id,
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
  });
});
