import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankBounds } from "~/analysis/coverage/rank-bounds";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { round } from "./round";

const five = (cells: readonly string[]) => Object.fromEntries(["a", "b", "c", "d", "e"].map((m) => [m, cells]));

describe("worst-case bounds of a rank", () => {
  test("five members of six answered: the clear topic stays first, the other two may change", () => {
    const { topics } = rankBounds(round(five(["51", "43", "33"]), { silent: 1 }));
    expect(topics.map(({ topic, rank, all }) => ({ topic, rank, all }))).toEqual([
      { topic: "t1", rank: 1, all: { best: 1, worst: 1 } },
      { topic: "t2", rank: 2, all: { best: 2, worst: 3 } },
      { topic: "t3", rank: 3, all: { best: 2, worst: 3 } },
    ]);
  });

  test("without silence best and worst are the rank, ties share the best place", () => {
    const { topics } = rankBounds(round(five(["42", "42", "33"])));
    expect(topics.map(({ all }) => all)).toEqual([
      { best: 1, worst: 1 },
      { best: 1, worst: 1 },
      { best: 3, worst: 3 },
    ]);
  });

  test("a topic with fewer than five pairs has no place and bounds nobody else's", () => {
    const answers = { ...five(["52", "33"]), e: ["52", "3?"] };
    const { topics } = rankBounds(round(answers));
    expect(topics[1]).toMatchObject({ rank: null, all: null, possiblyTopFive: false, surelyTopTen: false });
    expect(topics[0]?.all).toEqual({ best: 1, worst: 1 });
  });

  test("says which topics stand in the top five whatever the silent say, and which could", () => {
    const cells = ["51", "51", "51", "51", "51", "33", "33", "33", "33", "33", "33"];
    const sure = rankBounds(round(five(cells), { silent: 1 })).topics;
    expect(sure.filter((t) => t.surelyTopFive)).toHaveLength(5);
    expect(sure.filter((t) => t.possiblyTopFive)).toHaveLength(5);
    const open = rankBounds(round(five(cells), { silent: 8 })).topics;
    expect(open.filter((t) => t.surelyTopFive)).toHaveLength(0);
    expect(open.filter((t) => t.possiblyTopTen)).toHaveLength(11);
  });

  test("equals plain enumeration of the silent member's ratings", () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).map(([i, c]) => `${i}${c}`);
    const ends = ["15", "51", "55", "25", "35", "45", "11"];
    fc.assert(
      fc.property(fc.array(fc.tuple(pair, pair, pair), { minLength: 5, maxLength: 7 }), (rows) => {
        const answers = Object.fromEntries(rows.map((cells, index) => [`m${index}`, cells]));
        const { topics } = rankBounds(round(answers, { silent: 1 }));
        const seen = new Map<string, number[]>();
        for (const x of ends)
          for (const y of ends)
            for (const z of ends) {
              const ranking = rankTopics(round({ ...answers, silent: [x, y, z] }));
              for (const { topic, rank } of ranking.topics)
                seen.set(topic, [...(seen.get(topic) ?? []), rank.value ?? Number.NaN]);
            }
        for (const { topic, all } of topics) {
          const ranks = seen.get(topic) ?? [];
          expect(all).toEqual({ best: Math.min(...ranks), worst: Math.max(...ranks) });
        }
      }),
      { numRuns: 12 },
    );
  });
});
