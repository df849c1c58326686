import { z } from "zod";
import { activityForms, activityScopes } from "../schema/activities";
import { Id, LocalizedText, Period, Sources, YearMonth } from "./record-schema";

/** The plan framework, its activities and the strategic plan behind it; texts stay as printed. */

/** Reference to the regional strategic plan: an objective ("1.1.1") and the milestones under it, counted from 1. */
const RspRef = z.strictObject({
  objective: z.string().regex(/^\d+\.\d+\.\d+$/, 'An objective is written like "1.1.1".'),
  milestones: z.array(z.int().min(1)).min(1),
});

const ActionBase = {
  id: z.string().regex(/^\d+-[a-z]{1,2}$/, 'An action is written like "1-a".'),
  letter: z.string().regex(/^[a-z]{1,2}$/),
  label: z.string().min(1),
  text: z.string().min(1),
  rspPrinted: z.string(),
  rspRefs: z.array(RspRef),
  kpis: z.array(z.string().min(1)).min(1),
  source: Sources,
};

/** One printed line of the plan, in its place. The same activity may stand under several actions. */
const PlanEntry = z.strictObject({
  id: z.string().regex(/^\d+-[a-z]{1,2}-\d{2}$/, 'An entry is written like "1-a-01".'),
  activity: Id,
  title: z.string().min(1),
  /** The reference as printed; the product computes its own and keeps this one beside it. */
  seeAlsoPrinted: z.string().nullable(),
  seeAlso: z.array(z.string()),
  members: z.array(Id),
  /** The printed table does not show whether the entry belongs to this action or a neighbouring one. */
  cellUncertain: z.literal(true).optional(),
});

const PlanAction = z.strictObject({
  ...ActionBase,
  /** Actions that the printed table serves by the same cell. */
  sharesWorkWith: z.array(z.string()),
  entries: z.array(PlanEntry),
});

export const PlanFramework = z.strictObject({
  id: Id,
  title: z.string().min(1),
  /** Title of a plan of another cycle; `{cycle}` is replaced by "2026-2027". */
  titleTemplate: z.string().includes("{cycle}"),
  period: Period,
  /** The regional strategic plan that the references point to. */
  strategy: z.string().min(1),
  /** Headings of the three printed columns; `{cycle}` may stand in them. */
  columns: z.strictObject({
    action: z.string().min(1),
    relevance: z.string(),
    work: z.string().min(1),
    kpi: z.string().min(1),
  }),
  source: Sources,
  pillars: z.array(
    z.strictObject({
      id: Id,
      number: z.int().min(1),
      title: z.string().min(1),
      label: LocalizedText,
      source: Sources,
      actions: z.array(PlanAction).min(1),
    }),
  ),
});

const Activity = z.strictObject({
  id: Id,
  title: z.string().min(1),
  /** What kind of line it is: a commitment carried over, a fixed event of the calendar, or chosen after needs. */
  line: z.enum(["standing", "fixed", "needs-based"]),
  scope: z.enum(activityScopes),
  form: z.enum(activityForms),
  topics: z.array(Id),
  members: z.array(Id),
  group: Id.nullable(),
  /** All actions that it stands under, in the plan's order, and its entries there. */
  actions: z.array(z.string()).min(1),
  entries: z.array(z.string()).min(1),
  source: Sources,
});
export const Activities = z.strictObject({ plan: Id, source: Sources, activities: z.array(Activity) });

/** A KPI's target; `kpi` is the number of the KPI, from 1, where an action has two. */
const kpiNumber = { kpi: z.int().min(1).optional() };
const Target = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("members"), atLeast: z.int().min(1), of: z.int().min(1), ...kpiNumber }),
  z.strictObject({ kind: z.literal("perMonth"), atLeast: z.int().min(1), ...kpiNumber }),
  z.strictObject({ kind: z.literal("perQuarter"), atLeast: z.int().min(1), ...kpiNumber }),
  z.strictObject({ kind: z.literal("perYear"), atLeast: z.int().min(1), ...kpiNumber }),
  z.strictObject({ kind: z.literal("perTwoYears"), atLeast: z.int().min(1), ...kpiNumber }),
  z.strictObject({
    kind: z.literal("share"),
    atLeast: z.number().min(0).max(1),
    basis: z.string().min(1),
    ...kpiNumber,
  }),
  z.strictObject({
    kind: z.literal("score"),
    atLeast: z.number(),
    of: z.number(),
    statistic: z.literal("average"),
    ...kpiNumber,
  }),
]);

/** What the platform can count by itself, with the kinds of target that such a figure can be held against. */
export const KPI_COMPUTATIONS = {
  /** Members whose answers to the cycle's needs survey count. */
  membersContributing: ["members"],
  /** Needs surveys held. */
  surveysHeld: ["perYear"],
  /** Months in which enough activities were held. */
  activitiesHeld: ["perMonth", "perQuarter"],
  /** Activities held on the action's topics. */
  activitiesOnTopics: ["perYear", "perTwoYears"],
  /** Activities held at regional training centres. */
  activitiesAtCentres: ["perYear", "perTwoYears"],
  /** Members that have had a diagnostic mission. */
  membersDiagnosed: ["members"],
  /** Average of all participants' overall ratings. */
  averageEvaluation: ["score"],
  /** Missions that were asked for and had an accredited expert, of all that were asked for. */
  expertsUsed: ["share"],
  /** Follow-up rounds. */
  followUpsHeld: ["perYear"],
  /** Plans approved from a proposal that rests on a ranking. */
  plansFromNeeds: ["perYear"],
} as const satisfies Readonly<Record<string, readonly z.infer<typeof Target>["kind"][]>>;
export type KpiComputation = keyof typeof KPI_COMPUTATIONS;
const COMPUTATION_KEYS = Object.keys(KPI_COMPUTATIONS).filter((key): key is KpiComputation =>
  Object.hasOwn(KPI_COMPUTATIONS, key),
);

export const StrategicPlan = z.strictObject({
  id: Id,
  title: z.string().min(1),
  period: Period,
  strategy: z.string().min(1),
  memberCount: z.int().min(1),
  source: Sources,
  pillars: z.array(
    z.strictObject({
      id: Id,
      number: z.int().min(1),
      title: z.string().min(1),
      actions: z.array(
        z.strictObject({
          ...ActionBase,
          targetText: z.array(z.string().min(1)).min(1),
          targets: z.array(Target).min(1),
          timeframePrinted: z.string(),
          timeframe: YearMonth.nullable(),
        }),
      ),
    }),
  ),
  /** KPIs that measure actions of either plan; those with a computation are counted by the platform itself. */
  kpis: z.array(
    z.strictObject({
      id: Id,
      kpi: z.string().min(1),
      target: Target,
      /** How it is computed; without it the office enters the figure. */
      computation: z.enum(COMPUTATION_KEYS).optional(),
      actions: z.array(z.strictObject({ plan: Id, action: z.string() })).min(1),
      source: Sources,
    }),
  ),
});
