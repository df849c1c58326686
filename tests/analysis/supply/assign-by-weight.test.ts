import { describe, expect, it } from "vitest";
import { assignByWeight } from "~/analysis/supply/assign-by-weight";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { everyAssignment, plainSeats, smallRegion } from "./plain-enumeration";
import { expert, mission } from "./supply-builders";

describe("assignment by weight", () => {
  it("leads the weightier mission and sends the expert who needs no interpreter", () => {
    const experts = [
      expert("e1", { missions: 1, languages: ["en"] }),
      expert("e2", { missions: 1, languages: ["en", "fr"] }),
    ];
    const missions = [
      mission("m1", { weight: 0.6 }),
      mission("m2", { weight: 1, languages: [["fr"]] }),
      mission("m3", { weight: 0.8 }),
    ];
    const result = assignByWeight({ experts, missions, scope: "pool", roles: "lead" });
    expect(result).toEqual({
      goal: "seatsByWeight",
      seats: [
        { mission: "m2", seat: "lead", expert: "e2", interpretation: false, cost: 0 },
        { mission: "m3", seat: "lead", expert: "e1", interpretation: false, cost: 0 },
      ],
      weight: 1.8,
      cost: 0,
      interpretations: 0,
      missionsStaffed: ["m2", "m3"],
      missionsHalfStaffed: [],
      missionsUnstaffed: ["m1"],
    });
  });

  it("equals plain enumeration on 300 small regions: weight, then cost, and the most seats and whole missions", () => {
    for (let seed = 1000; seed < 1300; seed++) {
      const region = smallRegion(seed);
      const network = buildSeatNetwork({ ...region, scope: "all", roles: "all" });
      const seats = plainSeats(network);
      const hours = (e: number, m: number): number => (7 * e + 3 * m) % 5;
      let weight = -1;
      let cost = 0;
      let most = 0;
      let whole = 0;
      everyAssignment(seats, Array.from(network.capacity), (taken) => {
        let w = 0;
        let c = 0;
        taken.forEach((e, s) => {
          const seat = seats[s];
          if (e < 0 || seat === undefined) return;
          w += Math.round(10 * seat.weight);
          c += 10 * (seat.eligible.get(e) ?? 0) + hours(e, seat.mission);
        });
        const open = new Set(seats.filter((_, s) => (taken[s] ?? -1) < 0).map((seat) => seat.mission));
        whole = Math.max(whole, network.missions.length - open.size);
        most = Math.max(most, taken.filter((e) => e >= 0).length);
        if (w < weight || (w === weight && c >= cost)) return;
        weight = w;
        cost = c;
      });
      const indexOf = (list: readonly { readonly id: string }[], id: string): number =>
        list.findIndex((one) => one.id === id);
      const extraCost = (e: { readonly id: string }, m: { readonly id: string }): number =>
        hours(indexOf(network.experts, e.id), indexOf(network.missions, m.id));
      const result = assignByWeight({ ...region, scope: "all", extraCost });
      expect(Math.round(10 * result.weight), `seed ${seed}`).toBe(weight);
      expect(result.cost, `seed ${seed}`).toBe(cost);
      expect(result.seats.length, `seed ${seed}`).toBe(most);

      const wholeFirst = assignByWeight({ ...region, scope: "all", goal: "wholeMissionsFirst", extraCost });
      expect(wholeFirst.missionsStaffed.length, `seed ${seed}`).toBe(whole);
      expect(wholeFirst.seats.length, `seed ${seed}`).toBe(most);
      for (const found of [result, wholeFirst]) {
        for (const one of network.experts) {
          const own = found.seats.filter((seat) => seat.expert === one.id);
          expect(own.length).toBeLessThanOrEqual(one.missions);
          expect(new Set(own.map((seat) => seat.mission)).size).toBe(own.length);
        }
      }
    }
  });

  it("refuses a cost that cannot be added exactly", () => {
    const input = { experts: [expert("e1")], missions: [mission("m1")], scope: "pool" } as const;
    expect(() => assignByWeight({ ...input, interpretationCost: -1 })).toThrow(RangeError);
    expect(() => assignByWeight({ ...input, extraCost: () => 0.5 })).toThrow(RangeError);
    expect(() => assignByWeight({ ...input, extraCost: () => 2 ** 52 })).toThrow(RangeError);
  });
});
