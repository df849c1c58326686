/** One arc of a flow network of unit or larger capacities. */
export interface CostArc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly cost: number;
}

/**
 * A flow of least cost among those of greatest value, by successive shortest paths (Bellman-Ford with a queue, since
 * costs may be negative; Ahuja, Magnanti & Orlin 1993, chapter 9).
 *
 * @param arcs without a directed cycle of negative cost; costs integers, so that sums are exact
 * @returns units on each arc, in the order of the arcs
 * @throws {RangeError} if a cost is not a safe integer
 */
export function minimumCostFlow({
  nodes,
  arcs,
  source,
  sink,
}: {
  readonly nodes: number;
  readonly arcs: readonly CostArc[];
  readonly source: number;
  readonly sink: number;
}): Int32Array {
  // Arc i is at 2i, its reverse at 2i + 1.
  const room = new Int32Array(2 * arcs.length);
  const cost = new Float64Array(2 * arcs.length);
  const head = new Int32Array(2 * arcs.length);
  const start = new Int32Array(nodes + 1);
  for (const arc of arcs) {
    if (!Number.isSafeInteger(arc.cost)) throw new RangeError(`cost ${arc.cost} is no safe integer`);
    start[arc.from + 1] = (start[arc.from + 1] ?? 0) + 1;
    start[arc.to + 1] = (start[arc.to + 1] ?? 0) + 1;
  }
  for (let v = 0; v < nodes; v++) start[v + 1] = (start[v + 1] ?? 0) + (start[v] ?? 0);
  const next = start.slice();
  const out = new Int32Array(2 * arcs.length);
  arcs.forEach((arc, i) => {
    room[2 * i] = arc.capacity;
    cost[2 * i] = arc.cost;
    cost[2 * i + 1] = -arc.cost;
    head[2 * i] = arc.to;
    head[2 * i + 1] = arc.from;
    const a = next[arc.from] ?? 0;
    out[a] = 2 * i;
    next[arc.from] = a + 1;
    const b = next[arc.to] ?? 0;
    out[b] = 2 * i + 1;
    next[arc.to] = b + 1;
  });

  const distance = new Float64Array(nodes);
  const through = new Int32Array(nodes);
  const queued = new Uint8Array(nodes);
  const queue = new Int32Array(nodes + 1);
  for (;;) {
    distance.fill(Number.POSITIVE_INFINITY);
    distance[source] = 0;
    through[source] = -1;
    let first = 0;
    let last = 0;
    queue[last++] = source;
    queued[source] = 1;
    while (first !== last) {
      const v = queue[first] ?? 0;
      first = first === nodes ? 0 : first + 1;
      queued[v] = 0;
      const here = distance[v] ?? 0;
      for (let k = start[v] ?? 0; k < (start[v + 1] ?? 0); k++) {
        const arc = out[k] ?? 0;
        if ((room[arc] ?? 0) === 0) continue;
        const w = head[arc] ?? 0;
        const there = here + (cost[arc] ?? 0);
        if (there >= (distance[w] ?? 0)) continue;
        distance[w] = there;
        through[w] = arc;
        if (queued[w] === 1) continue;
        queued[w] = 1;
        queue[last] = w;
        last = last === nodes ? 0 : last + 1;
      }
    }
    if (distance[sink] === Number.POSITIVE_INFINITY) break;
    for (let v = sink; v !== source; ) {
      const arc = through[v] ?? 0;
      room[arc] = (room[arc] ?? 0) - 1;
      room[arc ^ 1] = (room[arc ^ 1] ?? 0) + 1;
      v = head[arc ^ 1] ?? source;
    }
  }
  return Int32Array.from(arcs, (_, i) => room[2 * i + 1] ?? 0);
}
