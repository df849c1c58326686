import { lockIn } from "./explain-out";
import type { PlanProblem } from "./problem";
import { amountOf, withAmount } from "./rule-amount";
import type { RuleRef } from "./without-rule";

/** Solves that a search for a change asks for. */
export interface PlanQuestions {
  /** Proven best score without the line; `null` if there is none or it was not proven. */
  readonly rival: (problem: PlanProblem) => number | null;
  /** Whether a plan reaches a score. */
  readonly reaches: (problem: PlanProblem, least: number) => boolean;
  readonly shouldStop: () => boolean;
}

const ROUNDS = 25;

/**
 * The smallest amount of one limit with which a line is in a best plan. More room helps the rivals too: from the
 * smallest amount at which a plan with the line reaches the rivals' score, that score is taken anew at this amount,
 * until both agree. No smaller amount can do, since at every smaller one the rivals need more.
 *
 * @param out best score without the line at the amount of now
 * @param most amount from which on the limit binds nobody
 * @returns `null` if no amount does
 */
export function smallestRaise(
  problem: PlanProblem,
  activity: string,
  rule: RuleRef,
  out: number,
  most: number,
  { rival, reaches, shouldStop }: PlanQuestions,
): number | null {
  const now = amountOf(problem, rule);
  if (now === null || now >= most) return null;
  const inside = (amount: number, score: number) => reaches(lockIn(withAmount(problem, rule, amount), activity), score);
  let amount = now;
  let score: number | null = out;
  for (let round = 0; round < ROUNDS && score !== null && !shouldStop(); round++) {
    if (!inside(most, score)) return null;
    let [fails, works] = [amount, most];
    if (inside(amount, score)) return amount > now ? amount : null;
    while (works - fails > 1 && !shouldStop()) {
      const middle = Math.min(Math.floor((fails + works) / 2), fails + Math.max(1, 4 * (fails - amount)));
      if (inside(middle, score)) works = middle;
      else fails = middle;
    }
    amount = works;
    score = rival(withAmount(problem, rule, amount));
  }
  return null;
}
