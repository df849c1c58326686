import { compareIds } from "~/analysis/compare-ids";
import type { Figure, Provenance } from "../result";
import { wilsonInterval } from "../scales/wilson-interval";

export const PLEDGE_STATUSES = ["done", "underWay", "stuck", "notStarted", "dropped"] as const;
export type PledgeStatus = (typeof PLEDGE_STATUSES)[number];
export const SESSIONS = ["held", "planned", "no"] as const;
export const CHANGES = ["inPlace", "begun", "planned", "none"] as const;

/** A pledge with what its author, or whoever is in charge now, said of it. */
export interface FollowedPledge {
  readonly pledge: string;
  /** Whether a follow-up asked after it; one without address and administration cannot be asked after. */
  readonly asked: boolean;
  /** `null` if nobody answered. */
  readonly answer: {
    readonly status: PledgeStatus;
    readonly obstacle: string | null;
    /** Whether something was named that shows the result. */
    readonly documented: boolean;
    readonly colleagues: number | null;
    readonly effect: string | null;
    readonly help: readonly string[];
    /** Answered by whoever is in charge now, not by who pledged. */
    readonly bySuccessor: boolean;
  } | null;
}

/** What an administration said of one workshop. */
export interface FollowedWorkshop {
  readonly activity: string;
  readonly member: string;
  readonly answer: {
    readonly session: (typeof SESSIONS)[number] | null;
    readonly colleagues: number | null;
    readonly change: (typeof CHANGES)[number] | null;
  } | null;
}

export interface NamedCount {
  readonly id: string;
  readonly count: number;
}

/** A sum with how many gave a number for it. */
export interface Reach {
  readonly sum: number;
  readonly n: number;
}

export interface FollowUpSummary {
  readonly provenance: Provenance;
  readonly pledges: {
    readonly made: number;
    readonly asked: number;
    readonly answered: number;
    /** Answered over asked. */
    readonly responseRate: Figure;
    readonly bySuccessor: number;
  };
  /** In the order of `PLEDGE_STATUSES`, zeros too. */
  readonly status: readonly (NamedCount & { readonly id: PledgeStatus })[];
  /** Share of the answered pledges that were kept (done), with Wilson's 90 % interval. */
  readonly kept: { readonly share: Figure; readonly lower: Figure; readonly upper: Figure };
  /** Kinds of obstacles over the pledges that stalled, the most frequent first. */
  readonly obstacles: readonly NamedCount[];
  readonly stalled: number;
  readonly stalledWithKind: number;
  /** Answered pledges for which something shows the result. */
  readonly documented: number;
  readonly effects: readonly NamedCount[];
  readonly help: readonly NamedCount[];
  readonly trained: Reach;
  readonly administrations: {
    readonly asked: number;
    readonly answered: number;
    readonly responseRate: Figure;
    readonly sessions: readonly NamedCount[];
    readonly changes: readonly NamedCount[];
    readonly reached: Reach;
  };
}

const CONFIDENCE = 0.9;

/**
 * Counts what became of pledges, and what administrations made of workshops. Counts, not effects: what would have
 * happened without the workshop is not known.
 *
 * Pledges that were made count as made whether anybody could be asked or not; shares are over those answered. A pledge
 * under way with evidence is not "done". Colleagues are added up over those who gave a number, and n says how many.
 *
 * @param pledges in any order
 * @param workshops one for each workshop and member asked
 * @throws {RangeError} if a pledge or a pair of workshop and member comes twice, a pledge that nobody asked after was
 *   answered, or a number of colleagues is not a whole number from 0
 * @see docs/methods/follow-up-summary.md
 */
export function summariseFollowUp(
  pledges: readonly FollowedPledge[],
  workshops: readonly FollowedWorkshop[],
): FollowUpSummary {
  refuseTwice(
    "pledge",
    pledges.map(({ pledge }) => pledge),
  );
  refuseTwice(
    "workshop and member",
    workshops.map(({ activity, member }) => JSON.stringify([activity, member])),
  );
  const asked = pledges.filter((pledge) => pledge.asked).length;
  if (pledges.some((pledge) => pledge.answer && !pledge.asked))
    throw new RangeError("a pledge was answered that nobody asked after");
  const answers = pledges.flatMap(({ answer }) => answer ?? []);
  const done = answers.filter(({ status }) => status === "done").length;
  const interval = wilsonInterval(done, answers.length, { confidence: CONFIDENCE, N: asked });
  const stalled = answers.filter(({ status }) => ["stuck", "notStarted", "dropped"].includes(status));
  const kinds = stalled.flatMap(({ obstacle }) => obstacle ?? []);
  const told = workshops.flatMap(({ answer }) => answer ?? []);
  const n = answers.length;
  return {
    provenance: {
      n,
      N: asked,
      coverage: asked === 0 ? null : n / asked,
      method: "follow-up/summarise-follow-up",
      version: 1,
      parameters: { confidence: CONFIDENCE },
      seed: null,
    },
    pledges: {
      made: pledges.length,
      asked,
      answered: n,
      responseRate: rate(n, asked),
      bySuccessor: answers.filter(({ bySuccessor }) => bySuccessor).length,
    },
    status: PLEDGE_STATUSES.map((id) => ({ id, count: answers.filter(({ status }) => status === id).length })),
    kept: {
      share: n === 0 ? { value: null, reason: "noRespondents" } : { value: done / n },
      lower: end(interval?.lower, n),
      upper: end(interval?.upper, n),
    },
    obstacles: byFrequency(kinds),
    stalled: stalled.length,
    stalledWithKind: kinds.length,
    documented: answers.filter(({ documented }) => documented).length,
    effects: byFrequency(answers.flatMap(({ effect }) => effect ?? [])),
    help: byFrequency(answers.flatMap(({ help }) => help)),
    trained: reach(answers.map(({ colleagues }) => colleagues)),
    administrations: {
      asked: workshops.length,
      answered: told.length,
      responseRate: rate(told.length, workshops.length),
      sessions: SESSIONS.map((id) => ({ id, count: told.filter(({ session }) => session === id).length })),
      changes: CHANGES.map((id) => ({ id, count: told.filter(({ change }) => change === id).length })),
      reached: reach(told.map(({ colleagues }) => colleagues)),
    },
  };
}

function rate(n: number, N: number): Figure {
  return N === 0 ? { value: null, reason: "notAsked" } : { value: n / N };
}

function end(value: number | undefined, n: number): Figure {
  return value === undefined ? { value: null, reason: n === 0 ? "noRespondents" : "census" } : { value };
}

function reach(values: readonly (number | null)[]): Reach {
  const given = values.filter((value) => value !== null);
  const wrong = given.find((value) => !(Number.isInteger(value) && value >= 0));
  if (wrong !== undefined) throw new RangeError(`${wrong} is no number of colleagues`);
  return { sum: given.reduce((sum, value) => sum + value, 0), n: given.length };
}

/** The most frequent first, equal ones by id. */
function byFrequency(ids: readonly string[]): readonly NamedCount[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count || compareIds(a.id, b.id));
}

function refuseTwice(what: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new RangeError(`the ${what} ${id} is given twice`);
    seen.add(id);
  }
}
