import { MaximumFlow } from "~/analysis/plan/maximum-flow";
import type { PlanLine, PlanProblem } from "~/analysis/plan/problem";

/** How many activities of a cycle the training centres of a member take; members without a centre stand for themselves. */
export interface HostLimit {
  readonly member: string;
  readonly most: number;
}

/**
 * Gives each line of a plan a host so that no member hosts more than its centres take. Where a line is held changes
 * neither its score nor its cost (hosts cost alike), so the plan stays the best one. As many lines as can be get a host;
 * the others have none: it is still to be found.
 *
 * @returns the lines in their order
 */
export function placeHosts(
  { activities }: Pick<PlanProblem, "activities">,
  lines: readonly PlanLine[],
  limits: readonly HostLimit[],
): readonly PlanLine[] {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const most = new Map(limits.map((limit) => [limit.member, limit.most]));
  const flow = new MaximumFlow();
  const [source, sink] = [flow.addNode(), flow.addNode()];
  const nodes = new Map<string, number>();
  const nodeOf = (member: string) => {
    const known = nodes.get(member);
    if (known !== undefined) return known;
    const node = flow.addNode();
    nodes.set(member, node);
    flow.addEdge(node, sink, most.get(member) ?? lines.length);
    return node;
  };
  const edges = lines.map((line) => {
    const activity = byId.get(line.activity);
    const cost = activity?.hosts.find(({ member }) => member === line.host)?.cost ?? activity?.cost;
    const alike = (activity?.hosts ?? []).filter((host) => host.cost === cost);
    if (alike.length === 0) return [];
    const node = flow.addNode();
    flow.addEdge(source, node, 1);
    return alike.map(({ member }) => ({ member, edge: flow.addEdge(node, nodeOf(member), 1) }));
  });
  flow.run(source, sink);
  return lines.map((line, at) => ({
    ...line,
    host: edges[at]?.find(({ edge }) => flow.flowOn(edge) > 0)?.member ?? null,
  }));
}
