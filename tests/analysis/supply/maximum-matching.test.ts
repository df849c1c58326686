import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "~/analysis/numeric/random";
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

/** Most edges of a matching by looking at every set of vertices: the lowest vertex is single or joined to a later one. */
function plainSize(vertices: number, edges: readonly (readonly [number, number])[]): number {
  const best = new Int8Array(2 ** vertices);
  for (let set = 1; set < best.length; set++) {
    const lowest = 31 - Math.clz32(set & -set);
    let most = best[set & (set - 1)] ?? 0;
    for (const [a, b] of edges) {
      const other = a === lowest ? b : b === lowest ? a : -1;
      if (other < 0 || other === lowest || ((set >> other) & 1) === 0) continue;
      most = Math.max(most, 1 + (best[set & ~(1 << lowest) & ~(1 << other)] ?? 0));
    }
    best[set] = most;
  }
  return best[best.length - 1] ?? 0;
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

  it.each([
    { graphs: 1500, upTo: 10 },
    { graphs: 200, upTo: 14 },
  ])(
    "equals the best of all sets on $graphs sparse graphs of up to $upTo vertices, from nothing and from a matching",
    ({ graphs, upTo }) => {
      for (let seed = 0; seed < graphs; seed++) {
        const random = createRandom(seed);
        const vertices = 2 + random.integer(upTo - 1);
        const edges = Array.from({ length: random.integer(Math.ceil(1.8 * vertices)) }, (): [number, number] => [
          random.integer(vertices),
          random.integer(vertices),
        ]).filter(([a, b]) => a !== b);
        const best = plainSize(vertices, edges);
        expect(sizeOf(vertices, edges), `seed ${seed}`).toBe(best);
        const mate = new Int32Array(vertices).fill(-1);
        for (const [a, b] of edges) {
          if (mate[a] !== -1 || mate[b] !== -1) continue;
          mate[a] = b;
          mate[b] = a;
        }
        expect(sizeOf(vertices, edges, mate), `seed ${seed}`).toBe(best);
      }
    },
  );

  it("equals half the rank of the Tutte matrix on 3,000 sparse graphs of up to 60 vertices with nested odd cycles", () => {
    for (let seed = 0; seed < 3000; seed++) {
      const random = createRandom(seed);
      const vertices = 10 + random.integer(51);
      const edges = Array.from({ length: Math.ceil((1 + random.next() / 2) * vertices) }, (): [number, number] => [
        random.integer(vertices),
        random.integer(vertices),
      ]).filter(([a, b]) => a !== b);
      expect(sizeOf(vertices, edges), `seed ${seed}`).toBe(tutteRank(vertices, edges, random) / 2);
    }
  });
});

/** Rank of a random skew-symmetric matrix on the edges, modulo a prime (Tutte 1947; Lovász 1979). */
function tutteRank(vertices: number, edges: readonly (readonly [number, number])[], random: Random): number {
  const rows = Array.from({ length: vertices }, () => new Float64Array(vertices));
  for (const [a, b] of edges) {
    const entry = 1 + random.integer(PRIME - 1);
    rows[a]?.fill(entry, b, b + 1);
    rows[b]?.fill(PRIME - entry, a, a + 1);
  }
  let rank = 0;
  for (let column = 0; column < vertices; column++) {
    const at = rows.findIndex((row, i) => i >= rank && row[column] !== 0);
    const pivot = rows[at];
    if (at < 0 || pivot === undefined) continue;
    rows.splice(at, 1);
    rows.splice(rank, 0, pivot);
    rank++;
    const inverse = power(pivot[column] ?? 0, PRIME - 2);
    for (const row of rows.slice(rank)) {
      if (row[column] === 0) continue;
      const factor = ((row[column] ?? 0) * inverse) % PRIME;
      for (let k = column; k < vertices; k++) {
        row[k] = ((row[k] ?? 0) + (PRIME - factor) * (pivot[k] ?? 0)) % PRIME;
      }
    }
  }
  return rank;
}

const PRIME = 1_000_003;

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
