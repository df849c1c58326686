import { createRandom, type Random } from "~/analysis/numeric/random";
import type { CompiledActivity, CompiledPlan } from "./compile-plan";
import { createPlanState, type PlanState } from "./plan-state";
import type { Selection } from "./selection";

/** What an activity takes from the others when it is held in a month, in any unit that is the same for all. */
export type Price = (activity: number, month: number) => number;

export interface Improver {
  /** Changes that have been tried; the search goes on where it stopped. */
  run(rounds: number, shouldStop: () => boolean): void;
  /** The best plan so far that reaches all that must be reached. */
  best(): { readonly selection: Selection; readonly score: number } | undefined;
  /** Starts anew from a plan that another way found. */
  restart(from: Selection): void;
  /** Prices of a relaxation, to be used in turn with the first ones. */
  reprice(price: Price): void;
}

/** Seed of the search, the same for every problem. */
export const SEARCH_SEED = 20260701;
/** A plan is left for one that is worse by at most this share of its score, less and less so. */
const SLACK = 0.012;
const EPSILON = 1e-9;
const MOVES = 8;

/**
 * Large neighbourhood search: a few lines are taken out, one that is left out is forced in, and what fits and gains
 * most for its price is put back; slightly worse plans are accepted at first (threshold accepting, Dueck & Scheuer
 * 1990; ruin and recreate, Schrimpf et al. 2000). Seeded: the same problem gives the same plan.
 */
export function createImprover(plan: CompiledPlan, start: Selection | undefined, firstPrice: Price): Improver {
  const state = createPlanState(plan);
  const random = createRandom(SEARCH_SEED);
  let price = firstPrice;
  let prices: readonly Price[] = [firstPrice];
  const usable = plan.activities.flatMap(({ blocked }, at) => (blocked === null ? [at] : []));
  // One thing that must be reached outweighs any score.
  const must =
    1 + plan.activities.reduce((sum, { values }) => sum + values.reduce((all, each) => all + each.value, 0), 0);
  const worth = () => state.score() - must * state.missing();
  let best: { selection: Selection; score: number } | undefined;
  let current = worth();
  let slack = SLACK;
  let saved = Int32Array.from(state.monthOf);

  const keep = () => {
    saved = Int32Array.from(state.monthOf);
    current = worth();
    if (state.missing() === 0 && locksHeld() && (best === undefined || state.score() > best.score))
      best = { selection: state.selection(), score: state.score() };
  };
  const locksHeld = () => plan.activities.every(({ fixedIn }, at) => !fixedIn || state.monthOf[at] !== -1);
  const goBack = () => {
    saved.forEach((month, at) => {
      if (state.monthOf[at] !== month) state.remove(at);
    });
    saved.forEach((month, at) => {
      if (month !== -1 && state.monthOf[at] === -1) state.add(at, month);
    });
  };
  const load = (from: Selection) => {
    for (const at of state.selection().keys()) if (!from.has(at)) state.remove(at);
    for (const [at, month] of from) {
      if (state.monthOf[at] === month) continue;
      state.remove(at);
    }
    for (const [at, month] of from) if (state.monthOf[at] === -1) state.add(at, month);
    keep();
  };

  if (start === undefined) {
    for (const [at, { fixedIn }] of plan.activities.entries()) if (fixedIn) insert(plan, state, at, price, random);
    refill(plan, state, usable, price, must, random, 0);
    keep();
  } else load(start);

  return {
    best: () => best,
    restart: load,
    reprice: (next) => {
      prices = [firstPrice, next];
    },
    run: (rounds, shouldStop) => {
      for (let round = 0; round < rounds; round++) {
        if (round % 64 === 0 && shouldStop()) return;
        price = prices[random.integer(prices.length)] ?? firstPrice;
        slack = SLACK * (1 - round / rounds);
        const locked = (at: number) => plan.activities[at]?.fixedIn ?? false;
        const lines = usable.filter((at) => state.monthOf[at] !== -1 && !locked(at));
        const outside = usable.filter((at) => state.monthOf[at] === -1);
        const kind = random.next();
        if (kind < 0.5 && outside.length > 0) force(plan, state, draw(outside, random), price, random);
        else if (kind < 0.75) takeOutRelated(plan, state, lines, random);
        else
          for (
            let left = 1 + random.integer(Math.max(1, Math.min(6, lines.length)));
            left > 0 && lines.length > 0;
            left--
          )
            state.remove(draw(lines, random));
        refill(plan, state, usable, price, must, random, 0.25);
        const now = worth();
        if (now >= current - slack * Math.abs(best?.score ?? current)) keep();
        else goBack();
        // Gone astray: the best plan is where to look again.
        if (round % 400 === 399 && best !== undefined) load(best.selection);
      }
      if (best !== undefined) load(best.selection);
    },
  };
}

function draw(list: readonly number[], random: Random): number {
  return list[random.integer(list.length)] ?? 0;
}

/** Lines of a month, of the same needs' members or of the same experts go together: they are what can be exchanged. */
function takeOutRelated(plan: CompiledPlan, state: PlanState, lines: readonly number[], random: Random): void {
  if (lines.length === 0) return;
  const centre = draw(lines, random);
  const own = plan.activities[centre];
  const month = state.monthOf[centre];
  const leads = new Set(own?.leads);
  const alike = (at: number) => {
    const other = plan.activities[at];
    if (own === undefined || other === undefined) return 0;
    const shared = other.leads.filter((expert) => leads.has(expert)).length;
    return (
      Number(state.monthOf[at] === month) +
      shared / Math.max(1, leads.size) +
      other.members.filter((member) => own.members.includes(member)).length / Math.max(1, own.members.length) +
      random.next()
    );
  };
  const ranked = lines.map((at) => ({ at, near: at === centre ? 9 : alike(at) })).sort((a, b) => b.near - a.near);
  const size = 2 + random.integer(Math.max(1, Math.min(7, lines.length)));
  for (const { at } of ranked.slice(0, size)) state.remove(at);
}

/** Puts an activity in at the expense of others, those first that lose least for what they give back. */
function force(plan: CompiledPlan, state: PlanState, at: number, price: Price, random: Random): void {
  const own = plan.activities[at];
  if (own === undefined) return;
  const locked = (other: number) => plan.activities[other]?.fixedIn ?? false;
  const removable = () =>
    plan.activities.flatMap((_, other) => (state.monthOf[other] !== -1 && !locked(other) ? [other] : []));
  for (const other of removable())
    if (plan.activities[other]?.groups.some((group) => own.groups.includes(group))) state.remove(other);
  const cheapest = (among: readonly number[]) => {
    let found = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const other of among) {
      const relative =
        ((state.loss(other) + 1) / (price(other, state.monthOf[other] ?? 0) + EPSILON)) * (0.5 + random.next());
      if (relative < least) [found, least] = [other, relative];
    }
    return found;
  };
  for (let tries = 0; tries < 6 && !state.hasRoom(at); tries++) {
    const lines = removable();
    const narrow = lines.filter((other) => plan.activities[other]?.members.some((each) => own.members.includes(each)));
    const other = cheapest(tries % 2 === 1 && narrow.length > 0 ? narrow : lines);
    if (other < 0) return;
    state.remove(other);
  }
  if (insert(plan, state, at, price, random)) return;
  const month = own.months[random.integer(own.months.length)] ?? 0;
  for (let tries = 0; tries < 3; tries++) {
    const here = [...(state.inMonth[month] ?? [])].filter((other) => !locked(other));
    const other = cheapest(here.length > 0 && tries < 2 ? here : removable());
    if (other < 0) return;
    state.remove(other);
    if (state.add(at, month)) return;
  }
}

/** Adds what fits and gains, most for its price first, until nothing does. */
function refill(
  plan: CompiledPlan,
  state: PlanState,
  usable: readonly number[],
  price: Price,
  must: number,
  random: Random,
  noise: number,
): void {
  const needed = state.missing() > 0;
  // Moving other lines is dear: for the first that finds no month only.
  let moving = random.next() < 0.3 ? MOVES : 0;
  const queue: { at: number; key: number; factor: number }[] = [];
  const keyOf = (at: number, factor: number) => {
    const months = plan.activities[at]?.months ?? [];
    let gain = state.gain(at);
    if (needed && state.missing() > 0) gain += must * Math.max(0, ...months.map((month) => state.brings(at, month)));
    return gain * factor;
  };
  for (const at of usable) {
    if (!state.hasRoom(at)) continue;
    const months = plan.activities[at]?.months ?? [];
    let least = Number.POSITIVE_INFINITY;
    for (const month of months) least = Math.min(least, price(at, month));
    const factor = (1 + noise * (random.next() - 0.5)) / (least + EPSILON);
    const key = keyOf(at, factor);
    if (key > 0) queue.push({ at, key, factor });
  }
  queue.sort((a, b) => b.key - a.key || a.at - b.at);
  while (queue.length > 0) {
    const first = queue.shift();
    if (first === undefined) return;
    if (!state.hasRoom(first.at)) continue;
    // The gain can only have fallen: one look tells whether this one is still the best.
    const key = keyOf(first.at, first.factor);
    if (key <= 0) continue;
    const next = queue[0];
    if (next !== undefined && key < next.key) {
      let place = 0;
      while (place < queue.length && (queue[place]?.key ?? 0) >= key) place++;
      queue.splice(place, 0, { ...first, key });
      continue;
    }
    if (insert(plan, state, first.at, price, random, moving)) continue;
    moving = 0;
  }
}

/** Puts an activity into the month that suits best, or moves one other line to another month to make room. */
function insert(
  plan: CompiledPlan,
  state: PlanState,
  at: number,
  price: Price,
  random: Random,
  moves = MOVES,
): boolean {
  const own = plan.activities[at];
  if (own === undefined || !state.hasRoom(at) || !state.hasMissions(at)) return false;
  const months = own.months
    .map((month) => ({
      month,
      key:
        price(at, month) * (1 + 0.1 * random.next()) +
        1e-6 * (state.inMonth[month]?.size ?? 0) -
        1e9 * state.brings(at, month),
    }))
    .sort((a, b) => a.key - b.key || a.month - b.month);
  for (const { month } of months) if (state.add(at, month)) return true;
  let left = moves;
  for (const { month } of months) {
    const crowded = !state.hasDays(at, month);
    for (const other of [...(state.inMonth[month] ?? [])]) {
      const line = plan.activities[other];
      if (line === undefined || line.months.length < 2) continue;
      // Where only the team is missing, a line of other experts frees nobody.
      if (!crowded && !sharesExperts(own, line)) continue;
      if (left-- <= 0) return false;
      state.remove(other);
      if (state.add(at, month)) {
        for (const target of plan.activities[other]?.months ?? [])
          if (target !== month && state.add(other, target)) return true;
        state.remove(at);
      }
      state.add(other, month);
    }
  }
  return false;
}

function sharesExperts(a: CompiledActivity, b: CompiledActivity): boolean {
  const able = (each: CompiledActivity, expert: number) => each.leads.includes(expert) || each.seconds.includes(expert);
  return a.leads.some((expert) => able(b, expert)) || a.seconds.some((expert) => able(b, expert));
}
