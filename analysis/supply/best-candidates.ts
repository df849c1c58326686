import { compareIds } from "~/analysis/compare-ids";
import type { OnProgress, ShouldStop } from "~/analysis/result";
import type { GainBase } from "~/analysis/supply/accreditation-gain";
import { unitsOf } from "~/analysis/supply/accreditation-gain";
import { copyFlow, fillSeats, restoreFlow, type SeatFlow } from "~/analysis/supply/seat-flow";
import { staffedMissions } from "~/analysis/supply/staffed-missions";

/** Sets of up to so many persons are all looked at; beyond, a bound leaves out what cannot be better. */
const ENUMERATED = 3;

/** What the best set is best in: missions led, seats filled, or missions staffed as a whole. */
export type CandidateGoal = "led" | "seats" | "whole";

/** A person and the areas in which the person would be accredited. */
export interface CandidateOption {
  readonly expert: string;
  readonly areas: readonly string[];
}

export interface BestCandidates {
  readonly goal: CandidateGoal;
  /** The best set, in the order of ids; the first such set by ids if several are equally good; at most q persons. */
  readonly experts: readonly string[];
  /** Gain of the set together; not the sum of the members' own gains. */
  readonly gain: number;
  /** False if the search was stopped: the best set found so far. */
  readonly proven: boolean;
  /** Sets that were looked at whole. */
  readonly sets: number;
}

/**
 * The q persons whose accreditation together adds most.
 *
 * Gains overlap, so the best set need not hold the best persons, and with whole missions two may help only together.
 * Every set is looked at up to q = 3. Beyond, a depth-first search leaves out what a bound excludes: finished persons
 * counted as they are, those still to come as if each were somebody new beside who they are today (a sum of single
 * gains, exact for flows because the gain of new experts falls the more there are), and never more than with everybody
 * accredited. Of equally good sets the smallest wins.
 *
 * @param base maximum flows without any accreditation finished
 * @throws {RangeError} if q is not an integer of 0 or more, or a person is named twice
 * @see docs/methods/value-of-accreditation.md
 */
export function bestCandidates(
  base: GainBase,
  options: readonly CandidateOption[],
  {
    q,
    goal = "led",
    onProgress,
    shouldStop,
  }: {
    readonly q: number;
    readonly goal?: CandidateGoal;
    readonly onProgress?: OnProgress;
    readonly shouldStop?: ShouldStop;
  },
): BestCandidates {
  if (!(Number.isInteger(q) && q >= 0)) throw new RangeError(`cannot choose ${q} candidates`);
  const sorted = [...options].sort((a, b) => compareIds(a.expert, b.expert));
  sorted.forEach((option, i) => {
    if (option.expert === sorted[i + 1]?.expert)
      throw new RangeError(`candidate ${JSON.stringify(option.expert)} is named twice`);
  });
  const flow = goal === "led" ? base.lead : base.all;
  const today = copyFlow(flow);
  const units = sorted.map((option) =>
    unitsOf(flow.network, (unit) => unit.expert === option.expert && option.areas.includes(unit.area)),
  );
  const scratch = copyFlow(flow);
  const measure = (): number => {
    if (goal === "whole") return staffedMissions(scratch).count;
    let filled = 0;
    for (const load of scratch.load) filled += load;
    return filled;
  };
  const grow = (from: SeatFlow, added: readonly number[]): number => {
    restoreFlow(scratch, from);
    for (const i of added) for (const unit of units[i] ?? []) scratch.active[unit] = 1;
    fillSeats(scratch);
    return measure();
  };
  const start = grow(today, []);
  const everybody = grow(
    today,
    sorted.map((_, i) => i),
  );

  let best: readonly number[] = [];
  let most = start;
  let sets = 0;
  let proven = true;
  // Size by size, so that of equally good sets the smallest is found first, and among those the first by ids.
  const search = (size: number, chosen: readonly number[], state: SeatFlow, value: number, from: number): void => {
    const left = size - chosen.length;
    const rest = sorted.map((_, i) => i).slice(from);
    if (size > ENUMERATED && value + bound(state, value, rest, left) <= most) return;
    for (const i of rest.slice(0, rest.length - left + 1)) {
      if (most === everybody || !proven) return;
      if (shouldStop?.()) {
        proven = false;
        return;
      }
      if (chosen.length === 0) onProgress?.({ done: i, total: sorted.length, note: `${size} of ${q}` });
      const reached = grow(state, [i]);
      const set = [...chosen, i];
      if (left > 1) search(size, set, copyFlow(scratch), reached, i + 1);
      else {
        sets++;
        if (reached > most) {
          most = reached;
          best = set;
        }
      }
    }
  };

  /** No more than this can be gained by `left` of the rest. */
  const bound = (state: SeatFlow, value: number, rest: readonly number[], left: number): number => {
    const ceiling = grow(state, rest) - value;
    if (goal === "whole") return ceiling;
    const single = rest.map((i) => asSomebodyNew(state, value, i)).sort((a, b) => b - a);
    return Math.min(
      ceiling,
      single.slice(0, left).reduce((sum, gain) => sum + gain, 0),
    );
  };

  /** An upper bound of what a copy of the person, beside the person of today, could add: missions, seats in reach. */
  const asSomebodyNew = (state: SeatFlow, value: number, i: number): number => {
    const expert = flow.network.experts.findIndex((one) => one.id === sorted[i]?.expert);
    const capacity = flow.network.capacity[expert] ?? 0;
    return Math.min(capacity, grow(state, [i]) - value + (state.load[expert] ?? 0));
  };

  for (let size = 1; size <= Math.min(q, sorted.length); size++) search(size, [], today, start, 0);
  return { goal, experts: best.flatMap((i) => sorted[i]?.expert ?? []), gain: most - start, proven, sets };
}
