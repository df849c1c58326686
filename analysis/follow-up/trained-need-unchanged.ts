import { compareIds } from "~/analysis/compare-ids";
import type { Provenance } from "../result";

/** A member's officers took part in an activity on a topic. */
export interface Training {
  readonly activity: string;
  readonly member: string;
  readonly topic: string;
  /** ISO date of the last day. */
  readonly endedOn: string;
}

/** What a member said of a topic in one needs survey. */
export interface StatedNeed {
  readonly member: string;
  readonly topic: string;
  /** 1 to 5, `null` where there is none. */
  readonly importance: number | null;
  readonly capability: number | null;
  /** Whether it asked for help in the topic. */
  readonly requested: boolean;
  /** ISO date of the answer. */
  readonly ratedOn: string;
}

export interface TrainedNeed extends Training {
  /** Importance minus capability before and after; `null` if not rated. */
  readonly gapBefore: number | null;
  readonly gapAfter: number | null;
  readonly askedBefore: boolean;
  readonly askedAfter: boolean;
  /** Still asks: asked for help again, or rates it important with a gap. */
  readonly stillAsks: boolean;
  /** Still asks, and the gap is no smaller than before; `null` if one of them is not known. */
  readonly unchanged: boolean | null;
}

export interface TrainedNeeds {
  readonly provenance: Provenance;
  /** Trained and asked again since, by member, topic and activity. */
  readonly needs: readonly TrainedNeed[];
  readonly stillAsk: number;
  readonly unchanged: number;
  /** Trained, but without an answer after the activity: nothing can be said yet. */
  readonly notAskedSince: number;
}

/**
 * Members whose officers were trained in a topic and that still ask for it in the first needs survey after the activity.
 *
 * A request in the topic counts, or importance of at least `leastImportance` with a gap of at least `leastGap`: the same
 * limits from which a need implies a mission. It is a reason to ask why, not a verdict on the workshop: who has learned
 * more may rate its capability lower.
 *
 * @param stated answers of all needs surveys, in any order; only the last before the end of the activity and the first
 *   after it are compared
 * @throws {RangeError} if a training comes twice, or a member states a topic twice on one day
 * @see docs/methods/trained-need-unchanged.md
 */
export function trainedNeedUnchanged(
  trainings: readonly Training[],
  stated: readonly StatedNeed[],
  { leastImportance = 4, leastGap = 2 }: { readonly leastImportance?: number; readonly leastGap?: number } = {},
): TrainedNeeds {
  const byNeed = new Map<string, StatedNeed[]>();
  for (const need of stated) {
    const list = byNeed.get(keyOf(need)) ?? [];
    if (list.some(({ ratedOn }) => ratedOn === need.ratedOn))
      throw new RangeError(`${need.member} states ${need.topic} twice on ${need.ratedOn}`);
    byNeed.set(
      keyOf(need),
      [...list, need].sort((a, b) => compareIds(a.ratedOn, b.ratedOn)),
    );
  }
  const seen = new Set<string>();
  const needs: TrainedNeed[] = [];
  let notAskedSince = 0;
  for (const training of trainings) {
    const id = JSON.stringify([training.member, training.topic, training.activity]);
    if (seen.has(id)) throw new RangeError(`the training ${id} is given twice`);
    seen.add(id);
    const list = byNeed.get(keyOf(training)) ?? [];
    const after = list.find(({ ratedOn }) => ratedOn > training.endedOn);
    if (!after) {
      notAskedSince += 1;
      continue;
    }
    const before = list.findLast(({ ratedOn }) => ratedOn <= training.endedOn);
    const [gapBefore, gapAfter] = [before ? gapOf(before) : null, gapOf(after)];
    const stillAsks =
      after.requested || ((after.importance ?? 0) >= leastImportance && gapAfter !== null && gapAfter >= leastGap);
    needs.push({
      ...training,
      gapBefore,
      gapAfter,
      askedBefore: before?.requested ?? false,
      askedAfter: after.requested,
      stillAsks,
      unchanged: gapBefore === null || gapAfter === null ? null : stillAsks && gapAfter >= gapBefore,
    });
  }
  needs.sort(
    (a, b) => compareIds(a.member, b.member) || compareIds(a.topic, b.topic) || compareIds(a.activity, b.activity),
  );
  return {
    provenance: {
      n: needs.length,
      N: trainings.length,
      coverage: trainings.length === 0 ? null : needs.length / trainings.length,
      method: "follow-up/trained-need-unchanged",
      version: 1,
      parameters: { leastImportance, leastGap },
      seed: null,
    },
    needs,
    stillAsk: needs.filter(({ stillAsks }) => stillAsks).length,
    unchanged: needs.filter(({ unchanged }) => unchanged === true).length,
    notAskedSince,
  };
}

function keyOf({ member, topic }: { readonly member: string; readonly topic: string }): string {
  return JSON.stringify([member, topic]);
}

function gapOf({ importance, capability }: StatedNeed): number | null {
  return importance === null || capability === null ? null : importance - capability;
}
