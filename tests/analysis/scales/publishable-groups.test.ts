import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MemberGroup, publishableGroups } from "~/analysis/scales/publishable-groups";

const members = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `m${from + index}`);
const region = { group: "region", members: members(1, 30) };
const pacific = { group: "pacific", members: members(1, 10) };
const islands = { group: "small islands", members: members(1, 11) };
const asean = { group: "asean", members: members(12, 21) };

describe("groups that may be published together", () => {
  test("the Pacific and the small islands differ by one member: only the first of them", () => {
    const result = publishableGroups([region, pacific, islands, asean]);
    expect(result.published).toEqual(["region", "pacific", "asean"]);
    expect(result.withheld).toEqual([{ group: "small islands", why: "difference" }]);
    expect(publishableGroups([region, islands, pacific]).published).toEqual(["region", "small islands"]);
  });

  test("what is left of the region is a group too", () => {
    const most = { group: "most", members: members(1, 28) };
    expect(publishableGroups([region, most]).withheld).toEqual([{ group: "most", why: "difference" }]);
    expect(publishableGroups([{ group: "most", members: members(1, 27) }, region]).withheld).toEqual([]);
  });

  test("three groups together can reveal what no two do", () => {
    const a = { group: "a", members: members(1, 5) };
    const b = { group: "b", members: members(6, 10) };
    const both = { group: "both", members: members(1, 11) };
    expect(publishableGroups([a, b, both]).withheld).toEqual([{ group: "both", why: "difference" }]);
    expect(publishableGroups([a, both]).withheld).toEqual([]);
  });

  test("a group below the minimum is small by itself; five for evaluations", () => {
    const few = { group: "few", members: members(1, 4) };
    expect(publishableGroups([few]).published).toEqual(["few"]);
    expect(publishableGroups([few], { minimum: 5 }).withheld).toEqual([{ group: "few", why: "small" }]);
  });

  test("the same group under two names reveals nothing new", () => {
    expect(publishableGroups([pacific, { ...pacific, group: "again" }]).published).toEqual(["pacific", "again"]);
  });

  test("no small combination of what is published exists, tried with many whole factors", () => {
    const group = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (lists) => {
        const groups: MemberGroup[] = lists.map((list, index) => ({
          group: `g${index}`,
          members: list.map((number) => `m${number}`),
        }));
        const { published } = publishableGroups(groups);
        const taken = groups.filter(({ group: name }) => published.includes(name));
        for (const factors of combinations(taken.length, [-2, -1, 0, 1, 2])) {
          const weights = members(1, 9).map((member) =>
            taken.reduce((sum, own, index) => sum + (own.members.includes(member) ? (factors[index] ?? 0) : 0), 0),
          );
          const concerned = weights.filter((weight) => weight !== 0).length;
          expect(concerned === 0 || concerned >= 3).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a group or a member given twice, and a minimum of one, are the caller's mistakes", () => {
    expect(() => publishableGroups([pacific, pacific])).toThrow(RangeError);
    expect(() => publishableGroups([{ group: "x", members: ["a", "a"] }])).toThrow(RangeError);
    expect(() => publishableGroups([], { minimum: 1 })).toThrow(RangeError);
  });
});

function combinations(length: number, values: readonly number[]): number[][] {
  if (length === 0) return [[]];
  return combinations(length - 1, values).flatMap((rest) => values.map((value) => [value, ...rest]));
}
