import { describe, expect, test } from "vitest";
import { learningChange } from "~/analysis/scales/learning-change";

const answer = (before: number | null, now: number | null) => ({ before, now });

describe("learning, before and now", () => {
  const answers = [answer(2, 4), answer(2, 3), answer(3, 3), answer(1, 4), answer(4, 3), answer(2, null)];

  test("five complete answers: from 2.4 to 3.4, three of five improved", () => {
    const result = learningChange(answers);
    expect(result).toMatchObject({ n: 5, change: { value: 1 }, improved: 3, unchanged: 1, declined: 1 });
    expect(result.before.value).toBeCloseTo(2.4, 12);
    expect(result.now.value).toBeCloseTo(3.4, 12);
    expect(result.shareImproved).toEqual({ value: 0.6 });
    expect(result.shift).toEqual({ value: 1 });
    expect(result.interval).toBe("score");
    expect(result.provenance).toMatchObject({ n: 5, N: 6 });
  });

  test("ten answers that differ have Student's interval, and an effect claim none: there is no p-value", () => {
    const result = learningChange([...answers, ...answers]);
    expect(result.interval).toBe("t");
    expect(Object.keys(result)).not.toContain("p");
    expect(result.lower.value).toBeGreaterThan(-4);
  });

  test("equal changes of all do not give an interval without width", () => {
    const result = learningChange(new Array(12).fill(answer(2, 4)));
    expect(result.interval).toBe("score");
    expect(result.lower.value).toBeLessThan(2);
    expect(result.upper.value).toBeGreaterThan(2);
  });

  test("outside the office nothing below five answers, not even a count", () => {
    const result = learningChange(answers.slice(0, 4), { audience: "outside" });
    expect(result.change).toEqual({ value: null, reason: "suppressed" });
    expect([result.improved, result.unchanged, result.declined]).toEqual([null, null, null]);
  });

  test("nobody answered both", () => {
    expect(learningChange([answer(null, 3)])).toMatchObject({ n: 0, change: { value: null, reason: "noRespondents" } });
  });

  test("a value off the scale is the caller's mistake", () => {
    expect(() => learningChange([answer(0, 3)])).toThrow(RangeError);
    expect(() => learningChange([answer(2.5, 3)])).toThrow(RangeError);
  });
});
