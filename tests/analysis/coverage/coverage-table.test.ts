import { describe, expect, test } from "vitest";
import { coverageTable } from "~/analysis/coverage/coverage-table";
import { round } from "./round";

const input = round(
  { fiji: ["52", "na"], tonga: ["4?", "33"], japan: ["44", "45"], korea: ["??", "??"] },
  { silent: 1 },
);
const members = [
  { member: "fiji", stratum: "pacific", smallIsland: true, size: 30 },
  { member: "tonga", stratum: "pacific", smallIsland: true, size: 10 },
  { member: "silent-1", stratum: "pacific", smallIsland: true, size: null },
  { member: "japan", stratum: "east", subRegion: "East Asia", size: 60 },
  { member: "korea", stratum: "east", subRegion: "East Asia", size: 100 },
];

describe("coverage table", () => {
  const table = coverageTable({ ...input, members }, { completeFrom: 1 });

  test("counts who answered anything, in the region, by stratum and on the small islands", () => {
    expect(table.all).toMatchObject({ n: 3, N: 5, share: { value: 0.6 } });
    expect(table.strata.map(({ stratum, n, N }) => [stratum, n, N])).toEqual([
      ["east", 1, 2],
      ["pacific", 2, 3],
    ]);
    expect(table.subRegions.map(({ subRegion }) => subRegion)).toEqual(["East Asia", "pacific"]);
    expect(table.smallIslands).toMatchObject({ n: 2, N: 3 });
    expect(table.others).toMatchObject({ n: 1, N: 2 });
  });

  test("a member that only said don't know is silent, and named for the office", () => {
    expect(table.silent).toEqual(["korea", "silent-1"]);
  });

  test("tells complete from partial responses and gives both response rates", () => {
    expect(table.all).toMatchObject({ complete: 2, partial: 1 });
    expect(table.responseRate).toEqual({ value: 0.4 });
    expect(table.responseRateWithPartial).toEqual({ value: 0.6 });
  });

  test("weighs by officers to train, and counts members whose size nobody knows", () => {
    expect(table.size).toEqual({ answered: 100, total: 200, share: { value: 0.5 }, unknown: 1 });
  });

  test("counts per topic ratings, not applicable and what is missing", () => {
    expect(table.topics).toEqual([
      { topic: "t1", rated: 2, notApplicable: 0, unanswered: 1, N: 5, share: { value: 0.4 } },
      { topic: "t2", rated: 2, notApplicable: 1, unanswered: 0, N: 5, share: { value: 0.6 } },
    ]);
  });

  test("below sixty per cent the response rate is flagged, at sixty it is not", () => {
    expect(table.flags).toEqual([]);
    const fewer = { ...input, members: [...members, { member: "nauru", stratum: "pacific" }] };
    expect(coverageTable(fewer).flags).toEqual(["lowResponseRate"]);
  });

  test("nobody asked gives shares with a reason, not zero", () => {
    const empty = coverageTable({ members: [], topics: [], ratings: [] });
    expect(empty.responseRate).toEqual({ value: null, reason: "noRespondents" });
    expect(empty.provenance.coverage).toBeNull();
  });

  test("does not depend on the order of members and ratings", () => {
    const reversed = { ...input, members: [...members].reverse(), ratings: [...input.ratings].reverse() };
    expect(coverageTable(reversed, { completeFrom: 1 })).toEqual(table);
  });

  test("an impossible size or share of topics is the caller's mistake", () => {
    expect(() => coverageTable({ topics: [], members: [{ member: "fiji", size: -1 }], ratings: [] })).toThrow(
      RangeError,
    );
    expect(() => coverageTable({ ...input, members }, { completeFrom: Number.NaN })).toThrow(RangeError);
  });
});
