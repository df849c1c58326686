import type { NeedRow, PlannedRow, RequestRow } from "~/analysis/supply/demand-input";
import type { SupplyAnalysis, SupplyMember, SupplyTopic, SupplyViewSettings } from "~/analysis/supply/supply-analysis";
import type { SupplyPerson, SupplySettings } from "~/analysis/supply/supply-input";

/** What the supply analysis is calculated from. */
export interface SupplyInputs {
  readonly people: readonly SupplyPerson[];
  readonly requests: readonly RequestRow[];
  readonly needs: readonly NeedRow[];
  readonly planned: readonly PlannedRow[];
  readonly topics: readonly SupplyTopic[];
  readonly members: readonly SupplyMember[];
  /** Members whose answers count. */
  readonly answered: number;
}

/** What a supply run speaks of, for the head of its page. */
export interface SupplyScene {
  readonly roundId: string;
  readonly roundName: string;
  /** The cycle of the survey, and the one that is planned for. */
  readonly cycleId: string;
  readonly plannedCycleId: string;
  /** The stored ranking that places and scores are taken from; `null`: calculated from the answers for this run. */
  readonly rankingRunId: string | null;
  /** The plan whose activities are the planned demand. */
  readonly plan: { readonly title: string; readonly cycleId: string } | null;
}

export interface SupplyParameters {
  /** The day on which standing and currency are judged. */
  readonly asOf: string;
  readonly year: number;
  readonly seed: number;
  readonly settings: SupplySettings;
  readonly views: SupplyViewSettings;
}

/** Everything that passes to the worker: plain data. */
export interface SupplyTask {
  readonly scene: SupplyScene;
  readonly inputs: SupplyInputs;
  readonly parameters: SupplyParameters;
  readonly inputSha256: string;
  readonly revisionIds: readonly string[];
}

/** What a stored run of the kind "supply" holds, as canonical JSON. */
export interface SupplyDocument {
  readonly kind: "supply";
  readonly version: 1;
  readonly scene: SupplyScene;
  readonly inputs: SupplyInputs;
  readonly parameters: SupplyParameters;
  readonly result: SupplyAnalysis;
}

/**
 * @throws {Error} if the text is no supply document of this version: a run is never changed, so an older version would
 *   need a reader of its own
 */
export function parseSupplyDocument(text: string): SupplyDocument {
  const parsed: unknown = JSON.parse(text);
  if (!isSupplyDocument(parsed)) throw new Error("The stored run is no supply analysis of version 1");
  return parsed;
}

function isSupplyDocument(value: unknown): value is SupplyDocument {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "supply" &&
    "version" in value &&
    value.version === 1 &&
    "result" in value
  );
}
