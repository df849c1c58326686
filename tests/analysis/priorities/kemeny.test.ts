import fc from "fast-check";
import { expect, test } from "vitest";
import { KEMENY_LIMIT, kemeny } from "~/analysis/priorities/kemeny";

/** Preferences of ballots that order some or all of the topics, the rest tied behind. */
function preferencesOf(topics: readonly string[], ballots: readonly (readonly string[])[]) {
  const place = (ballot: readonly string[], topic: string) => {
    const index = ballot.indexOf(topic);
    return index < 0 ? topics.length : index;
  };
  return {
    topics,
    above: topics.map((own) =>
      topics.map((other) => ballots.filter((ballot) => place(ballot, own) < place(ballot, other)).length),
    ),
  };
}

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}

function disagreements(order: readonly string[], { topics, above }: ReturnType<typeof preferencesOf>): number {
  let sum = 0;
  order.forEach((upper, index) => {
    for (const lower of order.slice(index + 1)) sum += above[topics.indexOf(lower)]?.[topics.indexOf(upper)] ?? 0;
  });
  return sum;
}

test("the worked example: a Condorcet cycle has three optimal orders with four disagreements", () => {
  const cycle = preferencesOf(
    ["aeo", "pca", "trs"],
    [
      ["aeo", "pca", "trs"],
      ["pca", "trs", "aeo"],
      ["trs", "aeo", "pca"],
    ],
  );
  expect(kemeny(cycle)).toEqual({
    disagreements: 4,
    optima: 3,
    orders: [
      ["aeo", "pca", "trs"],
      ["pca", "trs", "aeo"],
      ["trs", "aeo", "pca"],
    ],
    places: [
      { topic: "aeo", best: 1, worst: 3 },
      { topic: "pca", best: 1, worst: 3 },
      { topic: "trs", best: 1, worst: 3 },
    ],
  });
});

test("Young's example: 60 voters, three candidates, the optimal order is B, C, A with 104 agreements, 76 disagreements", () => {
  // Young (1988), after Condorcet: 23 A>B>C, 17 B>C>A, 2 B>A>C, 10 C>A>B, 8 C>B>A.
  const ballots = [
    ...new Array<string[]>(23).fill(["A", "B", "C"]),
    ...new Array<string[]>(17).fill(["B", "C", "A"]),
    ...new Array<string[]>(2).fill(["B", "A", "C"]),
    ...new Array<string[]>(10).fill(["C", "A", "B"]),
    ...new Array<string[]>(8).fill(["C", "B", "A"]),
  ];
  const { orders, disagreements: fewest } = kemeny(preferencesOf(["A", "B", "C"], ballots));
  expect(orders).toEqual([["B", "C", "A"]]);
  expect(fewest).toBe(76);
});

test("the textbook example of the four cities: Nashville, Chattanooga, Knoxville, Memphis, 393 agreements", () => {
  const above = [
    [0, 42, 42, 42],
    [58, 0, 68, 68],
    [58, 32, 0, 83],
    [58, 32, 17, 0],
  ];
  const { orders, disagreements: fewest } = kemeny({
    topics: ["memphis", "nashville", "chattanooga", "knoxville"],
    above,
  });
  expect(orders).toEqual([["nashville", "chattanooga", "knoxville", "memphis"]]);
  expect(fewest).toBe(600 - 393);
});

test("no order beats it and all orders as good are found: compared with all permutations, 400 cases", () => {
  const cases = fc.integer({ min: 1, max: 6 }).chain((k) => {
    const topics = ["a", "b", "c", "d", "e", "f"].slice(0, k);
    return fc
      .array(fc.shuffledSubarray(topics), { minLength: 0, maxLength: 7 })
      .map((ballots) => preferencesOf(topics, ballots));
  });
  fc.assert(
    fc.property(cases, (preferences) => {
      const costs = permutations(preferences.topics).map((order) => ({
        order,
        cost: disagreements(order, preferences),
      }));
      const fewest = Math.min(...costs.map(({ cost }) => cost));
      const optimal = costs.filter(({ cost }) => cost === fewest).map(({ order }) => order);
      const found = kemeny(preferences, 1000);
      expect(found.disagreements).toBe(fewest);
      expect(found.optima).toBe(optimal.length);
      expect(found.orders).toEqual(optimal);
      for (const { topic, best, worst } of found.places) {
        const places = optimal.map((order) => order.indexOf(topic) + 1);
        expect([best, worst]).toEqual([Math.min(...places), Math.max(...places)]);
      }
    }),
    { numRuns: 400 },
  );
});

test("twelve topics without any preference: all 479,001,600 orders are counted, a hundred written out", () => {
  const topics = Array.from({ length: KEMENY_LIMIT }, (_, index) => `t${index}`);
  const { optima, orders, places } = kemeny(preferencesOf(topics, []));
  expect(optima).toBe(479_001_600);
  expect(orders).toHaveLength(100);
  expect(places[5]).toEqual({ topic: "t5", best: 1, worst: 12 });
});

test("thirteen topics and numbers of members that cannot be are refused", () => {
  const topics = Array.from({ length: KEMENY_LIMIT + 1 }, (_, index) => `t${index}`);
  expect(() => kemeny(preferencesOf(topics, []))).toThrow(RangeError);
  for (const members of [Number.NaN, -1, Number.POSITIVE_INFINITY])
    expect(() =>
      kemeny({
        topics: ["a", "b"],
        above: [
          [0, members],
          [0, 0],
        ],
      }),
    ).toThrow(RangeError);
});
