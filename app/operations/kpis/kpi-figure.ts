import type { RegionPack } from "~/db/regions/pack-schema";

export type KpiTarget = RegionPack["strategicPlan"]["kpis"][number]["target"];

/** Why a KPI has no figure in a cycle. */
export type NoFigure = "notEntered" | "noSurvey" | "noEvaluation" | "fewRatings" | "noRequestedMission" | "notKept";

/** Something that a figure was counted from. */
export interface KpiEvidence {
  readonly kind: "round" | "activity" | "mission" | "plan" | "member";
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  /** Where it can be read. */
  readonly href: string | null;
}

/** A figure of one cycle in the unit of its target, with what it was counted from. */
export interface KpiFigure {
  /**
   * Members; months or quarters in which the target was reached; how often in a year or two; a share from 0 to 1; points.
   * `null` where it is undefined.
   */
  readonly value: number | null;
  readonly reason?: NoFigure;
  /** What the figure counts, and out of how many: members, months, missions, ratings. */
  readonly n: number;
  readonly of: number | null;
  readonly evidence: readonly KpiEvidence[];
}

/** Whether a target was reached; before the cycle is over a missing figure is still to come. */
export type KpiOutcome = "met" | "notYet" | "missed" | "noFigure";

/** What a figure must come to: of months and quarters each that has passed. */
export function wantedOf(target: KpiTarget, { of }: Pick<KpiFigure, "of">): number {
  return target.kind === "perMonth" || target.kind === "perQuarter" ? Math.max(1, of ?? 1) : target.atLeast;
}

/** The figure as a share of what is wanted: 1 is the target reached. */
export function reachedShare(target: KpiTarget, figure: KpiFigure): number | null {
  return figure.value === null ? null : figure.value / wantedOf(target, figure);
}

/** Compares to nine decimals, so that a mean of 4 is a mean of 4. */
export function judgeFigure(target: KpiTarget, figure: KpiFigure, { over }: { readonly over: boolean }): KpiOutcome {
  if (figure.value === null) return "noFigure";
  if (Math.round((figure.value - wantedOf(target, figure)) * 1e9) >= 0) return "met";
  return over ? "missed" : "notYet";
}
