import { describe, expect, test } from "vitest";
import { compareRankings, worthTelling } from "~/app/operations/ranking/compare-rankings";
import { rankRound } from "~/app/operations/ranking/rank-round";
import { type RankingInput, readRankingRun } from "~/app/operations/ranking/ranking-document";
import { changeTable } from "~/app/operations/ranking/ranking-tables";
import { rankedRound } from "../support/ranked-round";

const parameters = {
  method: "meanWeightedDiscrepancy",
  replicates: 200,
  confidence: 0.9,
  states: ["submitted"],
  seed: 7,
} as const;
const ranked = (input: RankingInput) => readRankingRun(rankRound(input, { parameters }));
const pick = (text: Readonly<Record<string, string>>) => text.en ?? "";

/** The year before: the need for the ninth topic was two points smaller, and two members answered that do so no more. */
function yearBefore(): RankingInput {
  const input = rankedRound({ islands: 12, others: 10, silent: 0 });
  return {
    ...input,
    round: { ...input.round, id: "round-before", cycle: "2025-2026", plannedFor: "2026-2027" },
    topics: input.topics.filter(({ id }) => id !== "topic-12"),
    ratings: input.ratings
      .filter(({ topic }) => topic !== "topic-12")
      .map((rating) =>
        rating.topic === "topic-9" && typeof rating.importance === "number"
          ? { ...rating, importance: Math.max(1, rating.importance - 2) }
          : rating,
      ),
  };
}

describe("this year's ranking beside last year's", () => {
  const now = ranked(rankedRound({ islands: 12, others: 8, silent: 2 }));
  const before = ranked(yearBefore());
  const between = { breaks: ["topic-3"], activityTopics: ["topic-1"] };
  const office = compareRankings({ now, before, ...between, office: true });
  const topic = (id: string, of = office) => of.topics.find((one) => one.id === id);

  test("counts the members that answered both times, of those asked both times", () => {
    expect([office.n, office.N]).toEqual([20, 22]);
    expect([office.before.n, office.now.n]).toEqual([22, 20]);
  });

  test("says that a need grew only where it is beyond chance with all topics tested together", () => {
    expect(topic("topic-9")).toMatchObject({ beyondChance: "grew", incomparable: null });
    expect(office.topics.filter(({ beyondChance }) => beyondChance !== null).map(({ id }) => id)).toEqual(["topic-9"]);
  });

  test("compares no topic that is new or was asked otherwise", () => {
    expect(topic("topic-12")).toMatchObject({ incomparable: "new", placeBefore: null });
    expect(topic("topic-12")?.change?.change).toEqual({ value: null, reason: "notAsked" });
    expect(topic("topic-3")).toMatchObject({ incomparable: "seriesBreak" });
    expect(topic("topic-3")?.change?.change).toEqual({ value: null, reason: "seriesBreak" });
  });

  test("holds topics with an activity beside those without", () => {
    expect(office.activityTopics).toBe(1);
    expect(office.withActivity.value).toBe(topic("topic-1")?.change?.change.value);
  });

  test("shows a reader outside the office bands and what is beyond chance, no place and no figure", () => {
    const reader = compareRankings({ now, before, ...between, office: false });
    expect(reader.topics.map(({ id }) => id)).toEqual(now.input.topics.map(({ id }) => id));
    for (const { place, placeBefore, score, scoreBefore, change } of reader.topics)
      expect([place, placeBefore, score, scoreBefore, change]).toEqual([null, null, null, null, null]);
    expect(topic("topic-9", reader)?.beyondChance).toBe("grew");
    expect(worthTelling(reader).map(({ id }) => id)).toContain("topic-9");
    const table = changeTable(reader, { office: false, pick });
    expect(table.columns).toEqual(["topic_id", "topic", "band_before", "band_now", "beyond_chance"]);
    expect(changeTable(office, { office: true, pick }).columns).toContain("p_holm");
  });

  test("tells of the first ten then and now", () => {
    const told = worthTelling(office);
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(told.every(({ place, placeBefore }) => (place ?? 99) <= 10 || (placeBefore ?? 99) <= 10)).toBe(true);
  });

  test("finds nothing where a ranking is held beside itself", () => {
    const same = compareRankings({ now, before: now, breaks: [], activityTopics: [], office: true });
    expect([same.smaller, same.larger, same.tested]).toEqual([0, 0, 0]);
    expect(same.topics.every(({ place, placeBefore }) => place === placeBefore)).toBe(true);
  });
});
