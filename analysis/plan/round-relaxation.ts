import type { CompiledPlan } from "./compile-plan";
import type { PlanModel } from "./plan-model";
import { placeMoving, scheduleSelection } from "./schedule-selection";
import { scoreOf } from "./score-plan";
import type { Selection } from "./selection";
import type { LpResult } from "./solver";

/**
 * A plan near a relaxation: its activities by falling share, then those that the relaxation's prices speak least
 * against, each where it still fits and gains; then whatever else gains.
 *
 * @param grows `false`: nothing is added beyond what the relaxation holds
 */
export function roundRelaxation(
  plan: CompiledPlan,
  { chosen, held }: PlanModel,
  { values, reducedCosts }: Pick<LpResult, "values" | "reducedCosts">,
  grows: boolean,
): Selection {
  const share = (column: number | undefined) => (column === undefined || column < 0 ? 0 : (values[column] ?? 0));
  const order = chosen
    .map((column, at) => ({ at, share: share(column), price: Math.abs(reducedCosts[column] ?? 0) }))
    .filter((each) => each.share > 1e-6 || (grows && plan.activities[each.at]?.blocked === null))
    .sort((a, b) => b.share - a.share || a.price - b.price || a.at - b.at);
  const certain = order.filter((each) => each.share > 0.999).map(({ at }) => at);
  let selection: Selection = scheduleSelection(plan, certain, (at, month) => share(held[at]?.get(month))) ?? new Map();
  let score = scoreOf(plan, selection.keys());
  for (const each of order) {
    const gains = !grows || scoreOf(plan, [...selection.keys(), each.at]) > score;
    const grown = gains ? placeMoving(plan, selection, each.at) : undefined;
    if (grown === undefined) continue;
    selection = grown;
    score = scoreOf(plan, selection.keys());
  }
  return selection;
}
