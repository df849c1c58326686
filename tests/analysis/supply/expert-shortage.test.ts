import { describe, expect, it } from "vitest";
import { emptyFlow, fillSeats } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { missionShortage, seatShortage } from "~/analysis/supply/shortage";
import { staffedMissions, wholeMissions } from "~/analysis/supply/staffed-missions";
import { plainDeficiency, plainOptimum, plainSeats, smallRegion } from "./plain-enumeration";
import { expert, mission } from "./supply-builders";

const SCOPES = ["accreditedAlone", "pool", "all"] as const;

describe("shortage by maximum flow", () => {
  it("finds the shortage that the naive ratio overlooks: one person counted in three areas", () => {
    const versatile = expert("e1", { leadAreas: ["aeo", "ipr", "pca"], missions: 2 });
    const missions = ["aeo", "ipr", "pca"].map((area) => mission(area, { area }));
    const result = seatShortage({ experts: [versatile], missions, scope: "pool", roles: "lead" });
    expect(result.naiveShortage).toBe(0);
    expect(result).toMatchObject({ seats: 3, filled: 2, shortage: 1 });
    expect(result.blockingSets).toEqual([
      {
        areas: ["aeo", "ipr", "pca"],
        topics: ["aeo", "ipr", "pca"],
        missions: ["aeo", "ipr", "pca"],
        leadSeats: 3,
        secondSeats: 0,
        needed: 3,
        people: [
          {
            expert: "e1",
            member: "home-e1",
            missions: 2,
            eligible: 3,
            canFill: 2,
            areas: ["aeo", "ipr", "pca"],
            topics: ["aeo", "ipr", "pca"],
          },
        ],
        fillable: 2,
        short: 1,
        parts: ["aeo", "ipr", "pca"].map((area) => ({ area, topic: null, needed: 1, fillableAlone: 1 })),
        shortCountedApart: 0,
        countedTwice: ["e1"],
      },
    ]);
  });

  it("leaves one of two seats of a workshop empty when one expert with three missions is all there is", () => {
    const result = seatShortage({
      experts: [expert("e1", { missions: 3 })],
      missions: [mission("m1")],
      scope: "pool",
      roles: "all",
    });
    expect(result).toMatchObject({ seats: 2, filled: 1, shortage: 1, naiveShortage: 0 });
  });

  it("counts one whole mission where seats alone would leave two half staffed", () => {
    const experts = [expert("e1", { missions: 1 }), expert("e2", { missions: 1 })];
    const missions = [mission("m1"), mission("m2")];
    const result = missionShortage({ experts, missions, scope: "pool" });
    expect(result).toMatchObject({ seats: 4, filled: 2, missionsStaffed: 1, missionsUnstaffed: 1 });
  });

  it.each(SCOPES)("equals plain enumeration on 400 small regions, scope %s", (scope) => {
    for (let seed = 0; seed < 400; seed++) {
      const { experts, missions } = smallRegion(seed);
      for (const roles of ["lead", "all"] as const) {
        const network = buildSeatNetwork({ experts, missions, scope, roles });
        const seats = plainSeats(network);
        const capacity = Array.from(network.capacity);
        const plain = plainOptimum(seats, capacity);
        const cut = plainDeficiency(seats, capacity);
        const result = seatShortage({ experts, missions, scope, roles });
        expect(result.filled, `seed ${seed}`).toBe(plain.seats);
        expect(result.shortage, `seed ${seed}`).toBe(cut.deficiency);
        expect(
          new Map(result.byTopic.map((topic) => [topic.id, [topic.shortageMin, topic.shortageMax]])),
          `seed ${seed}`,
        ).toEqual(plain.emptyByTopic);
        expect(result.blockingSets.reduce((sum, set) => sum + set.short, 0)).toBe(result.shortage);
        expect(
          result.blockingSets.reduce((sum, set) => sum + set.needed, 0),
          `seed ${seed}`,
        ).toBe(cut.smallest.length);
        for (const set of result.blockingSets) expect(set.short).toBeGreaterThan(0);

        const flow = emptyFlow(network);
        fillSeats(flow);
        const staffed = staffedMissions(flow);
        expect(staffed.count, `seed ${seed}`).toBe(plain.whole);
        expect(staffed.flow.taken.filter((e) => e >= 0).length, `seed ${seed}`).toBe(plain.seatsWhenWhole);
        expect(plain.seatsWhenWhole).toBe(plain.seats);
        expect(wholeMissions(staffed.flow)).toEqual(staffed.missions);
      }
    }
  });

  it("takes any number of missions of one person, and refuses what is none", () => {
    const solve = (missions: number) =>
      missionShortage({
        experts: [expert("e1", { missions })],
        missions: [mission("m1"), mission("m2")],
        scope: "pool",
      });
    expect(solve(1e15)).toMatchObject({ filled: 2, shortage: 2, missionsStaffed: 0 });
    for (const missions of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => solve(missions)).toThrow(RangeError);
    expect(solve(-0)).toMatchObject({ filled: 0, shortage: 4 });
    const doubled = { experts: [expert("e1"), expert("e1")], missions: [], scope: "pool" } as const;
    expect(() => missionShortage(doubled)).toThrow(/two experts/);
    const twice = { experts: [], missions: [mission("m1"), mission("m1")], scope: "pool" } as const;
    expect(() => missionShortage(twice)).toThrow(/two missions/);
  });

  it("answers with zeros when nothing is asked, and with everything short when nobody is there", () => {
    expect(missionShortage({ experts: [expert("e1")], missions: [], scope: "all" })).toMatchObject({
      missions: 0,
      seats: 0,
      shortage: 0,
      missionsStaffed: 0,
      blockingSets: [],
    });
    expect(missionShortage({ experts: [], missions: [mission("m1")], scope: "all" })).toMatchObject({
      shortage: 2,
      missionsStaffed: 0,
      blockingSets: [{ needed: 2, people: [], fillable: 0, short: 2 }],
    });
  });
});
