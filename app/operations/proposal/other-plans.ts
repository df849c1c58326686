import type { DeliveryMode, PlanActivity, PlanProblem } from "~/analysis/plan/problem";
import { findActivities } from "~/db/activities";
import { findAnalysisRun } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { findPlanListings, findPlans } from "~/db/plans";
import { findProposals } from "~/db/proposals";
import { readProposalRun } from "./proposal-document";
import type { ReadProposal } from "./read-proposal";

/** A plan beside which a proposal can be put, by the word that its address has. */
export interface OtherPlanName {
  /** `greedy`, `free` (this one without what was set by hand), `plan:<id>` or `proposal:<id>`. */
  readonly id: string;
  /** `null` for the first two. */
  readonly name: string | null;
}

/** Another plan as lines of this proposal's problem. */
export interface OtherPlan extends OtherPlanName {
  readonly lines: readonly string[];
  /** Lines that are no candidates of this proposal. */
  readonly further: readonly PlanActivity[];
  /** Their titles, as far as they have any. */
  readonly titles: ReadonlyMap<string, string>;
  /** A printed plan names no costs and has no ids in common with candidates: its lines are matched by what they do. */
  readonly printed: boolean;
}

/** Plans that this one can be put beside, those that were approved or printed first. */
export async function findOtherPlans(db: Database, { run, proposal }: ReadProposal): Promise<readonly OtherPlanName[]> {
  const plans = (await findPlans(db)).filter(({ proposalId }) => proposalId !== proposal.id);
  const proposals = (await findProposals(db)).filter(
    ({ id, state, solveRunId }) => id !== proposal.id && state === "draft" && solveRunId !== null,
  );
  return [
    ...plans.map(({ id, title }) => ({ id: `plan:${id}`, name: title })),
    ...(run?.outcome.greedy ? [{ id: "greedy", name: null }] : []),
    ...(run?.outcome.unlocked ? [{ id: "free", name: null }] : []),
    ...proposals.map(({ id, name }) => ({ id: `proposal:${id}`, name })),
  ];
}

/** @returns `undefined` if there is no such plan, or nothing to compare it with */
export async function readOtherPlan(db: Database, read: ReadProposal, id: string): Promise<OtherPlan | undefined> {
  const { run } = read;
  const found = (await findOtherPlans(db, read)).find((each) => each.id === id);
  if (!run || !found) return undefined;
  const { greedy, unlocked } = run.outcome;
  const own = { ...found, further: [], titles: new Map(), printed: false };
  if (id === "greedy" && greedy) return { ...own, lines: greedy.lines.map(({ activity }) => activity) };
  if (id === "free" && unlocked) return { ...own, lines: unlocked.lines };
  const [word, key = ""] = id.split(":");
  if (word === "proposal") return ofProposal(db, found, run.problem, key);
  const plan = (await findPlans(db)).find((each) => each.id === key);
  const approved = plan?.proposalId ? await ofProposal(db, found, run.problem, plan.proposalId) : undefined;
  return approved ?? printedPlan(db, found, run.problem, key);
}

async function ofProposal(
  db: Database,
  found: OtherPlanName,
  problem: PlanProblem,
  proposalId: string,
): Promise<OtherPlan | undefined> {
  const solveRunId = (await findProposals(db)).find(({ id }) => id === proposalId)?.solveRunId;
  const stored = solveRunId ? await findAnalysisRun(db, solveRunId) : undefined;
  const other = stored && readProposalRun(stored.document);
  const lines = other?.outcome.proposal.plan?.lines.map(({ activity }) => activity);
  if (!other || !lines) return undefined;
  const there = new Set(problem.activities.map(({ id }) => id));
  const further = other.problem.activities
    .filter(({ id }) => lines.includes(id) && !there.has(id))
    .map((activity) => within(problem, activity));
  return { ...found, lines, further, titles: new Map(), printed: false };
}

const SCOPE_MODES: Readonly<Record<string, DeliveryMode>> = { national: "national", "sub-regional": "subRegional" };
/** Forms that train somebody; meetings, surveys and letters cover no need. */
const TRAINING: ReadonlySet<string> = new Set(["workshop", "programme", "accreditation", "training", "mission"]);

/**
 * A plan that was printed: each activity that trains meets, in its topics, the needs of the members that it names; a
 * regional one that names none those of all. What the proposal carries over stands in both and counts in neither.
 */
async function printedPlan(
  db: Database,
  found: OtherPlanName,
  problem: PlanProblem,
  planId: string,
): Promise<OtherPlan> {
  const listed = new Set((await findPlanListings(db, planId)).map(({ activityId }) => activityId));
  const carried = new Set(problem.given.map(({ id }) => id.replace(/^\w+\//, "")));
  const activities = (await findActivities(db)).filter(
    ({ id, form, topicIds }) => listed.has(id) && !carried.has(id) && TRAINING.has(form) && topicIds.length > 0,
  );
  const further = activities.map(({ id, scope, topicIds, memberIds }): PlanActivity => {
    const mode = SCOPE_MODES[scope] ?? "regional";
    const open = memberIds.length === 0 && mode === "regional";
    const covers = problem.needs.filter(
      ({ member, topic }) => member !== null && topicIds.includes(topic) && (open || memberIds.includes(member)),
    );
    return within(problem, {
      id: `printed/${id}`,
      kind: "joint",
      topic: topicIds[0] ?? "",
      area: null,
      mode,
      members: memberIds,
      covers: covers.map(({ id: need }) => ({ need, mismatch: false })),
      cost: 0,
      hosts: [],
      officeDays: 0,
      teamSize: 0,
      languages: null,
      months: [0],
      asked: true,
      requests: [],
      variants: [],
    });
  });
  return {
    ...found,
    lines: further.map(({ id }) => id),
    further,
    titles: new Map(activities.map(({ id, title }) => [`printed/${id}`, title])),
    printed: true,
  };
}

/** A line of another problem with only what this one knows. */
function within({ members, needs, months }: PlanProblem, activity: PlanActivity): PlanActivity {
  const known = new Set(members.map(({ id }) => id));
  const needed = new Set(needs.map(({ id }) => id));
  return {
    ...activity,
    members: activity.members.filter((id) => known.has(id)),
    covers: activity.covers.filter(({ need }) => needed.has(need)),
    months: activity.months.filter((month) => month < months.length),
    hosts: [],
  };
}
