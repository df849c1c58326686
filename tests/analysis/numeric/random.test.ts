import { expect, test } from "vitest";
import { createRandom } from "~/analysis/numeric/random";

const MASK = 0xffffffffn;
const rotateLeft = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & MASK;

/** xoshiro128** after the authors' C code, on integers of any size. */
function xoshiro128StarStar(state: readonly bigint[]): () => bigint {
  let [a = 0n, b = 0n, c = 0n, d = 0n] = state;
  return () => {
    const result = (rotateLeft((b * 5n) & MASK, 7n) * 9n) & MASK;
    const t = (b << 9n) & MASK;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11n);
    return result;
  };
}

function splitmix32(seed: bigint): () => bigint {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9n) & MASK;
    let z = state;
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & MASK;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & MASK;
    return z ^ (z >> 15n);
  };
}

test("the reference implementation gives the generator's known first numbers", () => {
  const next = xoshiro128StarStar([1n, 2n, 3n, 4n]);
  const first = Array.from({ length: 10 }, next).map(Number);
  expect(first).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test.each([0, 1, 20260401, 0x80000000, 0xffffffff])(
  "seed %i gives the numbers of the reference implementation",
  (seed) => {
    const filler = splitmix32(BigInt(seed));
    const bits = xoshiro128StarStar([filler(), filler(), filler(), filler()]);
    const random = createRandom(seed);
    for (let draw = 0; draw < 200; draw += 1) {
      const high = bits() >> 5n;
      const low = bits() >> 6n;
      expect(random.next()).toBe(Number(high * 0x4000000n + low) / 2 ** 53);
    }
    expect(random.integer(2 ** 32)).toBe(Number(bits()));
  },
);

test("uniform numbers stay below 1 and fill every tenth alike", () => {
  const random = createRandom(7);
  const tenths = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const tenth = Math.floor(random.next() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // A number below 0 or from 1 on would have made an entry of its own.
  expect(tenths).toHaveLength(10);
  const chiSquare = tenths.reduce((sum, observed) => sum + (observed - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.9); // the 99.9th percentile on 9 degrees of freedom
});

test("integers below 35 are drawn alike, and all of them", () => {
  const random = createRandom(8);
  const counts = new Array<number>(35).fill(0);
  for (let draw = 0; draw < 70_000; draw += 1) {
    const value = random.integer(35);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  expect(counts).toHaveLength(35);
  const chiSquare = counts.reduce((sum, observed) => sum + (observed - 2000) ** 2 / 2000, 0);
  expect(chiSquare).toBeLessThan(65.3); // the 99.9th percentile on 34 degrees of freedom
});

test("draws are rejected, not folded, where the range does not divide: 3 x 2^30 is hit evenly in each third", () => {
  const random = createRandom(9);
  const thirds = [0, 0, 0];
  for (let draw = 0; draw < 30_000; draw += 1) {
    const third = Math.floor(random.integer(3 * 2 ** 30) / 2 ** 30);
    thirds[third] = (thirds[third] ?? 0) + 1;
  }
  // Folding would give the first third half of the draws.
  for (const count of thirds) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("the only whole number below 1 is 0", () => {
  expect(createRandom(1).integer(1)).toBe(0);
});

test.each([-1, 1.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY])("seed %d is refused", (seed) => {
  expect(() => createRandom(seed)).toThrow(RangeError);
});

test.each([0, -3, 2.5, 2 ** 32 + 1, Number.NaN])("drawing below %d is refused", (below) => {
  expect(() => createRandom(1).integer(below)).toThrow(RangeError);
});
