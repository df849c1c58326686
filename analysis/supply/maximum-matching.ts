/** An undirected graph as adjacency lists in one array: neighbours of v are target[start[v] .. start[v + 1]). */
export interface Graph {
  readonly start: Int32Array;
  readonly target: Int32Array;
}

/** Builds the lists of a graph from its edges; parallel edges and loops do no harm. */
export function graphOf(vertices: number, edges: readonly (readonly [number, number])[]): Graph {
  const start = new Int32Array(vertices + 1);
  for (const [a, b] of edges) {
    start[a + 1] = (start[a + 1] ?? 0) + 1;
    start[b + 1] = (start[b + 1] ?? 0) + 1;
  }
  for (let v = 0; v < vertices; v++) start[v + 1] = (start[v + 1] ?? 0) + (start[v] ?? 0);
  const next = start.slice();
  const target = new Int32Array(2 * edges.length);
  const put = (from: number, to: number) => {
    const at = next[from] ?? 0;
    target[at] = to;
    next[from] = at + 1;
  };
  for (const [a, b] of edges) {
    put(a, b);
    put(b, a);
  }
  return { start, target };
}

/**
 * Enlarges a matching of a graph that need not be bipartite to one of most edges (Edmonds 1965, "Paths, trees, and
 * flowers"): breadth-first search with contraction of odd cycles. Trees whose search failed are left out of later ones.
 *
 * @param mate partner of each vertex, -1 if single; changed in place
 * @returns number of edges of the matching
 */
export function maximumMatching({ start, target }: Graph, mate: Int32Array): number {
  const vertices = start.length - 1;
  // outer: reached by an even alternating path; parent: the vertex before an inner one.
  const outer = new Uint8Array(vertices);
  const dead = new Uint8Array(vertices);
  const parent = new Int32Array(vertices).fill(-1);
  const base = Int32Array.from({ length: vertices }, (_, v) => v);
  const queue = new Int32Array(vertices);
  const touched: number[] = [];
  const onPath = new Int32Array(vertices);
  let stamp = 0;
  let tail = 0;

  const at = (list: Int32Array, index: number): number => list[index] ?? -1;

  /** Base of the blossom that holds v, with path halving. */
  const root = (v: number): number => {
    let r = v;
    while (at(base, r) !== r) {
      base[r] = at(base, at(base, r));
      r = at(base, r);
    }
    return r;
  };

  /** First common blossom on the ways of two outer vertices to the root. */
  const meeting = (a: number, b: number): number => {
    stamp++;
    let x = root(a);
    for (;;) {
      onPath[x] = stamp;
      if (at(mate, x) < 0) break;
      x = root(at(parent, at(mate, x)));
    }
    let y = root(b);
    while (onPath[y] !== stamp) y = root(at(parent, at(mate, y)));
    return y;
  };

  /** Makes everything from v up to the common blossom outer. */
  const contract = (from: number, towards: number, top: number): void => {
    let v = from;
    let child = towards;
    while (root(v) !== top) {
      parent[v] = child;
      child = at(mate, v);
      if (outer[child] === 0) {
        outer[child] = 1;
        queue[tail++] = child;
      }
      // Only bases are moved: inside an older blossom the walk must go on to its base before it is joined to the new one.
      if (at(base, v) === v) base[v] = top;
      if (at(base, child) === child) base[child] = top;
      v = at(parent, child);
    }
  };

  const search = (source: number): boolean => {
    tail = 0;
    touched.length = 0;
    outer[source] = 1;
    touched.push(source);
    queue[tail++] = source;
    for (let head = 0; head < tail; head++) {
      const v = at(queue, head);
      for (let k = at(start, v); k < at(start, v + 1); k++) {
        const w = at(target, k);
        if (dead[w] === 1 || at(mate, v) === w || root(v) === root(w)) continue;
        if (outer[w] === 1) {
          const top = meeting(v, w);
          contract(v, w, top);
          contract(w, v, top);
        } else if (at(parent, w) < 0) {
          parent[w] = v;
          touched.push(w);
          const partner = at(mate, w);
          if (partner < 0) {
            flip(w);
            return true;
          }
          outer[partner] = 1;
          touched.push(partner);
          queue[tail++] = partner;
        }
      }
    }
    return false;
  };

  const flip = (end: number): void => {
    let w = end;
    while (w >= 0) {
      const v = at(parent, w);
      const next = at(mate, v);
      mate[w] = v;
      mate[v] = w;
      w = next;
    }
  };

  for (let v = 0; v < vertices; v++) {
    if (at(mate, v) >= 0) continue;
    const found = search(v);
    for (const u of touched) {
      if (!found) dead[u] = 1;
      outer[u] = 0;
      parent[u] = -1;
      base[u] = u;
    }
  }
  let edges = 0;
  mate.forEach((partner, v) => {
    if (partner > v) edges++;
  });
  return edges;
}
