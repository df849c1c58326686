import { withoutLine } from "./changed-problem";
import { lockIn } from "./explain-out";
import type { LineSolves } from "./line-solves";
import type { PlanProblem } from "./problem";
import { amountOf, withAmount } from "./rule-amount";
import type { RuleRef } from "./without-rule";

const ROUNDS = 25;

/**
 * The smallest amount of one limit with which a line is in a best plan. More room helps the rivals too: from the
 * smallest amount at which a plan with the line reaches the rivals' score, that score is taken anew at this amount,
 * until both agree. No smaller amount can do, since at every smaller one the rivals need more.
 *
 * @param out best score without the line at the amount of now
 * @param most amount from which on the limit binds nobody
 * @returns `null` if no amount does; `open` if a solve it rests on was not proven, or it was stopped
 */
export function smallestRaise(
  problem: PlanProblem,
  activity: string,
  rule: RuleRef,
  out: number,
  most: number,
  { bestScore, reaches, shouldStop, leaveOpen }: LineSolves,
): number | "open" | null {
  const now = amountOf(problem, rule);
  if (now === null || now >= most) return null;
  const inside = (amount: number, score: number) => reaches(lockIn(withAmount(problem, rule, amount), activity), score);
  let amount = now;
  let score = out;
  for (let round = 0; round < ROUNDS; round++) {
    const atMost = inside(most, score);
    if (atMost === null) return "open";
    if (!atMost) return null;
    const there = inside(amount, score);
    if (there === null) return "open";
    if (there) return amount > now ? amount : null;
    let [fails, works] = [amount, most];
    while (works - fails > 1) {
      if (shouldStop()) return "open";
      const middle = Math.min(Math.floor((fails + works) / 2), fails + Math.max(1, 4 * (fails - amount)));
      const helps = inside(middle, score);
      // Counted as a no, it would make an amount that is too great the smallest.
      if (helps === null) return "open";
      if (helps) works = middle;
      else fails = middle;
    }
    amount = works;
    const rival = bestScore(withoutLine(withAmount(problem, rule, amount), activity));
    if (rival === null) return "open";
    if (rival === Number.NEGATIVE_INFINITY) return null;
    score = rival;
  }
  leaveOpen();
  return "open";
}
