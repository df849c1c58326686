import { describe, expect, it } from "vitest";
import { analyseSupply } from "~/analysis/supply/analyse-supply";
import { person, standing } from "./supply-builders";
import { supplyRegion } from "./supply-region";

describe("the supply analysis of a run", () => {
  it("holds together: every part speaks of the same missions", () => {
    const region = supplyRegion();
    const result = analyseSupply(region);
    const { led, staffed } = result.requested.pool;
    expect(result).toMatchObject({ n: 27, N: 35, method: "analyse-supply", seed: 11, complete: true });
    expect(led.missions + result.requestedWithoutArea).toBe(result.demand.requested.length);
    expect(result.requested.all.missions).toBe(result.demand.requested.length);
    expect(result.robustness.filled).toBe(led.filled);
    expect(result.availability.filledWithAll).toBe(led.filled);
    expect(result.assignment.missionsStaffed).toHaveLength(staffed.missionsStaffed);
    expect(result.assignment.seats).toHaveLength(staffed.filled);
    expect(result.requested.accreditedAlone.staffed.filled).toBeLessThanOrEqual(staffed.filled);
    expect(result.requested.all.led.filled).toBeGreaterThanOrEqual(led.filled);
    expect(result.quadrants.reduce((sum, area) => sum + area.asked, 0)).toBe(led.missions);
    expect(result.ifMetAtHome.missions).toBe(result.atHome.length);
    expect(result.ifMetAtHome.shortage).toBeLessThanOrEqual(led.shortage);
    expect(result.gains.everybody.led).toBeGreaterThanOrEqual(result.bestCandidates[2]?.gain ?? 0);
    expect(result.counts.byKind.find((kind) => kind.kind === "accredited")?.persons).toBe(
      result.counts.deployableLeads,
    );
    const single = Math.max(0, ...result.gains.byCandidate.map((gain) => gain.led));
    expect(result.bestCandidates[0]?.gain).toBe(single);
    for (const workshop of result.workshops) expect(workshop.leadsFrom).toBe(2027);
    expect(result.forecast.withoutWorkshops.every((area) => area.years.length === 3)).toBe(true);
  });

  it("takes a mission that the own experts could do out of the shortage only in its scenario", () => {
    const region = supplyRegion();
    const topic = region.topics.find((one) => one.area !== null);
    const requests = [
      {
        id: "r1",
        member: "member-1",
        topic: topic?.id ?? "",
        order: 1,
        languages: ["en"],
        refusesInterpretation: false,
        mode: "onSite" as const,
      },
    ];
    const people = [person("own", { member: "member-1", standings: [standing(topic?.area ?? "")] })];
    const result = analyseSupply({ ...region, people, requests, needs: [] });
    expect(result.requested.pool.led).toMatchObject({ seats: 1, filled: 0, shortage: 1 });
    expect(result.atHome).toEqual([{ mission: "r1", member: "member-1", topic: topic?.id, experts: ["own"] }]);
    expect(result.ifMetAtHome).toEqual({ missions: 1, led: 0, shortage: 0 });
  });

  it("comes back from storage as it went in: no undefined, no -0, no NaN", () => {
    const result = analyseSupply(supplyRegion({ seed: 3, people: 20 }));
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
  });

  it("gives the same bytes whatever the order of the rows", () => {
    const region = supplyRegion({ seed: 5, people: 25 });
    const reversed = {
      ...region,
      people: [...region.people].reverse().map((one) => ({
        ...one,
        standings: [...one.standings].reverse(),
        languages: one.languages === null ? null : [...one.languages].reverse(),
      })),
      requests: [...region.requests].reverse(),
      needs: [...region.needs].reverse(),
      topics: [...region.topics].reverse(),
      members: [...region.members].reverse(),
    };
    expect(JSON.stringify(analyseSupply(reversed))).toBe(JSON.stringify(analyseSupply(region)));
  });

  it("answers without experts, without demand and without members", () => {
    const region = supplyRegion();
    const nobody = analyseSupply({ ...region, people: [] });
    expect(nobody.requested.pool.staffed).toMatchObject({ filled: 0, missionsStaffed: 0 });
    expect(nobody.requested.pool.led.shortage).toBe(nobody.requested.pool.led.seats);
    const nothing = analyseSupply({ ...region, requests: [], needs: [] });
    expect(nothing.requested.pool.led).toMatchObject({ seats: 0, shortage: 0, blockingSets: [] });
    expect(nothing.workshops.every((workshop) => !workshop.recommended)).toBe(true);
    const empty = analyseSupply({
      ...region,
      people: [],
      requests: [],
      needs: [],
      topics: [],
      members: [],
      answered: 0,
    });
    expect(empty).toMatchObject({ n: 0, N: 0, coverage: null, quadrants: [], workshops: [] });
  });

  it("says that it is incomplete when it was stopped", () => {
    const result = analyseSupply({ ...supplyRegion(), shouldStop: () => true });
    expect(result.complete).toBe(false);
    expect(result.flags).toContain("notProven");
    expect(result.robustness.pairsComplete).toBe(false);
    expect(result.availability.mean).toBeNull();
  });

  it("reports progress of the long parts", () => {
    const seen: number[] = [];
    analyseSupply({ ...supplyRegion(), onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen.length).toBeGreaterThan(20);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  });

  it("refuses more answers than members", () => {
    expect(() => analyseSupply({ ...supplyRegion(), answered: 36 })).toThrow(RangeError);
  });
});
