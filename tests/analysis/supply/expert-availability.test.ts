import { describe, expect, it } from "vitest";
import { availability } from "~/analysis/supply/availability";
import { emptyFlow, fillSeats, type SeatFlow } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { expert, mission } from "./supply-builders";

function maximumFlow(input: Parameters<typeof buildSeatNetwork>[0]): SeatFlow {
  const flow = emptyFlow(buildSeatNetwork(input));
  fillSeats(flow);
  return flow;
}

describe("availability", () => {
  const experts = [expert("e1", { missions: 1 }), expert("e2", { missions: 1 })];
  const flow = maximumFlow({ experts, missions: [mission("m1"), mission("m2")], scope: "pool", roles: "lead" });

  it("comes near the exact expectation: two independent experts at 0.7 lead 1.4 of 2", () => {
    const view = availability(flow, { seed: 7 });
    expect(view).toMatchObject({ seats: 2, filledWithAll: 2, draws: 2000, probability: 0.7, seed: 7 });
    // Standard error sqrt(2 x 0.21 / 2000) = 0.0145; four of them.
    expect(Math.abs((view.mean ?? 0) - 1.4)).toBeLessThan(0.058);
    expect(view.counts.reduce((sum, count) => sum + count, 0)).toBe(2000);
    expect(view.quantiles).toEqual({ p05: 0, p50: 1, p95: 2 });
    expect(view.shareComplete).toBe((view.counts[2] ?? 0) / 2000);
  });

  it("gives the same draws for the same seed and leaves the flow as it was", () => {
    const before = Array.from(flow.taken);
    expect(availability(flow, { seed: 1 })).toEqual(availability(flow, { seed: 1 }));
    expect(Array.from(flow.taken)).toEqual(before);
  });

  it("is certain where everybody or nobody comes", () => {
    expect(availability(flow, { seed: 1, probability: 1, draws: 10 })).toMatchObject({ mean: 2, shareComplete: 1 });
    expect(availability(flow, { seed: 1, probability: 0, draws: 10 })).toMatchObject({ mean: 0, shareComplete: 0 });
  });

  it("says how many draws it made when stopped, and refuses what makes no sense", () => {
    expect(availability(flow, { seed: 1, shouldStop: () => true })).toMatchObject({
      draws: 0,
      mean: null,
      quantiles: null,
    });
    expect(() => availability(flow, { seed: 1, probability: 1.2 })).toThrow(RangeError);
    expect(() => availability(flow, { seed: 1, draws: 0 })).toThrow(RangeError);
    expect(() => availability(flow, { seed: -1 })).toThrow(RangeError);
  });
});
