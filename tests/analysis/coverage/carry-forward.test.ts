import { describe, expect, test } from "vitest";
import { carryForward } from "~/analysis/coverage/carry-forward";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { round } from "./round";

const now = round({ fiji: ["52", "33"], japan: ["44", "45"] }, { silent: 2 });
const previous = round({ fiji: ["11", "11"], "silent-1": ["51", "4?"], elsewhere: ["55", "55"] }).ratings;

describe("last year's answers carried forward", () => {
  const result = carryForward(now, { previous });

  test("stand in for silent members only, and only as complete pairs", () => {
    expect(result.carried).toEqual([{ member: "silent-1", topic: "t1", importance: 5, capability: 1 }]);
    expect(result.members).toEqual(["silent-1"]);
    expect(result.stillSilent).toEqual(["silent-2"]);
    expect(result.input.ratings.filter(({ member }) => member === "fiji")).toEqual(
      now.ratings.filter(({ member }) => member === "fiji"),
    );
  });

  test("are labelled in flags, n and parameters", () => {
    expect(result.flags).toEqual(["carriedForward"]);
    expect(result.provenance).toMatchObject({ n: 3, N: 4, coverage: 0.75, parameters: { answeredThisYear: 2 } });
    expect(carryForward(now, { previous: [] }).flags).toEqual([]);
  });

  test("go into the ranking like any answer", () => {
    const { topics } = rankTopics(result.input);
    expect(topics.find(({ topic }) => topic === "t1")?.n).toBe(3);
    expect(topics.find(({ topic }) => topic === "t2")?.n).toBe(2);
  });

  test("leave out topics whose wording changed", () => {
    const broken = carryForward(now, { previous, breaks: ["t1", "t9"] });
    expect(broken).toMatchObject({ carried: [], members: [], breaks: ["t1"], flags: [] });
  });

  test("a round already complete stays as it is", () => {
    const complete = round({ fiji: ["52"], "silent-1": ["42"] });
    expect(carryForward(complete, { previous }).input.ratings).toEqual(complete.ratings);
  });

  test("last year's row of a member twice is the caller's mistake", () => {
    expect(() => carryForward(now, { previous: [...previous, ...previous] })).toThrow(RangeError);
  });
});
