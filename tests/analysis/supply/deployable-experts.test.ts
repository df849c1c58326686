import { describe, expect, it } from "vitest";
import { deployableExperts } from "~/analysis/supply/deployable-experts";
import { maximumSeats } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import type { SupplyPerson } from "~/analysis/supply/supply-input";
import { expert, mission, person, standing } from "./supply-builders";

const asOf = "2026-03-31";
const missionsOf = (overrides: Partial<SupplyPerson>) =>
  deployableExperts([person("e1", overrides)], { asOf }).experts[0]?.missions;

describe("deployable experts", () => {
  it("lets a confirmed person give 2 missions, an unconfirmed one 1, one unconfirmed for two cycles none", () => {
    expect(missionsOf({ confirmation: "thisCycle" })).toBe(2);
    expect(missionsOf({ confirmation: "lastCycle" })).toBe(1);
    expect(missionsOf({ confirmation: "neither" })).toBe(0);
    expect(missionsOf({ released: false })).toBe(0);
    expect(missionsOf({ missions: 1 })).toBe(1);
    expect(missionsOf({ missions: 0 })).toBe(0);
    expect(missionsOf({ missions: 5 })).toBe(2);
    expect(missionsOf({ missions: null })).toBe(2);
  });

  it("counts an accreditation as current within five years of mission, refresher or accreditation", () => {
    const leads = (overrides: Parameters<typeof standing>[1]) =>
      deployableExperts([person("e1", { standings: [standing("pca", overrides)] })], { asOf }).experts[0];
    expect(leads({ since: "2021-03-31" })?.leadAreas).toEqual(["pca"]);
    expect(leads({ since: "2021-03-30" })).toMatchObject({ leadAreas: [], lapsedAreas: ["pca"] });
    expect(leads({ since: "2010-01-01", lastMission: "2022-01-01" })?.leadAreas).toEqual(["pca"]);
    expect(leads({ since: "2010-01-01", lastRefresher: "2024-02-29" })?.leadAreas).toEqual(["pca"]);
    expect(leads({ since: null })).toMatchObject({ leadAreas: [], lapsedAreas: ["pca"] });
    expect(leads({ standing: "lapsed" })).toMatchObject({ leadAreas: [], lapsedAreas: ["pca"] });
    expect(leads({ standing: "withdrawn" })).toMatchObject({
      leadAreas: [],
      secondAreas: [],
      lapsedAreas: [],
      open: [],
    });
  });

  it("lists everything that it assumed", () => {
    const { assumptions, experts } = deployableExperts(
      [
        person("e1", { languages: null, missions: null, standings: [standing("pca", { since: null })] }),
        person("e2", { confirmation: "lastCycle", missions: 4 }),
        person("e3", { confirmation: "neither" }),
        person("e4", { missions: 4, languages: [] }),
      ],
      { asOf },
    );
    expect(assumptions).toEqual([
      { kind: "currencyUnknown", subject: "e1", taken: "notCurrent", about: "pca" },
      { kind: "languageUnknown", subject: "e1", taken: "en", about: null },
      { kind: "missionsUnknown", subject: "e1", taken: 2, about: null },
      { kind: "unconfirmed", subject: "e2", taken: 1, about: null },
      { kind: "unconfirmedTwice", subject: "e3", taken: 0, about: null },
      { kind: "languageUnknown", subject: "e4", taken: "en", about: null },
      { kind: "missionsCapped", subject: "e4", taken: 2, about: null },
    ]);
    expect(experts[0]?.languages).toEqual(["en"]);
  });

  it("refuses doubled persons and standings, impossible missions and days", () => {
    expect(() => deployableExperts([person("e1"), person("e1")], { asOf })).toThrow(/"e1"/);
    const doubled = person("e1", { standings: [standing("pca"), standing("pca")] });
    expect(() => deployableExperts([doubled], { asOf })).toThrow(/two standings/);
    for (const missions of [-1, 1.5, Number.NaN])
      expect(() => deployableExperts([person("e1", { missions })], { asOf })).toThrow(RangeError);
    expect(() => deployableExperts([], { asOf: "31 March 2026" })).toThrow(RangeError);
  });
});

describe("who may take which seat", () => {
  const filled = (
    one: Parameters<typeof expert>[1],
    asked: Parameters<typeof mission>[1],
    scope: "accreditedAlone" | "pool" | "all" = "pool",
  ) =>
    maximumSeats(
      buildSeatNetwork({ experts: [expert("e1", one)], missions: [mission("m1", asked)], scope, roles: "all" }),
    );

  it("sends nobody to a member in dispute or to the own administration, unless several are joined", () => {
    expect(filled({}, { members: ["fiji"] })).toBe(1);
    expect(filled({ conflicts: ["fiji"] }, { members: ["fiji"] })).toBe(0);
    expect(filled({ member: "fiji" }, { members: ["fiji"] })).toBe(0);
    expect(filled({ member: "fiji" }, { members: ["fiji", "tonga"] })).toBe(0);
    expect(filled({ member: "fiji" }, { members: ["fiji", "tonga"], joint: true })).toBe(1);
    expect(filled({ conflicts: ["tonga"] }, { members: ["fiji", "tonga"], joint: true })).toBe(0);
  });

  it("crosses a missing common language by interpretation, unless it is refused", () => {
    const french = { languages: [["fr"]] } as const;
    expect(filled({ languages: ["en"] }, french)).toBe(1);
    expect(filled({ languages: ["en"] }, { ...french, refusesInterpretation: true })).toBe(0);
    expect(filled({ languages: ["en", "fr"] }, { ...french, refusesInterpretation: true })).toBe(1);
    const both = { languages: [["en"], ["fr"]], refusesInterpretation: true } as const;
    expect(filled({ languages: ["en"] }, both)).toBe(0);
    expect(filled({ languages: ["en", "fr"] }, both)).toBe(1);
  });

  it("gives second seats to pre-accredited persons, lead seats never, and neither when accredited experts alone count", () => {
    const second = { leadAreas: [], secondAreas: ["pca"] };
    expect(filled(second, {})).toBe(1);
    expect(filled(second, { seats: 1 })).toBe(0);
    expect(filled(second, {}, "accreditedAlone")).toBe(0);
  });

  it("staffs topics without an area from the lists by topic, and other topics by lists outside the pool only", () => {
    const listed = { leadAreas: [], topics: ["rkc", "pca"] };
    expect(filled({ ...listed, kind: "partner" }, { area: null, topic: "rkc" }, "all")).toBe(1);
    expect(filled({ ...listed, kind: "partner" }, { area: null, topic: "rkc" }, "pool")).toBe(0);
    expect(filled({ ...listed, kind: "wco" }, {}, "all")).toBe(1);
    expect(filled({ ...listed, kind: "pool" }, {}, "all")).toBe(0);
    expect(filled({ ...listed, kind: "pool" }, { area: null, topic: "rkc" }, "all")).toBe(1);
  });

  it("refuses missions without a member or without weight", () => {
    expect(() => filled({}, { members: [] })).toThrow(RangeError);
    for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => filled({}, { weight })).toThrow(RangeError);
  });
});
