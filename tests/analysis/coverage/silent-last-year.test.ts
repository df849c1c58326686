import { describe, expect, test } from "vitest";
import { silentLastYear } from "~/analysis/coverage/silent-last-year";
import { round } from "./round";

const now = round({ fiji: ["52", "33"], japan: ["44", "45"] }, { silent: 2 });
const previous = round({ fiji: ["42", "33"], japan: ["44", "4?"], "silent-1": ["51", "53"] }).ratings;

describe("how the silent answered last year", () => {
  const { overall, topics, provenance } = silentLastYear(now, { previous });

  test("compares mean discrepancies by topic", () => {
    expect(topics).toEqual([
      {
        topic: "t1",
        answeredNow: { n: 2, gap: { value: 1 } },
        silentNow: { n: 1, gap: { value: 4 } },
        difference: { value: 3 },
      },
      {
        topic: "t2",
        answeredNow: { n: 1, gap: { value: 0 } },
        silentNow: { n: 1, gap: { value: 2 } },
        difference: { value: 2 },
      },
    ]);
  });

  test("each member counts once overall", () => {
    expect(overall).toEqual({
      answeredNow: { n: 2, gap: { value: 0.5 } },
      silentNow: { n: 1, gap: { value: 3 } },
      difference: { value: 2.5 },
    });
    expect(provenance).toMatchObject({ n: 3, N: 4 });
  });

  test("with nobody silent, or nothing of last year, there is no difference but a reason", () => {
    const none = silentLastYear(now, { previous: [] });
    expect(none.overall.difference).toEqual({ value: null, reason: "noRespondents" });
  });

  test("a changed topic is left out, members no longer asked too", () => {
    const result = silentLastYear(now, { previous: [...previous, ...round({ left: ["51"] }).ratings], breaks: ["t2"] });
    expect(result.topics.map(({ topic }) => topic)).toEqual(["t1"]);
    expect(result.overall.answeredNow.n).toBe(2);
  });
});
