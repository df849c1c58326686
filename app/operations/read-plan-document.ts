import { compareSeeAlso, printSeeAlso, type ReferenceDifference, seeAlso } from "~/analysis/work-plan/see-also";
import { findActivities } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { findPlanFramework } from "~/db/plan-framework";
import { findPlan, findPlanListings } from "~/db/plans";
import type { ActivityState } from "~/db/schema/activities";
import { isEvent } from "./activities/read-activities";

/** A plan in the office's layout, ready to be printed; texts as the plan has them, in the plan's language. */
export interface PlanDocument {
  readonly id: string;
  readonly title: string;
  readonly cycleId: string;
  readonly origin: string;
  readonly approvedAt: Date;
  readonly approvedByName: string | null;
  readonly columns: {
    readonly action: string;
    readonly relevance: string;
    readonly work: string;
    readonly kpi: string;
  };
  readonly pillars: readonly PlanPillar[];
  readonly counts: { readonly actions: number; readonly entries: number; readonly activities: number };
  /** Where printed references differ from the computed ones; empty for a plan that was approved here. */
  readonly differences: readonly (ReferenceDifference & { readonly title: string; readonly action: string })[];
}

export interface PlanPillar {
  readonly number: number;
  readonly title: string;
  readonly actions: readonly PlanAction[];
}

export interface PlanAction {
  readonly id: string;
  readonly letter: string;
  readonly text: string;
  readonly rspPrinted: string | null;
  readonly kpis: readonly string[];
  /** How many rows the cell of its work spans; 0 if an earlier action's cell serves it too. */
  readonly workRows: number;
  readonly entries: readonly PlanEntry[];
}

export interface PlanEntry {
  readonly id: string;
  readonly activityId: string;
  readonly title: string;
  /** Computed from where the activity stands. */
  readonly seeAlso: string;
  readonly seeAlsoPrinted: string | null;
  /** What became of it; `null` for work that is no event. */
  readonly state: ActivityState | null;
}

const PLAIN = {
  action: "Specific actions",
  relevance: "",
  work: "Annual work plan for {cycle}",
  kpi: "Key performance indicator",
};

/** @returns `undefined` if there is no such plan */
export async function readPlanDocument(
  db: Database,
  { planId }: { readonly planId: string },
): Promise<PlanDocument | undefined> {
  const plan = await findPlan(db, planId);
  const framework = plan && (await findPlanFramework(db, plan.frameworkId));
  if (!plan || !framework) return undefined;
  const listings = await findPlanListings(db, planId);
  const actions = framework.pillars.flatMap((pillar) => pillar.actions);
  const references = seeAlso(actions, listings);
  const actionOf = new Map(actions.map((action) => [action.id, action]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => actionOf.get(id) ?? []);
  const columns = framework.columns ?? PLAIN;
  const events = (await findActivities(db)).filter(isEvent);
  const states = new Map(events.map(({ id, state }) => [id, state]));
  const printed = new Map(listings.map((listing) => [listing.id, listing.seeAlso]));
  const differences = plan.origin === "loaded" ? compareSeeAlso(actions, listings, printed) : [];
  const listingOf = new Map(listings.map((listing) => [listing.id, listing]));

  return {
    id: plan.id,
    title: plan.title,
    cycleId: plan.cycleId,
    origin: plan.origin,
    approvedAt: plan.approvedAt,
    approvedByName: plan.approvedByName,
    columns: { ...columns, work: columns.work.replace("{cycle}", plan.cycleId) },
    counts: {
      actions: actions.length,
      entries: listings.length,
      activities: new Set(listings.map(({ activityId }) => activityId)).size,
    },
    pillars: framework.pillars.map((pillar) => ({
      number: pillar.number,
      title: pillar.title,
      actions: pillar.actions.map((action, index) => ({
        id: action.id,
        letter: action.letter,
        text: action.text,
        rspPrinted: action.rspPrinted,
        kpis: action.kpis,
        workRows: workRows(pillar.actions, index),
        entries: listings
          .filter(({ actionId }) => actionId === action.id)
          .map(({ id, activityId, title, seeAlsoPrinted }) => ({
            id,
            activityId,
            title,
            seeAlso: printSeeAlso(known(references.get(id) ?? [])),
            seeAlsoPrinted,
            state: states.get(activityId) ?? null,
          })),
      })),
    })),
    differences: differences.map((difference) => {
      const listing = listingOf.get(difference.listingId);
      return {
        ...difference,
        title: listing?.title ?? difference.listingId,
        action: actionOf.get(listing?.actionId ?? "")?.label ?? "",
      };
    }),
  };
}

/** One printed cell may serve several actions that follow each other: the first of them carries it. */
function workRows(
  actions: readonly { readonly id: string; readonly sharesWorkWith: readonly string[] }[],
  index: number,
): number {
  const action = actions[index];
  if (!action || action.sharesWorkWith.length === 0) return 1;
  const shares = (other: { readonly id: string } | undefined) =>
    other !== undefined && action.sharesWorkWith.includes(other.id);
  if (shares(actions[index - 1])) return 0;
  let rows = 1;
  while (shares(actions[index + rows])) rows += 1;
  return rows;
}
