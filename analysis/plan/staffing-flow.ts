import type { CompiledPlan } from "./compile-plan";
import { MaximumFlow } from "./maximum-flow";

/** An activity (position) held in a month, with a share from 0 to 1: below 1 only in relaxations. */
export interface Slot {
  readonly activity: number;
  readonly month: number;
  readonly share: number;
}

/**
 * What stops the slots from being staffed: experts whose missions are used up, and months in which others are.
 * All seats that only these could fill need more than they can give.
 */
export interface StaffingCut {
  readonly experts: ReadonlySet<number>;
  /** Expert x number of months + month. */
  readonly expertMonths: ReadonlySet<number>;
}

export type Staffing =
  | { readonly complete: true; readonly teams: readonly (readonly number[])[] }
  | { readonly complete: false; readonly missing: number; readonly cut: StaffingCut };

const TOLERANCE = 1e-7;

/**
 * Staffs the slots by a maximum flow expert -> (expert, month) -> lead seat or second seat, or finds the minimum cut
 * that shows why it cannot be done. One seat per expert and month, one lead per activity, missions per expert.
 *
 * @returns with `complete`, the team of each slot in its order (positions of experts, the lead first); teams are
 *   meaningful for shares of 1 only
 */
export function staffSlots(plan: CompiledPlan, slots: readonly Slot[]): Staffing {
  const monthCount = plan.problem.months.length;
  const flow = new MaximumFlow();
  const source = flow.addNode();
  const sink = flow.addNode();
  const expertNode = plan.experts.map(() => -1);
  const sourceEdge = plan.experts.map(() => -1);
  const monthNode = new Map<number, { node: number; edge: number }>();
  const monthOf = (expert: number, month: number): number => {
    const known = monthNode.get(expert * monthCount + month);
    if (known !== undefined) return known.node;
    let from = expertNode[expert] ?? -1;
    if (from < 0) {
      from = flow.addNode();
      expertNode[expert] = from;
      sourceEdge[expert] = flow.addEdge(source, from, plan.experts[expert]?.missions ?? 0);
    }
    const node = flow.addNode();
    monthNode.set(expert * monthCount + month, { node, edge: flow.addEdge(from, node, 1) });
    return node;
  };

  let demand = 0;
  const seatEdges = slots.map(({ activity: at, month, share }) => {
    const activity = plan.activities[at];
    const edges: { expert: number; lead: boolean; edge: number }[] = [];
    if (activity === undefined || activity.teamSize === 0 || share <= TOLERANCE) return edges;
    const lead = flow.addNode();
    const second = activity.teamSize > 1 ? flow.addNode() : -1;
    flow.addEdge(lead, sink, share);
    if (second >= 0) flow.addEdge(second, sink, share * (activity.teamSize - 1));
    demand += share * activity.teamSize;
    for (const expert of activity.leads)
      if (plan.experts[expert]?.free[month]) {
        const from = monthOf(expert, month);
        edges.push({ expert, lead: true, edge: flow.addEdge(from, lead, 1) });
        if (second >= 0) edges.push({ expert, lead: false, edge: flow.addEdge(from, second, 1) });
      }
    for (const expert of activity.seconds)
      if (second >= 0 && plan.experts[expert]?.free[month])
        edges.push({ expert, lead: false, edge: flow.addEdge(monthOf(expert, month), second, 1) });
    return edges;
  });

  const reached = flow.run(source, sink);
  if (reached >= demand - TOLERANCE * Math.max(1, demand)) {
    const teams = seatEdges.map((edges) =>
      edges
        .filter(({ edge }) => flow.flowOn(edge) > 0.5)
        .sort((a, b) => Number(b.lead) - Number(a.lead) || a.expert - b.expert)
        .map(({ expert }) => expert),
    );
    return { complete: true, teams };
  }
  const side = flow.sourceSide(source);
  const experts = new Set<number>();
  expertNode.forEach((node, expert) => {
    if (node >= 0 && !side[node]) experts.add(expert);
  });
  const expertMonths = new Set<number>();
  for (const [key, { node }] of monthNode)
    if (!experts.has(Math.floor(key / monthCount)) && !side[node]) expertMonths.add(key);
  return { complete: false, missing: demand - reached, cut: { experts, expertMonths } };
}
