import { z } from "zod";
import type { FollowedPledge, FollowedWorkshop, FollowUpSummary } from "~/analysis/follow-up/summarise-follow-up";
import type { StatedNeed, TrainedNeeds, Training } from "~/analysis/follow-up/trained-need-unchanged";

/** The kind under which results of follow-ups are stored as analysis runs. */
export const FOLLOW_UP = "follow-up";

export type Localized = Readonly<Record<string, string>>;

export interface Named {
  readonly id: string;
  readonly name: Localized;
}

/** A workshop as the results name it. */
export interface FollowedActivity {
  readonly id: string;
  readonly title: string;
  readonly endedOn: string | null;
  readonly topics: readonly string[];
}

/** A pledge with its words; no address is ever among them. */
export interface PledgeInput extends FollowedPledge {
  readonly activity: string;
  readonly member: string | null;
  readonly action: string;
  readonly byWhen: string | null;
  readonly obstacleText: string | null;
  readonly result: string | null;
  readonly evidence: string | null;
}

export interface WorkshopInput extends FollowedWorkshop {
  readonly change: string | null;
  readonly evidence: string | null;
  readonly results: string | null;
}

/** Everything that the results of a cycle's follow-ups rest on, names too, so that they read the same for ever. */
export interface FollowUpInput {
  /** The cycle of the workshops. */
  readonly cycle: string;
  readonly activities: readonly FollowedActivity[];
  readonly members: readonly Named[];
  readonly topics: readonly Named[];
  readonly pledges: readonly PledgeInput[];
  readonly workshops: readonly WorkshopInput[];
  /** Words of the surveys for obstacles, effects and help, by value. */
  readonly words: {
    readonly obstacles: readonly Named[];
    readonly effects: readonly Named[];
    readonly help: readonly Named[];
  };
  readonly trainings: readonly Training[];
  readonly stated: readonly StatedNeed[];
  readonly revisions: readonly string[];
}

/** Stored results, whole. The same input gives the same bytes. */
export interface FollowUpDocument {
  readonly kind: typeof FOLLOW_UP;
  readonly format: 1;
  readonly input: FollowUpInput;
  readonly all: FollowUpSummary;
  readonly byActivity: readonly { readonly activity: string; readonly summary: FollowUpSummary }[];
  readonly trained: TrainedNeeds;
}

const Header = z.looseObject({
  kind: z.literal(FOLLOW_UP),
  format: z.literal(1),
  input: z.looseObject({ pledges: z.array(z.unknown()) }),
});

/** @throws {RangeError} if the document is none of this kind and format */
export function readFollowUpRun(document: string): FollowUpDocument {
  const parsed: unknown = JSON.parse(document);
  if (!isFollowUpDocument(parsed)) throw new RangeError("this is no stored follow-up of format 1");
  return parsed;
}

function isFollowUpDocument(value: unknown): value is FollowUpDocument {
  return Header.safeParse(value).success;
}
