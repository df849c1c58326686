import fc from "fast-check";
import { expect, test } from "vitest";
import { fragility } from "~/analysis/priorities/fragility";
import { memberInfluence } from "~/analysis/priorities/member-influence";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { arbitraryRound, roundOf } from "../../support/survey-answers";

/** Topics among the first `places` by the plain ranking, with some members' answers left out. */
function holders(input: PriorityInput, places: number, without: readonly string[] = []): string[] {
  const { topics } = rankTopics({
    ...input,
    ratings: input.ratings.filter(({ member }) => !without.includes(member)),
    topFives: [],
  });
  return topics
    .filter(({ rank }) => rank.value !== null && rank.value <= places)
    .map(({ topic }) => topic)
    .sort();
}

function subsets(items: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return items.flatMap((first, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}

test("the worked example: without m6 the sixth topic takes the place of the fifth", () => {
  const input = roundOf({
    a: "5/1 5/1 5/1 5/1 5/1 5/1",
    b: "5/1 5/1 5/1 5/1 5/1 5/1",
    c: "5/1 5/1 5/1 5/1 5/1 5/1",
    d: "5/1 5/1 5/1 5/1 5/1 5/1",
    e: "4/3 4/3 4/3 4/3 4/3 5/1",
    f: "4/3 4/3 4/3 4/3 4/3 4/3",
  });
  const { topFive, topTen } = fragility(buildRatingMatrix(input));
  expect(topFive.holders).toEqual(["a", "b", "c", "d", "e"]);
  // A tie at the fifth place: e stays and f comes in.
  expect(topFive).toMatchObject({
    size: 1,
    count: 1,
    sets: [{ members: ["m6"], leaves: [], enters: ["f"] }],
    searchedUpTo: 1,
  });
  // Ten places hold all six topics; only a removal that leaves fewer than five raters changes that.
  expect(topTen).toMatchObject({ size: 2, count: 15, searchedUpTo: 2 });
});

test("the fewest members are those that trying every set with the plain ranking finds, 250 cases", () => {
  const rounds = arbitraryRound({ minMembers: 6, maxMembers: 9, minTopics: 4, maxTopics: 8, lists: false });
  fc.assert(
    fc.property(rounds, (input) => {
      const matrix = buildRatingMatrix(input);
      const { topFive } = fragility(matrix, { listed: 1000 });
      const before = holders(input, 5);
      expect(topFive.holders).toEqual(before);
      let size: number | null = null;
      let found: string[][] = [];
      for (let tried = 1; tried <= 3 && size === null; tried += 1) {
        found = subsets(matrix.respondents, tried).filter((set) => `${holders(input, 5, set)}` !== `${before}`);
        if (found.length > 0) size = tried;
      }
      expect(topFive.size).toBe(size);
      expect(topFive.sets.map(({ members }) => members)).toEqual(found);
      for (const { members, leaves, enters } of topFive.sets) {
        const after = holders(input, 5, members);
        expect(leaves).toEqual(before.filter((topic) => !after.includes(topic)));
        expect(enters).toEqual(after.filter((topic) => !before.includes(topic)));
      }
    }),
    { numRuns: 250 },
  );
});

test("if no set of up to three members matters, it says so", () => {
  const sure = "5/1 5/1 5/1 5/1 5/1 5/1 5/1 5/1 5/1 5/1";
  const low = "1/5 1/5 1/5 1/5 1/5 1/5 1/5 1/5 1/5 1/5";
  const { topFive } = fragility(buildRatingMatrix(roundOf({ a: sure, b: sure, c: sure, d: sure, e: sure, f: low })));
  expect(topFive).toMatchObject({ size: null, count: 0, sets: [], searchedUpTo: 3 });
});

test("a search that would take too long stops at the size it finished", () => {
  const input = roundOf({ a: new Array(30).fill("5/1").join(" "), b: new Array(30).fill("1/5").join(" ") });
  const matrix = buildRatingMatrix(input);
  expect(fragility(matrix, { maximumSubsets: 1000 }).topFive).toMatchObject({ size: null, searchedUpTo: 2 });
});

test("sets of four members are not offered", () => {
  const matrix = buildRatingMatrix(roundOf({ a: "5/1" }));
  for (const maximumSize of [0, 4, 1.5, Number.NaN])
    expect(() => fragility(matrix, { maximumSize })).toThrow(RangeError);
});

test("nobody answered: no holders, nothing to remove", () => {
  const { topFive } = fragility(buildRatingMatrix({ members: [{ member: "fji" }], topics: ["a"], ratings: [] }));
  expect(topFive).toMatchObject({ holders: [], size: null, count: 0 });
});

test("the most influential member is the one without whom the first five change most", () => {
  const rounds = arbitraryRound({ minMembers: 7, maxMembers: 9, minTopics: 6, maxTopics: 8, lists: false });
  fc.assert(
    fc.property(rounds, (input) => {
      const before = holders(input, 5);
      const influence = memberInfluence(buildRatingMatrix(input));
      for (const { member, leavesTopFive, entersTopFive } of influence) {
        const after = holders(input, 5, [member]);
        expect(leavesTopFive).toEqual(before.filter((topic) => !after.includes(topic)));
        expect(entersTopFive).toEqual(after.filter((topic) => !before.includes(topic)));
      }
      const changes = influence.map((own) => own.leavesTopFive.length + own.entersTopFive.length);
      expect(changes).toEqual([...changes].sort((a, b) => b - a));
    }),
    { numRuns: 100 },
  );
});
