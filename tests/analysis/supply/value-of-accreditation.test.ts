import { describe, expect, it } from "vitest";
import {
  accreditationGains,
  type CandidateGain,
  gainBase,
  gainOf,
  unitsOf,
} from "~/analysis/supply/accreditation-gain";
import { bestCandidates, type CandidateGoal } from "~/analysis/supply/best-candidates";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import type { MissionDemand } from "~/analysis/supply/supply-input";
import { plainOptimum, plainSeats, smallRegion } from "./plain-enumeration";
import { expert, mission } from "./supply-builders";

const GOALS = ["led", "seats", "whole"] as const;

describe("value of accreditation", () => {
  const nominee = (id: string, area: string, overrides: Partial<DeployableExpert> = {}) =>
    expert(id, { leadAreas: [], open: [{ area, standing: "nominated" }], ...overrides });

  it("values a person by the missions that only they would add", () => {
    const experts = [
      expert("e1", { missions: 2 }),
      nominee("c1", "pca", { languages: ["en", "fr"] }),
      nominee("c2", "hs"),
      nominee("c3", "pca", { missions: 1 }),
    ];
    const missions = ["m1", "m2", "m3", "m4"].map((id) =>
      mission(id, { seats: 1, languages: [["fr", "en"]], weight: 0.5 }),
    );
    const result = accreditationGains({ experts, missions, scope: "pool" });
    expect(result.profile).toEqual({ missions: 2, languages: ["en"] });
    expect(result.byArea).toEqual([{ area: "pca", led: 2, seats: 2 }]);
    const gain = (id: string): CandidateGain | undefined => result.byCandidate.find((row) => row.expert === id);
    expect(gain("c1")).toMatchObject({ areas: ["pca"], led: 2, seats: 2, weight: 1, gainPerSeat: 1 });
    expect(gain("c2")).toMatchObject({ led: 0, seats: 0, weight: 0 });
    expect(gain("c3")).toMatchObject({ led: 1, weight: 0.5 });
  });

  it("takes two who are worth less alone but do not overlap over the broadest one", () => {
    const experts = [
      nominee("broad", "pca", {
        missions: 2,
        open: [
          { area: "hs", standing: "nominated" },
          { area: "pca", standing: "nominated" },
        ],
      }),
      nominee("c1", "pca", { missions: 1 }),
      nominee("c2", "hs", { missions: 1 }),
      nominee("c3", "ipr", { missions: 1 }),
    ];
    const missions = ["pca", "hs", "ipr"].map((area) => mission(area, { area, seats: 1 }));
    const base = gainBase({ experts, missions, scope: "pool" });
    const options = experts.map((one) => ({ expert: one.id, areas: one.open.map((open) => open.area) }));
    expect(bestCandidates(base, options, { q: 1 })).toMatchObject({ experts: ["broad"], gain: 2, proven: true });
    expect(bestCandidates(base, options, { q: 2 })).toMatchObject({ experts: ["broad", "c3"], gain: 3 });
    expect(bestCandidates(base, options, { q: 4 })).toMatchObject({ experts: ["broad", "c3"], gain: 3 });
  });

  it("sees that two help only together where a mission needs both seats", () => {
    const experts = [nominee("c1", "pca", { missions: 1 }), nominee("c2", "pca", { missions: 1 })];
    const base = gainBase({ experts, missions: [mission("m1")], scope: "accreditedAlone" });
    const options = experts.map((one) => ({ expert: one.id, areas: ["pca"] }));
    expect(bestCandidates(base, options, { q: 1, goal: "whole" })).toMatchObject({ experts: [], gain: 0 });
    expect(bestCandidates(base, options, { q: 2, goal: "whole" })).toMatchObject({ experts: ["c1", "c2"], gain: 1 });
  });

  it("equals plain enumeration of all sets, for each goal and up to five persons, on 120 small regions", () => {
    for (let seed = 2000; seed < 2120; seed++) {
      const region = smallRegion(seed, { experts: 6, missions: 3 });
      const options = region.experts
        .filter((one) => one.open.length > 0)
        .map((one) => ({ expert: one.id, areas: one.open.map((open) => open.area) }));
      const base = gainBase({ ...region, scope: "pool" });
      const gains = accreditationGains({ ...region, scope: "pool" });
      const values = plainValues(region, options);
      for (const goal of GOALS) {
        for (const q of [1, 2, 3, 4, 5]) {
          const best = Math.max(...values.filter((row) => row.set.length <= q).map((row) => row[goal]));
          const first = values.filter((row) => row.set.length <= q && row[goal] === best).sort(byPreference)[0];
          const found = bestCandidates(base, options, { q, goal });
          expect(found.gain, `seed ${seed}, ${goal}, ${q}`).toBe(best);
          expect(found.experts, `seed ${seed}, ${goal}, ${q}`).toEqual(first?.set);
          expect(found.proven).toBe(true);
        }
      }
      for (const row of values.filter((value) => value.set.length === 1)) {
        const whole = gains.byCandidate.filter((gain) => gain.expert === row.set[0]).at(-1);
        expect({ led: whole?.led, seats: whole?.seats }).toEqual({ led: row.led, seats: row.seats });
      }
    }
  });

  it("finds by its bound what all sets of four and five of up to twelve would show", () => {
    let pruned = 0;
    for (let seed = 2200; seed < 2260; seed++) {
      const region = smallRegion(seed, { experts: 14, missions: 14 });
      const base = gainBase({ ...region, scope: "pool" });
      const options = region.experts
        .filter((one) => one.open.length > 0)
        .slice(0, 12)
        .map((one) => ({ expert: one.id, areas: one.open.map((open) => open.area) }));
      const units = options.map((option) => unitsOf(base.lead.network, (unit) => unit.expert === option.expert));
      const best = { led: [0, 0, 0, 0, 0, 0], seats: [0, 0, 0, 0, 0, 0] };
      let sets = 0;
      for (let bits = 1; bits < 2 ** options.length; bits++) {
        const chosen = units.filter((_, i) => (bits >> i) & 1);
        if (chosen.length > 5) continue;
        sets++;
        const gain = gainOf(base, chosen.flat());
        for (const goal of ["led", "seats"] as const)
          for (let q = chosen.length; q <= 5; q++) best[goal][q] = Math.max(best[goal][q] ?? 0, gain[goal]);
      }
      for (const goal of ["led", "seats"] as const)
        for (const q of [4, 5]) {
          const found = bestCandidates(base, options, { q, goal });
          expect(found.gain, `seed ${seed}, ${goal}, ${q}`).toBe(best[goal][q]);
          if (q === 5 && found.sets < sets) pruned++;
        }
    }
    expect(pruned).toBeGreaterThan(60);
  });

  it("stops when asked and says that the best set is not proven", () => {
    const experts = [nominee("c1", "pca"), nominee("c2", "pca")];
    const base = gainBase({ experts, missions: [mission("m1")], scope: "pool" });
    const options = experts.map((one) => ({ expert: one.id, areas: ["pca"] }));
    expect(bestCandidates(base, options, { q: 2, shouldStop: () => true })).toMatchObject({ proven: false, gain: 0 });
    expect(() => bestCandidates(base, options, { q: 1.5 })).toThrow(RangeError);
    expect(() => bestCandidates(base, [...options, ...options], { q: 1 })).toThrow(RangeError);
  });
});

type Value = { readonly set: readonly string[] } & Readonly<Record<CandidateGoal, number>>;

function byPreference(a: Value, b: Value): number {
  if (a.set.length !== b.set.length) return a.set.length - b.set.length;
  const at = a.set.findIndex((id, i) => id !== b.set[i]);
  return (a.set[at] ?? "") < (b.set[at] ?? "") ? -1 : 1;
}

function plainValues(
  region: { readonly experts: readonly DeployableExpert[]; readonly missions: readonly MissionDemand[] },
  options: readonly { readonly expert: string; readonly areas: readonly string[] }[],
): Value[] {
  const solve = (roles: "lead" | "all", set: readonly string[]) => {
    const network = buildSeatNetwork({ ...region, scope: "pool", roles });
    const finished = new Set(network.units.flatMap((unit, i) => (set.includes(unit.expert) ? [i] : [])));
    return plainOptimum(plainSeats(network, finished), Array.from(network.capacity));
  };
  const today = { led: solve("lead", []).seats, ...withSeats(solve("all", [])) };
  const values: Value[] = [];
  for (let bits = 0; bits < 2 ** options.length; bits++) {
    const set = options.filter((_, i) => (bits >> i) & 1).map((option) => option.expert);
    const all = withSeats(solve("all", set));
    values.push({
      set,
      led: solve("lead", set).seats - today.led,
      seats: all.seats - today.seats,
      whole: all.whole - today.whole,
    });
  }
  return values;
}

function withSeats({ seats, whole }: { readonly seats: number; readonly whole: number }) {
  return { seats, whole };
}
