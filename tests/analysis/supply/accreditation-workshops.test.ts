import { describe, expect, it } from "vitest";
import { accreditationGains, gainBase } from "~/analysis/supply/accreditation-gain";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import { leadCoverage, recommendWorkshops } from "~/analysis/supply/recommend-workshops";
import { missionShortage } from "~/analysis/supply/shortage";
import type { MissionDemand } from "~/analysis/supply/supply-input";
import { type WorkshopCandidate, workshopGroup } from "~/analysis/supply/workshop-group";
import { expert, mission } from "./supply-builders";

function candidate(id: string, overrides: Partial<WorkshopCandidate> = {}): WorkshopCandidate {
  return {
    expert: id,
    member: `home-${id}`,
    subRegion: "pacific",
    languages: ["en"],
    gender: null,
    gainPerSeat: 1,
    ...overrides,
  };
}

describe("a viable group", () => {
  const eight = (administrations: number) =>
    Array.from({ length: 8 }, (_, i) => candidate(`c${i}`, { member: `m${i % administrations}` }));

  it("has eight candidates of five administrations", () => {
    expect(workshopGroup(eight(5))).toMatchObject({
      viable: true,
      form: "accreditationWorkshop",
      missingCandidates: 0,
    });
    expect(workshopGroup(eight(4))).toMatchObject({ viable: false, form: "jointWorkshop", missingAdministrations: 1 });
    expect(workshopGroup(eight(5).slice(1))).toMatchObject({
      viable: false,
      form: "jointWorkshop",
      missingCandidates: 1,
    });
    expect(workshopGroup(eight(5).slice(0, 3))).toMatchObject({ viable: false, form: "trainTheTrainer" });
    expect(workshopGroup([])).toMatchObject({ candidates: 0, form: "trainTheTrainer", nominees: [] });
  });

  it("nominates at most fourteen and keeps places for five administrations", () => {
    const many = [
      ...Array.from({ length: 20 }, (_, i) => candidate(`a${i}`, { member: "japan", gainPerSeat: 5 })),
      ...["b", "c", "d", "e"].map((id) => candidate(id, { member: id, gainPerSeat: 0 })),
    ];
    const group = workshopGroup(many);
    expect(group.nominees).toHaveLength(14);
    expect(new Set(group.nominees.map((nominee) => nominee.member)).size).toBe(5);
    expect(group.nominees.slice(10).map((nominee) => nominee.reason)).toEqual(Array(4).fill("administration"));
  });

  it("nominates by gain per seat, then sub-region, language and gender", () => {
    const { nominees } = workshopGroup([
      candidate("a", { gainPerSeat: 2 }),
      candidate("b", { subRegion: "asean" }),
      candidate("c", { languages: ["en", "fr"] }),
      candidate("d", { gender: "female" }),
      candidate("e", { gender: "male" }),
      candidate("f", { gender: "male" }),
    ]);
    expect(nominees.map(({ expert: id, reason }) => [id, reason])).toEqual([
      ["a", "gain"],
      ["b", "subRegion"],
      ["c", "language"],
      ["d", "order"],
      ["e", "order"],
      ["f", "onlyOne"],
    ]);
  });

  it("takes a woman next where men are more, all else equal", () => {
    const { nominees } = workshopGroup([
      candidate("a", { gender: "male", gainPerSeat: 2 }),
      candidate("b", { gender: "male" }),
      candidate("c", { gender: "female" }),
    ]);
    expect(nominees.map((nominee) => nominee.expert)).toEqual(["a", "c", "b"]);
    expect(nominees[1]?.reason).toBe("gender");
  });

  it("does not let floating-point noise decide and refuses doubles", () => {
    const noise = [candidate("b", { gainPerSeat: 0.3 }), candidate("a", { gainPerSeat: 0.1 + 0.2 - 1e-17 })];
    expect(workshopGroup(noise).nominees[0]?.expert).toBe("a");
    expect(() => workshopGroup([candidate("a"), candidate("a")])).toThrow(RangeError);
    expect(() =>
      workshopGroup([], { minCandidates: 3, minAdministrations: 5, maxCandidates: 14, jointFrom: 1 }),
    ).toThrow(RangeError);
  });
});

describe("workshops recommended", () => {
  const topics = [
    { id: "pca", area: "pca", place: 1, score: 9 },
    { id: "hs", area: "hs", place: 11, score: 3 },
  ];
  const nominee = (id: string) =>
    expert(id, { leadAreas: [], open: [{ area: "pca", standing: "nominated" }], languages: ["en"] });
  function advice(experts: readonly DeployableExpert[], missions: readonly MissionDemand[]) {
    const input = { experts, missions, scope: "pool" } as const;
    return recommendWorkshops({
      ...input,
      topics,
      base: gainBase(input),
      byArea: missionShortage(input).byArea,
      gains: accreditationGains(input).byCandidate,
      subRegionOf: () => "pacific",
      year: 2026,
    });
  }
  const spares = [expert("s1"), expert("s2"), expert("s3")];

  it("are, where seats stay empty although pre-accredited persons sit in second ones", () => {
    const second = expert("p1", {
      leadAreas: [],
      secondAreas: ["pca"],
      open: [{ area: "pca", standing: "attendedWorkshop" }],
    });
    const enough = advice([...spares, second], [mission("m1"), mission("m2")]);
    expect(enough.find((one) => one.area === "pca")).toMatchObject({
      recommended: false,
      reasons: [],
      waiting: ["p1"],
    });
    const candidates = Array.from({ length: 8 }, (_, i) => nominee(`c${i}`));
    const three = ["m1", "m2", "m3"].map((id) => mission(id));
    const short = advice([expert("s1", { missions: 1 }), expert("s2", { missions: 2 }), second, ...candidates], three);
    expect(short[0]).toMatchObject({
      area: "pca",
      recommended: true,
      reasons: ["seatsEmpty", "topTenLeadAtRisk"],
      emptySeatsMin: 1,
      group: { viable: true },
      groupGain: { led: 0, seats: 1 },
      leadsFrom: 2027,
    });
  });

  it("are, where one expert alone can lead a top-ten topic, but not for a topic after the tenth place", () => {
    const [pca] = advice(
      [expert("s1"), ...["p1", "p2"].map((id) => expert(id, { leadAreas: [], secondAreas: ["pca"] }))],
      [mission("m1")],
    );
    expect(pca).toMatchObject({
      area: "pca",
      reasons: ["topTenLeadAtRisk"],
      topTenLeads: { asked: 1, led: 1, ledWithoutWorst: 0, worst: "s1" },
    });
    const hsLead = expert("h1", { leadAreas: ["hs"] });
    const hsSecond = expert("h2", { leadAreas: [], secondAreas: ["hs"] });
    expect(advice([hsLead, hsSecond], [mission("m1", { area: "hs" })]).find((one) => one.area === "hs")).toMatchObject({
      recommended: false,
      topTenLeads: null,
    });
  });

  it("show no coverage where nothing is asked", () => {
    expect(leadCoverage([expert("e1")], [])).toBeNull();
  });
});
