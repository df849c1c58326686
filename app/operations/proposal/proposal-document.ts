import type { UnmetNeed } from "~/analysis/plan/candidate-input";
import type { ReasonClass } from "~/analysis/plan/explain-out";
import type { Infeasibility } from "~/analysis/plan/infeasibility";
import type { PlanFigures } from "~/analysis/plan/plan-figures";
import type { PlanLine, PlanProblem } from "~/analysis/plan/problem";
import type { PlanProposal } from "~/analysis/plan/solve-plan";
import type { HostLimit } from "./place-hosts";
import type { ProposalSettings } from "./proposal-settings";

/** The kind under which solved proposals are stored as analysis runs and queued as jobs. */
export const PROPOSAL = "proposal";

/** What a proposal rests on, for the head of its page. */
export interface ProposalScene {
  readonly proposalId: string;
  /** Revision of the proposal that was solved. */
  readonly revision: number;
  readonly cycleId: string;
  readonly rankingRunId: string;
  /** `null`: no supply analysis was there, so that no accreditation workshop is a candidate. */
  readonly supplyRunId: string | null;
  /** Members that answered, of all. */
  readonly answered: number;
  readonly members: number;
  readonly settings: ProposalSettings;
}

/** Everything that passes to the worker: plain data. */
export interface ProposalTask {
  readonly scene: ProposalScene;
  readonly problem: PlanProblem;
  /** Needs that no candidate covers, because nobody asked. */
  readonly unmet: readonly UnmetNeed[];
  /** Areas whose accreditation workshop would help and has too few candidates. */
  readonly notViable: readonly {
    readonly area: string;
    readonly candidates: number;
    readonly administrations: number;
  }[];
  /** Requests that stood when the search began. */
  readonly requests: readonly PlannedRequest[];
  /** Sub-regional lines that are no candidates, because others of their topic meet more need for their cost. */
  readonly jointLeftOut: JointLeftOut;
  /** What training centres take in a cycle. */
  readonly hosting: readonly HostLimit[];
  readonly inputSha256: string;
}

export interface PlannedRequest {
  readonly id: string;
  readonly member: string;
  readonly topic: string;
}

export interface JointLeftOut {
  readonly kept: number;
  readonly leftOut: number;
  /** How many are kept for a topic at most. */
  readonly most: number;
}

/** Why a candidate is left out, without a search: its class, and what it would add beside the plan. */
export interface LeftOut {
  readonly activity: string;
  /** `null`: not worked out in the time of the search; the answer about the line has it. */
  readonly reason: ReasonClass | null;
  /** Score that it would add on top of the plan, if it fitted. */
  readonly gain: number;
}

export interface ProposalOutcome {
  readonly proposal: PlanProposal;
  /** Figures of the plan, of greedy choice, and without the locks if there are any. */
  readonly figures: PlanFigures | null;
  readonly greedy: { readonly figures: PlanFigures; readonly lines: readonly PlanLine[] } | null;
  readonly unlocked: {
    readonly score: number;
    readonly proven: boolean;
    /** Ids of its needs-based lines. */
    readonly lines: readonly string[];
  } | null;
  readonly leftOut: readonly LeftOut[];
  /** Which rules clash; `null` if there is a plan. */
  readonly clash: Infeasibility | null;
  /** Seconds that the search and everything took: not part of what is compared. */
  readonly seconds: number;
}

/** What a stored run of this kind holds, as canonical JSON. */
export interface ProposalDocument {
  readonly kind: typeof PROPOSAL;
  readonly version: 2;
  readonly scene: ProposalScene;
  readonly problem: PlanProblem;
  readonly unmet: ProposalTask["unmet"];
  readonly notViable: ProposalTask["notViable"];
  readonly requests: ProposalTask["requests"];
  readonly jointLeftOut: ProposalTask["jointLeftOut"];
  readonly hosting: ProposalTask["hosting"];
  readonly outcome: ProposalOutcome;
}

/** @returns `undefined` if it was stored by an earlier version of the platform: then it has to be solved again */
export function readProposalRun(text: string): ProposalDocument | undefined {
  const parsed: unknown = JSON.parse(text);
  return isProposalDocument(parsed) ? parsed : undefined;
}

function isProposalDocument(value: unknown): value is ProposalDocument {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === PROPOSAL &&
    "version" in value &&
    value.version === 2 &&
    "outcome" in value
  );
}
