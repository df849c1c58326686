import { describe, expect, it } from "vitest";
import { createRandom } from "~/analysis/numeric/random";
import { graphOf, maximumMatching } from "~/analysis/supply/maximum-matching";

function sizeOf(
  vertices: number,
  edges: readonly (readonly [number, number])[],
  mate = new Int32Array(vertices).fill(-1),
) {
  const size = maximumMatching(graphOf(vertices, edges), mate);
  const joined = new Set(edges.flatMap(([a, b]) => [`${a}-${b}`, `${b}-${a}`]));
  mate.forEach((partner, v) => {
    if (partner < 0) return;
    expect(mate[partner]).toBe(v);
    expect(joined.has(`${v}-${partner}`)).toBe(true);
  });
  return size;
}

function plainSize(edges: readonly (readonly [number, number])[], used: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = edges;
  if (first === undefined) return 0;
  const [a, b] = first;
  const without = plainSize(rest, used);
  if (a === b || used.has(a) || used.has(b)) return without;
  return Math.max(without, 1 + plainSize(rest, new Set([...used, a, b])));
}

describe("maximum matching", () => {
  it("goes through odd cycles: two triangles joined by an edge, a flower with a stem", () => {
    expect(
      sizeOf(6, [
        [0, 1],
        [1, 2],
        [2, 0],
        [2, 3],
        [3, 4],
        [4, 5],
        [5, 3],
      ]),
    ).toBe(3);
    expect(
      sizeOf(
        6,
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 2],
          [3, 5],
        ],
        Int32Array.from([-1, 2, 1, 4, 3, -1]),
      ),
    ).toBe(3);
    expect(
      sizeOf(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
    ).toBe(1);
    expect(sizeOf(0, [])).toBe(0);
  });

  it("finds the ten-vertex Petersen graph's perfect matching", () => {
    const edges = Array.from({ length: 5 }, (_, i): [number, number][] => [
      [i, (i + 1) % 5],
      [i, i + 5],
      [5 + i, 5 + ((i + 2) % 5)],
    ]).flat();
    expect(sizeOf(10, edges)).toBe(5);
  });

  it("equals plain enumeration on 1,500 random graphs, from nothing and from a matching that blocks", () => {
    for (let seed = 0; seed < 1500; seed++) {
      const random = createRandom(seed);
      const vertices = 2 + random.integer(9);
      const edges = Array.from({ length: random.integer(16) }, (): [number, number] => [
        random.integer(vertices),
        random.integer(vertices),
      ]).filter(([a, b]) => a !== b);
      const best = plainSize(edges);
      expect(sizeOf(vertices, edges), `seed ${seed}`).toBe(best);
      const mate = new Int32Array(vertices).fill(-1);
      for (const [a, b] of edges) {
        if (mate[a] !== -1 || mate[b] !== -1) continue;
        mate[a] = b;
        mate[b] = a;
      }
      expect(sizeOf(vertices, edges, mate), `seed ${seed}`).toBe(best);
    }
  });
});
