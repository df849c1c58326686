import { describe, expect, it } from "vitest";
import { emptyFlow, fillSeats, type SeatFlow } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { staffedMissions, wholeMissions } from "~/analysis/supply/staffed-missions";
import { smallRegion } from "./plain-enumeration";
import { expert, mission } from "./supply-builders";

function maximumFlow(input: Parameters<typeof buildSeatNetwork>[0]): SeatFlow {
  const flow = emptyFlow(buildSeatNetwork(input));
  fillSeats(flow);
  return flow;
}

describe("missions staffed", () => {
  it("staffs one whole mission where the flow fills two lead seats, and fills as many seats", () => {
    const experts = [expert("e1", { missions: 1 }), expert("e2", { missions: 1 })];
    const flow = maximumFlow({ experts, missions: [mission("m1"), mission("m2")], scope: "pool", roles: "all" });
    const staffed = staffedMissions(flow);
    expect(staffed.count).toBe(1);
    expect(staffed.missions).toHaveLength(1);
    expect(staffed.flow.taken.filter((seat) => seat >= 0)).toHaveLength(2);
  });

  it("does not let one person take both seats of a mission", () => {
    const flow = maximumFlow({
      experts: [expert("e1", { missions: 3 })],
      missions: [mission("m1")],
      scope: "pool",
      roles: "all",
    });
    expect(staffedMissions(flow).count).toBe(0);
  });

  it("leaves the given flow as it is", () => {
    const flow = maximumFlow({
      experts: [expert("e1")],
      missions: [mission("m1"), mission("m2")],
      scope: "pool",
      roles: "all",
    });
    const before = Array.from(flow.taken);
    staffedMissions(flow);
    expect(Array.from(flow.taken)).toEqual(before);
  });

  it("equals the largest set of missions that a flow fills whole, tried for all sets, on 150 regions of up to nine", () => {
    for (let seed = 4000; seed < 4150; seed++) {
      const region = smallRegion(seed, { experts: 9, missions: 9 });
      const flow = maximumFlow({ ...region, scope: "pool", roles: "all" });
      const { network } = flow;
      let most = 0;
      for (let set = 0; set < 2 ** network.missions.length; set++) {
        const seats = Int32Array.from(network.seatMission.keys()).filter(
          (seat) => (set >> (network.seatMission[seat] ?? 0)) & 1,
        );
        const size = network.missions.filter((_, m) => (set >> m) & 1).length;
        if (size > most && fillSeats(emptyFlow(network), seats) === seats.length) most = size;
      }
      const staffed = staffedMissions(flow);
      expect(staffed.count, `seed ${seed}`).toBe(most);
      expect(wholeMissions(staffed.flow)).toEqual(staffed.missions);
      expect(staffed.flow.taken.filter((seat) => seat >= 0).length).toBe(flow.taken.filter((seat) => seat >= 0).length);
    }
  });
});
