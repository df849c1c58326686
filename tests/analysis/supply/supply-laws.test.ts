import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accreditationGains } from "~/analysis/supply/accreditation-gain";
import { assignByWeight } from "~/analysis/supply/assign-by-weight";
import type { DeployableExpert, SupplyScope } from "~/analysis/supply/deployable-experts";
import { emptyFlow, fillSeats } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { missionShortage, seatShortage } from "~/analysis/supply/shortage";
import type { MissionDemand } from "~/analysis/supply/supply-input";
import { smallRegion } from "./plain-enumeration";
import { expert, mission } from "./supply-builders";

const region = fc.integer({ min: 0, max: 100_000 }).map((seed) => smallRegion(seed, { experts: 12, missions: 12 }));
const scope = fc.constantFrom<SupplyScope>("accreditedAlone", "pool", "all");
const roles = fc.constantFrom("lead" as const, "all" as const);

describe("laws of supply", () => {
  it("accrediting a candidate never lowers a flow nor the missions staffed", () => {
    fc.assert(
      fc.property(region, scope, ({ experts, missions }, kinds) => {
        const before = missionShortage({ experts, missions, scope: kinds });
        const ledBefore = seatShortage({ experts, missions, scope: kinds, roles: "lead" }).filled;
        for (const candidate of experts.filter((one) => one.open.length > 0)) {
          const raised = experts.map((one) => (one === candidate ? accredit(one) : one));
          const after = missionShortage({ experts: raised, missions, scope: kinds });
          expect(after.filled).toBeGreaterThanOrEqual(before.filled);
          expect(after.missionsStaffed).toBeGreaterThanOrEqual(before.missionsStaffed);
          const led = seatShortage({ experts: raised, missions, scope: kinds, roles: "lead" }).filled;
          expect(led).toBeGreaterThanOrEqual(ledBefore);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("a gain is what a region with the person accredited really fills more", () => {
    fc.assert(
      fc.property(region, ({ experts, missions }) => {
        const led = seatShortage({ experts, missions, scope: "pool", roles: "lead" }).filled;
        const whole = accreditationGains({ experts, missions, scope: "pool" }).byCandidate;
        for (const candidate of experts.filter((one) => one.open.length > 0)) {
          const raised = experts.map((one) => (one === candidate ? accredit(one) : one));
          const after = seatShortage({ experts: raised, missions, scope: "pool", roles: "lead" }).filled;
          expect(whole.filter((gain) => gain.expert === candidate.id).at(-1)?.led).toBe(after - led);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("an expert more never raises the shortage, a mission more never lowers it", () => {
    fc.assert(
      fc.property(region, scope, roles, ({ experts, missions }, kinds, seats) => {
        const before = seatShortage({ experts, missions, scope: kinds, roles: seats }).shortage;
        const helped = [...experts, expert("extra", { leadAreas: ["hs", "pca"], languages: ["fr"] })];
        expect(seatShortage({ experts: helped, missions, scope: kinds, roles: seats }).shortage).toBeLessThanOrEqual(
          before,
        );
        const asked = [...missions, mission("extra")];
        expect(seatShortage({ experts, missions: asked, scope: kinds, roles: seats }).shortage).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });

  it("neither the order of the rows nor the names change a figure, with ids that begin one another or are strange", () => {
    const strange = fc.uniqueArray(fc.string({ maxLength: 4, unit: "binary" }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(region, scope, roles, strange, ({ experts, missions }, kinds, seats, names) => {
        const figures = (people: readonly DeployableExpert[], asked: readonly MissionDemand[]) => {
          const result = seatShortage({ experts: people, missions: asked, scope: kinds, roles: seats });
          const whole = missionShortage({ experts: people, missions: asked, scope: kinds });
          const { filled, shortage, naiveShortage, byTopic, byArea, blockingSets } = result;
          const sets = blockingSets.map((set) => [set.areas, set.topics, set.needed, set.fillable, set.people.length]);
          return {
            filled,
            shortage,
            naiveShortage,
            byTopic,
            byArea,
            sets: sets.map(String).sort(),
            whole: whole.missionsStaffed,
          };
        };
        const renamed = figures(
          experts.map((one, i) => ({ ...one, id: names[i] ?? `e${i}` })).reverse(),
          missions.map((one, i) => ({ ...one, id: names[i + 12] ?? `m${i}` })).reverse(),
        );
        expect(renamed).toEqual(figures(experts, missions));
      }),
    );
  });

  it("two algorithms agree: augmenting paths and shortest paths fill as many seats and as much weight", () => {
    fc.assert(
      fc.property(region, scope, ({ experts, missions }, kinds) => {
        const whole = missionShortage({ experts, missions, scope: kinds });
        const byWeight = assignByWeight({ experts, missions, scope: kinds });
        expect(byWeight.seats).toHaveLength(whole.filled);
        expect(byWeight.missionsStaffed.length).toBeLessThanOrEqual(whole.missionsStaffed);
        const network = buildSeatNetwork({ experts, missions, scope: kinds, roles: "all" });
        const weightOf = (seat: number): number => network.missions[network.seatMission[seat] ?? -1]?.weight ?? 0;
        const heaviestFirst = Int32Array.from(network.seatMission.keys()).sort((a, b) => weightOf(b) - weightOf(a));
        const greedy = emptyFlow(network);
        fillSeats(greedy, heaviestFirst);
        const weight = Array.from(greedy.taken).reduce((sum, e, seat) => sum + (e < 0 ? 0 : weightOf(seat)), 0);
        expect(byWeight.weight).toBeCloseTo(weight, 9);
        const wholeFirst = assignByWeight({ experts, missions, scope: kinds, goal: "wholeMissionsFirst" });
        expect(wholeFirst.missionsStaffed).toHaveLength(whole.missionsStaffed);
        expect(wholeFirst.seats).toHaveLength(whole.filled);
      }),
    );
  });

  it("blocking sets account for exactly the shortage, whoever they name", () => {
    fc.assert(
      fc.property(region, scope, roles, ({ experts, missions }, kinds, seats) => {
        const result = seatShortage({ experts, missions, scope: kinds, roles: seats });
        expect(result.blockingSets.reduce((sum, set) => sum + set.short, 0)).toBe(result.shortage);
        for (const set of result.blockingSets) {
          expect(set.fillable).toBe(set.people.reduce((sum, one) => sum + Math.min(one.missions, one.eligible), 0));
          expect(set.needed).toBe(set.leadSeats + set.secondSeats);
        }
        expect(result.naiveShortage).toBeLessThanOrEqual(result.shortage);
      }),
    );
  });
});

function accredit(one: DeployableExpert): DeployableExpert {
  return { ...one, leadAreas: [...one.leadAreas, ...one.open.map((open) => open.area)], secondAreas: [], open: [] };
}
