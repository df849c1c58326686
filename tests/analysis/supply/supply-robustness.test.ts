import { describe, expect, it } from "vitest";
import { emptyFlow, fillSeats, type SeatFlow } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { supplyRobustness } from "~/analysis/supply/supply-robustness";
import { plainOptimum, plainSeats, smallRegion } from "./plain-enumeration";
import { expert, mission } from "./supply-builders";

function maximumFlow(input: Parameters<typeof buildSeatNetwork>[0]): SeatFlow {
  const flow = emptyFlow(buildSeatNetwork(input));
  fillSeats(flow);
  return flow;
}

describe("robustness", () => {
  it("names who is the only one, and what falls without them", () => {
    const experts = [
      expert("e1", { missions: 2, languages: ["en", "fr"], member: "japan" }),
      expert("e2", { missions: 1, member: "japan" }),
      expert("e3", { missions: 1, leadAreas: ["hs"], member: "korea" }),
    ];
    const missions = [
      mission("m1"),
      mission("m2", { languages: [["fr"]], refusesInterpretation: true }),
      mission("m3", { area: "hs" }),
    ];
    const result = supplyRobustness(maximumFlow({ experts, missions, scope: "pool", roles: "lead" }));
    expect(result.filled).toBe(3);
    expect(result.withoutEach.map(({ expert: id, lost }) => [id, lost])).toEqual([
      ["e1", 1],
      ["e2", 0],
      ["e3", 1],
    ]);
    expect(result.worstOne).toEqual({ expert: "e1", member: "japan", filled: 2, lost: 1 });
    expect(result.worstPairs).toEqual([
      { experts: ["e1", "e2"], filled: 1, lost: 2 },
      { experts: ["e1", "e3"], filled: 1, lost: 2 },
    ]);
    expect(result.withoutMember).toEqual([
      { member: "japan", experts: ["e1", "e2"], filled: 1, lost: 2 },
      { member: "korea", experts: ["e3"], filled: 2, lost: 1 },
    ]);
    expect(result.sole).toEqual([
      { kind: "area", id: "hs", experts: ["e3"], member: "korea", missionsAsked: 1, filledWithout: 2 },
      { kind: "member", id: "pca", experts: ["e1", "e2"], member: "japan", missionsAsked: 2, filledWithout: 1 },
      { kind: "language", id: "fr", experts: ["e1"], member: "japan", missionsAsked: 1, filledWithout: 2 },
    ]);
  });

  it("equals plain enumeration without each one and each two on 200 small regions", () => {
    for (let seed = 3000; seed < 3200; seed++) {
      const region = smallRegion(seed);
      const flow = maximumFlow({ ...region, scope: "all", roles: "all" });
      const seats = plainSeats(flow.network);
      const filledWithout = (...removed: readonly string[]): number =>
        plainOptimum(
          seats,
          flow.network.experts.map((one) => (removed.includes(one.id) ? 0 : one.missions)),
        ).seats;
      const result = supplyRobustness(flow);
      for (const one of result.withoutEach) expect(one.filled, `seed ${seed}`).toBe(filledWithout(one.expert));
      const ids = result.withoutEach.map((one) => one.expert);
      const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => filledWithout(a, b)));
      if (pairs.length === 0) {
        expect(result.worstPairs).toEqual([]);
        continue;
      }
      const worst = Math.min(...pairs);
      expect(result.worstPairs[0]?.filled, `seed ${seed}`).toBe(worst);
      expect(result.worstPairsCount, `seed ${seed}`).toBe(pairs.filter((filled) => filled === worst).length);
    }
  });

  it("answers with nothing when there is nobody", () => {
    const result = supplyRobustness(
      maximumFlow({ experts: [], missions: [mission("m1")], scope: "pool", roles: "all" }),
    );
    expect(result).toMatchObject({ filled: 0, withoutEach: [], worstOne: null, worstPairs: [], sole: [] });
  });
});
