import canonicalize from "canonicalize";
import { reasonClass } from "~/analysis/plan/explain-out";
import { isLocale, type Locale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import { findAnalysisRun } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findMembers } from "~/db/members";
import { approveProposal, findPlanOfCycle, type Plan } from "~/db/plans";
import type { RegionPack } from "~/db/regions/pack-schema";
import { decideRequest, findRequests, type Request } from "~/db/requests";
import { findRound } from "~/db/rounds";
import { lineAnswering } from "./answered-requests";
import { proposalScene, reasonText } from "./describe-reason";
import { planContent } from "./plan-content";
import { proposalWords } from "./proposal-words";
import { type ReadLine, type ReadProposal, readProposal } from "./read-proposal";

/** What approving a proposal does to one request. */
export interface RequestDecision {
  readonly request: Request;
  /** The line that answers it or covers its need; `null`: not this year. */
  readonly line: string | null;
}

/**
 * Which requests the plan answers: by a line made for them, else by one that covers the member's need in the topic.
 * The others are not for this year.
 */
export async function decisionsOf(db: Database, read: ReadProposal): Promise<readonly RequestDecision[]> {
  const ranking = read.run && (await findAnalysisRun(db, read.run.scene.rankingRunId));
  const round = ranking && (await findRound(db, readRankingRun(ranking.document).input.round.id));
  if (!read.run || !round) return [];
  const answers = lineAnswering(read.run);
  const open = (await findRequests(db, { cycleId: round.cycleId })).filter(({ state }) => state !== "met");
  return open.map((request) => ({
    request,
    line: answers({ id: request.id, member: request.memberId, topic: request.topicId }),
  }));
}

/**
 * Approves a solved proposal by name: it becomes the plan of its cycle in the office's layout, the requests that it
 * answers are planned, the others are "not this year" with the reason, in the language of who asked.
 *
 * @throws {ConflictError} `alreadyApproved`, `proposalChanged` or `planExists`, as in `db/plans.ts`
 * @throws {RangeError} if there is no solved plan, or it was changed since
 */
export async function approveSolvedProposal(
  db: Database,
  {
    proposalId,
    baseRevision,
    approvedByName,
    pack,
    actor,
    at,
  }: {
    readonly proposalId: string;
    readonly baseRevision: number;
    readonly approvedByName: string;
    readonly pack: RegionPack;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<Plan> {
  return db.transaction(async (tx) => {
    const read = await readProposal(tx, proposalId);
    if (!read?.run?.outcome.proposal.plan) throw new RangeError("there is no solved plan to approve");
    if (read.changed && read.proposal.revision === baseRevision)
      throw new RangeError("the proposal was changed since it was solved");
    const english = await proposalWords(tx, { pack, t: translator("en"), at });
    const { content, activityOf } = planContent({ read, pack, words: english, document: documentOf(read) });
    const current = await findPlanOfCycle(tx, read.proposal.cycleId);
    const plan = await approveProposal(tx, {
      proposalId,
      baseRevision,
      content,
      replaces: current?.id ?? null,
      approvedByName,
      actor,
      at,
    });
    await decideRequests(tx, { read, pack, activityOf, actor, at });
    return plan;
  });
}

function documentOf(read: ReadProposal): string {
  const { proposal, run } = read;
  const document = canonicalize({
    kind: "approvedProposal",
    version: 1,
    proposalId: proposal.id,
    name: proposal.name,
    scene: run?.scene,
    plan: run?.outcome.proposal.plan,
    lines: read.lines.filter(({ included }) => included),
  });
  return document ?? "{}";
}

async function decideRequests(
  tx: Database,
  {
    read,
    pack,
    activityOf,
    actor,
    at,
  }: {
    readonly read: ReadProposal;
    readonly pack: RegionPack;
    readonly activityOf: ReadonlyMap<string, string>;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<void> {
  const languages = new Map((await findMembers(tx)).map((member) => [member.id, member.workingLanguages]));
  const localeOf = (member: string): Locale => languages.get(member)?.find(isLocale) ?? "en";
  for (const { request, line } of await decisionsOf(tx, read)) {
    const activityId = line === null ? undefined : activityOf.get(line);
    if (activityId !== undefined) {
      await decideRequest(tx, { id: request.id, state: "planned", activityId, actor, at });
      continue;
    }
    const t = translator(localeOf(request.memberId));
    const words = await proposalWords(tx, { pack, t, at });
    const own = closestLine(read, request);
    const notBecause =
      own === undefined
        ? t("plan.reason.noLine")
        : reasonText(withReason(own, read), proposalScene({ read, words, t }));
    await decideRequest(tx, { id: request.id, state: "notThisYear", notBecause, actor, at });
  }
}

/** The line that came closest to answering a request: the one that would add most. */
function closestLine({ lines }: ReadProposal, request: Request): ReadLine | undefined {
  return lines
    .filter(({ content }) => content.requests.includes(request.id))
    .sort(
      (a, b) => (b.reason?.gain ?? 0) - (a.reason?.gain ?? 0) || a.content.members.length - b.content.members.length,
    )[0];
}

/** The line with its reason worked out, if the search had no time for it. */
function withReason(line: ReadLine, { run }: ReadProposal): ReadLine {
  const plan = run?.outcome.proposal.plan;
  if (line.reason?.reason || !run || !plan) return line;
  const reason = reasonClass(run.problem, plan.lines, line.id);
  return { ...line, reason: { gain: line.reason?.gain ?? 0, reason } };
}
