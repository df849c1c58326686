const TOLERANCE = 1e-9;

/**
 * Maximum flow by shortest augmenting phases (Dinic 1970). Capacities may be fractional; whole ones give whole flows.
 */
export class MaximumFlow {
  private readonly first: number[] = [];
  private readonly next: number[] = [];
  private readonly target: number[] = [];
  private readonly left: number[] = [];

  addNode(): number {
    this.first.push(-1);
    return this.first.length - 1;
  }

  /** @returns the edge, to be asked for its flow */
  addEdge(from: number, to: number, capacity: number): number {
    const edge = this.target.length;
    this.target.push(to, from);
    this.left.push(capacity, 0);
    this.next.push(this.first[from] ?? -1, this.first[to] ?? -1);
    this.first[from] = edge;
    this.first[to] = edge + 1;
    return edge;
  }

  flowOn(edge: number): number {
    return this.left[edge + 1] ?? 0;
  }

  run(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      const level = this.levels(source);
      if ((level[sink] ?? -1) < 0) return total;
      const at = [...this.first];
      for (;;) {
        const pushed = this.augment(source, sink, Number.POSITIVE_INFINITY, level, at);
        if (pushed <= TOLERANCE) break;
        total += pushed;
      }
    }
  }

  /** Nodes that can still be reached after `run`: the source's side of a minimum cut. */
  sourceSide(source: number): readonly boolean[] {
    return this.levels(source).map((level) => level >= 0);
  }

  private levels(source: number): number[] {
    const level = this.first.map(() => -1);
    level[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      for (let edge = this.first[node] ?? -1; edge >= 0; edge = this.next[edge] ?? -1) {
        const to = this.target[edge] ?? 0;
        if ((level[to] ?? 0) < 0 && (this.left[edge] ?? 0) > TOLERANCE) {
          level[to] = (level[node] ?? 0) + 1;
          queue.push(to);
        }
      }
    }
    return level;
  }

  private augment(node: number, sink: number, limit: number, level: readonly number[], at: number[]): number {
    if (node === sink) return limit;
    for (let edge = at[node] ?? -1; edge >= 0; edge = this.next[edge] ?? -1) {
      at[node] = edge;
      const to = this.target[edge] ?? 0;
      const room = this.left[edge] ?? 0;
      if (room <= TOLERANCE || (level[to] ?? 0) !== (level[node] ?? 0) + 1) continue;
      const pushed = this.augment(to, sink, Math.min(limit, room), level, at);
      if (pushed > TOLERANCE) {
        this.left[edge] = room - pushed;
        this.left[edge ^ 1] = (this.left[edge ^ 1] ?? 0) + pushed;
        return pushed;
      }
    }
    at[node] = -1;
    return 0;
  }
}
