import type { CompiledPlan } from "./compile-plan";
import { fill, place } from "./greedy-plan";
import type { PlanModel } from "./plan-model";
import { scheduleSelection } from "./schedule-selection";
import type { Selection } from "./selection";

/**
 * Plans near a relaxation: its activities by falling share, each where it still fits, then whatever gains.
 *
 * @param grows `false`: nothing is added beyond what the relaxation holds
 */
export function roundRelaxation(
  plan: CompiledPlan,
  { chosen, held }: PlanModel,
  values: ArrayLike<number>,
  grows: boolean,
): readonly Selection[] {
  const share = (column: number | undefined) => (column === undefined || column < 0 ? 0 : (values[column] ?? 0));
  const order = chosen
    .map((column, at) => ({ at, share: share(column) }))
    .filter((each) => each.share > 1e-6)
    .sort((a, b) => b.share - a.share || a.at - b.at);
  const certain = order.filter((each) => each.share > 0.999).map(({ at }) => at);
  let selection: Selection =
    scheduleSelection(plan, certain, (at, month) => share(held[at]?.get(month)), 100) ?? new Map();
  for (const { at } of order) selection = place(plan, selection, at) ?? selection;
  return [grows ? fill(plan, selection) : selection];
}
