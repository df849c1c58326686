import { describe, expect, test } from "vitest";
import { describeAnswers } from "~/app/operations/ranking/describe-answers";
import { describeCounting } from "~/app/operations/ranking/describe-counting";
import { alwaysFirst, describeRanking } from "~/app/operations/ranking/describe-ranking";
import { describeCoverage, describeRobustness } from "~/app/operations/ranking/describe-robustness";
import { describeTopic } from "~/app/operations/ranking/describe-topic";
import { rankRound } from "~/app/operations/ranking/rank-round";
import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import { rankingTable } from "~/app/operations/ranking/ranking-tables";
import { rankedRound } from "../support/ranked-round";

const parameters = {
  method: "meanWeightedDiscrepancy",
  replicates: 300,
  confidence: 0.9,
  states: ["submitted"],
  seed: 7,
} as const;
const pick = (text: Readonly<Record<string, string>>) => text.en ?? "";

describe("a ranking of twelve islands and eight others", () => {
  const document = readRankingRun(rankRound(rankedRound({ islands: 12, others: 8, silent: 2 }), { parameters }));

  test("the office sees places and scores, a reader bands in the questionnaire's order", () => {
    const office = describeRanking(document, { office: true });
    const reader = describeRanking(document, { office: false });
    expect(office?.lines[0]).toMatchObject({ id: "topic-1", place: 1 });
    expect(office?.lines[0]?.score).toBeGreaterThan(0);
    expect(reader?.lines.map(({ id }) => id)).toEqual(document.input.topics.map(({ id }) => id));
    for (const line of reader?.lines ?? []) expect([line.place, line.score, line.gap]).toEqual([null, null, null]);
    expect(reader?.lines.find(({ id }) => id === "topic-1")?.band).toBe("clear");
  });

  test("leading needs are among the first ten by every count, and clear", () => {
    const { leading = [] } = describeRanking(document, { office: true }) ?? {};
    const first = alwaysFirst(document);
    expect(leading.length).toBeGreaterThan(0);
    for (const { id } of leading) expect(first).toContain(id);
  });

  test("the unsettled places are those of likely and possible topics", () => {
    const described = describeRanking(document, { office: true });
    const open = described?.lines.filter(({ band }) => band === "likely" || band === "possible") ?? [];
    const places = open.map(({ place }) => place ?? 0);
    expect(described?.unsettled).toEqual(
      places.length > 1 ? { from: Math.min(...places), to: Math.max(...places) } : null,
    );
  });

  test("a view that does not exist is no view", () => {
    expect(describeRanking(document, { lens: "group.nobody", office: true })).toBeUndefined();
  });

  test("a reader gets no table but the ranking and who is in it", () => {
    const table = (name: "map" | "counting" | "bounds" | "answers" | "ranking", office: boolean) =>
      rankingTable(document, { table: name, office, pick });
    for (const name of ["map", "counting", "bounds", "answers"] as const) {
      expect(table(name, false)).toBeUndefined();
      expect(table(name, true)?.rows.length).toBeGreaterThan(0);
    }
    expect(table("ranking", false)?.columns).not.toContain("score");
    expect(table("ranking", true)?.columns).toContain("score");
  });

  test("silence, other counts and removals are told in figures", () => {
    const robust = describeRobustness(document);
    expect(robust.silence.silent).toBe(2);
    expect(robust.counting.ways).toBe(8);
    expect(robust.counting.best).toBeLessThanOrEqual(robust.counting.worst);
    expect(describeCounting(document).topics).toHaveLength(document.input.topics.length);
  });

  test("a topic's page adds up: answers, silent members, neighbours", () => {
    const figures = describeTopic(document, "topic-3");
    expect((figures?.topic.n ?? 0) + (figures?.topic.silent ?? 0)).toBe(22);
    expect(figures?.neighbours.length).toBeGreaterThan(0);
    const region = figures?.distributions.find(({ name }) => name === null);
    expect(region?.importance.reduce((sum, count) => sum + count, 0)).toBe(figures?.topic.n);
    expect(describeTopic(document, "topic-99")).toBeUndefined();
  });

  test("a straight-liner is flagged by name, for the office", () => {
    const input = rankedRound({ islands: 12, others: 8, silent: 2, straight: "island-2" });
    const answers = describeAnswers(readRankingRun(rankRound(input, { parameters })));
    expect(answers.members.find(({ id }) => id === "island-2")?.flags).toContain("straightLiner");
    expect(answers.without.some(({ flag }) => flag === "straightLiner")).toBe(true);
  });
});

describe("small groups", () => {
  test("a view of fewer than eight answers is for the office, with places but no ranges", () => {
    const document = readRankingRun(rankRound(rankedRound({ islands: 6, others: 12, silent: 0 }), { parameters }));
    expect(describeRanking(document, { lens: "group.islands", office: false })).toBeUndefined();
    const office = describeRanking(document, { lens: "group.islands", office: true });
    expect(office).toMatchObject({ resampled: false, view: { n: 6, N: 6, publishable: false } });
    expect(office?.lines[0]?.place).toBe(1);
    expect(office?.lines[0]?.low).toBeNull();
  });

  test("coverage by stratum is left out where a line would tell who was silent", () => {
    const document = readRankingRun(rankRound(rankedRound({ islands: 2, others: 12, silent: 1 }), { parameters }));
    expect(describeCoverage(document, { office: false }).rows).toEqual([]);
    expect(describeCoverage(document, { office: true }).rows.length).toBeGreaterThan(1);
  });

  test("with one answer nothing is ranked, and the page still has its lines", () => {
    const document = readRankingRun(rankRound(rankedRound({ islands: 1, others: 0, silent: 9 }), { parameters }));
    const office = describeRanking(document, { office: true });
    expect(office).toMatchObject({ resampled: false, places: 0, leading: [], unsettled: null });
    expect(office?.lines).toHaveLength(12);
    expect(describeRanking(document, { office: false })).toBeUndefined();
  });
});
