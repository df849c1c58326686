import type { CompiledPlan } from "./compile-plan";
import { MaximumFlow } from "./maximum-flow";

/** Amounts by funder (position) of one activity. */
export type Funding = readonly { readonly funder: number; readonly amount: number }[];

/**
 * Divides the costs of activities among the funders that may pay for them, several together if need be; funders early
 * in the order of ids pay first where it makes no difference.
 *
 * @returns the funding of each activity in its order, or `undefined` if the money does not suffice under the conditions
 */
export function allocateFunding(
  plan: CompiledPlan,
  costs: readonly { readonly activity: number; readonly cost: number }[],
): readonly Funding[] | undefined {
  const amounts = plan.left.funders;
  if (amounts === null) return costs.map(() => []);
  if (amounts.some((amount) => amount < 0)) return undefined;
  const flow = new MaximumFlow();
  const source = flow.addNode();
  const sink = flow.addNode();
  const funderNodes = amounts.map((amount) => {
    const node = flow.addNode();
    flow.addEdge(node, sink, amount);
    return node;
  });
  let demand = 0;
  const edges = costs.map(({ activity, cost }) => {
    const node = flow.addNode();
    flow.addEdge(source, node, cost);
    demand += cost;
    const may = plan.activities[activity]?.funders ?? 0;
    // Edges are walked from the last added: the first funder is added last.
    return funderNodes
      .flatMap((to, funder) => (may & (1 << funder) && cost > 0 ? [{ to, funder }] : []))
      .reverse()
      .map(({ to, funder }) => ({ funder, edge: flow.addEdge(node, to, cost) }));
  });
  if (flow.run(source, sink) !== demand) return undefined;
  return edges.map((list) =>
    list
      .map(({ funder, edge }) => ({ funder, amount: flow.flowOn(edge) }))
      .filter(({ amount }) => amount > 0)
      .reverse(),
  );
}

/** Every union of sets of funders that activities depend on, as bits, with the money of its members. */
export function funderUnions(plan: CompiledPlan): readonly { readonly funders: number; readonly amount: number }[] {
  const amounts = plan.left.funders;
  if (amounts === null) return [];
  const unions = new Set<number>();
  for (const set of new Set(plan.activities.map(({ funders }) => funders)))
    if (set !== 0) for (const other of [0, ...unions]) unions.add(set | other);
  return [...unions]
    .sort((a, b) => a - b)
    .map((funders) => ({
      funders,
      amount: amounts.reduce((sum, amount, bit) => sum + (funders & (1 << bit) ? amount : 0), 0),
    }));
}
