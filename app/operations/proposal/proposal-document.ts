import type { UnmetNeed } from "~/analysis/plan/candidate-input";
import type { WhyIn } from "~/analysis/plan/explain-in";
import type { ReasonClass, WhyOut } from "~/analysis/plan/explain-out";
import type { Infeasibility } from "~/analysis/plan/infeasibility";
import type { PlanFigures } from "~/analysis/plan/plan-figures";
import type { PlanLine, PlanProblem } from "~/analysis/plan/problem";
import type { RulePrice } from "~/analysis/plan/rule-prices";
import type { PlanProposal } from "~/analysis/plan/solve-plan";
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
  readonly inputSha256: string;
}

/** Why a candidate is left out, without a search: its class, and what it would add beside the plan. */
export interface LeftOut {
  readonly activity: string;
  /** `null`: not worked out yet. */
  readonly reason: ReasonClass | null;
  /** Score that it would add on top of the plan, if it fitted. */
  readonly gain: number;
  /** The re-solve with the line locked in; `null` if it was not made yet: the line's page makes it. */
  readonly why: Pick<WhyOut, "closeness" | "loss" | "status" | "displaces"> | null;
}

export interface StayedIn {
  readonly activity: string;
  /** The re-solve with the line locked out; `null` if it was not made yet. */
  readonly why: (Pick<WhyIn, "loss" | "status" | "locked"> & { readonly instead: readonly string[] }) | null;
}

export interface ProposalOutcome {
  readonly proposal: PlanProposal;
  /** Figures of the plan, of greedy choice, and without the locks if there are any. */
  readonly figures: PlanFigures | null;
  readonly greedy: { readonly figures: PlanFigures; readonly lines: readonly PlanLine[] } | null;
  readonly unlocked: { readonly score: number; readonly proven: boolean } | null;
  readonly stayedIn: readonly StayedIn[];
  readonly leftOut: readonly LeftOut[];
  readonly prices: readonly RulePrice[];
  /** Which rules clash; `null` if there is a plan. */
  readonly clash: Infeasibility | null;
  /** Seconds that the search and everything took: not part of what is compared. */
  readonly seconds: number;
}

/** What a stored run of this kind holds, as canonical JSON. */
export interface ProposalDocument {
  readonly kind: typeof PROPOSAL;
  readonly version: 1;
  readonly scene: ProposalScene;
  readonly problem: PlanProblem;
  readonly unmet: ProposalTask["unmet"];
  readonly notViable: ProposalTask["notViable"];
  readonly outcome: ProposalOutcome;
}

/** @throws {RangeError} if the text is no stored proposal of this version */
export function readProposalRun(text: string): ProposalDocument {
  const parsed: unknown = JSON.parse(text);
  if (!isProposalDocument(parsed)) throw new RangeError("this is not a stored proposal of version 1");
  return parsed;
}

function isProposalDocument(value: unknown): value is ProposalDocument {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === PROPOSAL &&
    "version" in value &&
    value.version === 1 &&
    "outcome" in value
  );
}
