/** Why a write came too late. A closed list: pages have a sentence for each. */
export type ConflictReason =
  | "officeExists"
  | "otherPack"
  | "alreadyGranted"
  | "draftChanged"
  | "alreadyPublished"
  | "roundNotOpen"
  | "roundNotDraft"
  | "alreadyInvited"
  | "responseState"
  | "keyReused"
  | "nameTaken"
  | "proposalChanged"
  | "alreadyApproved"
  | "planExists"
  | "alreadyDecided"
  | "activityChanged"
  | "evaluationHeld"
  | "jobEnded";

/** A lost race, or a state that no longer allows the change: nothing was written, and the reader should look again. */
export class ConflictError extends Error {
  override readonly name = "ConflictError";
  readonly reason: ConflictReason;

  constructor(reason: ConflictReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
