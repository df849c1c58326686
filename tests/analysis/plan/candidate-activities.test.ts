import { describe, expect, it } from "vitest";
import { candidateActivities } from "~/analysis/plan/candidate-activities";
import type { CandidateInput } from "~/analysis/plan/candidate-input";
import { neighbourGroups } from "~/analysis/plan/neighbour-groups";

const cost = { fixed: 1000, perMember: 100, officeDays: 3, teamSize: 2 };
const base: CandidateInput = {
  members: [
    { id: "fiji", subRegion: "pacific", languages: ["en"] },
    { id: "samoa", subRegion: "pacific", languages: ["en"] },
    { id: "vanuatu", subRegion: "pacific", languages: ["fr"] },
    { id: "india", subRegion: "south", languages: ["en"] },
    { id: "tonga", subRegion: "pacific", languages: ["en"] },
  ],
  topics: [{ id: "aeo", area: "aeo" }],
  weights: [
    { member: "fiji", topic: "aeo", weight: 0.5, imputed: false },
    { member: "samoa", topic: "aeo", weight: 0.4, imputed: false },
    { member: "vanuatu", topic: "aeo", weight: 0.4, imputed: false },
    { member: "india", topic: "aeo", weight: 0.4, imputed: false },
    { member: "tonga", topic: "aeo", weight: 0.2, imputed: true },
  ],
  discrepancies: [
    { member: "fiji", topic: "aeo", value: 3 },
    { member: "samoa", topic: "aeo", value: 2 },
    { member: "vanuatu", topic: "aeo", value: 2 },
    { member: "india", topic: "aeo", value: 1 },
  ],
  requests: [
    { id: "r1", member: "fiji", topic: "aeo", mode: "national", months: [2, 3], languages: [], interpretation: true },
  ],
  statedModes: [{ member: "fiji", topic: "aeo", mode: "national" }],
  hostOffers: [{ member: "samoa", topics: null, extraCost: 50 }],
  experts: [{ languages: ["fr"] }],
  accreditation: [],
  neighbours: [],
  monthCount: 12,
  costs: { national: cost, subRegional: cost, regional: cost, virtual: { ...cost, teamSize: 1 }, accreditation: cost },
  interpretation: 400,
  openLanguages: ["en"],
  leastOpen: 3,
  leastGap: 1.5,
  accreditationWeight: 0.1,
};

describe("candidate activities", () => {
  const { activities, unmet, needs } = candidateActivities(base);
  const byId = new Map(activities.map((activity) => [activity.id, activity]));

  it("are a national line for the request, once more with interpretation, in the months asked for", () => {
    expect(byId.get("national/r1/national")).toMatchObject({
      members: ["fiji"],
      cost: 1100,
      months: [2, 3],
      languages: ["en"],
      requests: ["r1"],
      asked: true,
      covers: [{ need: "fiji/aeo", mismatch: false }],
    });
    expect(byId.get("national/r1/national/interpreted")).toMatchObject({
      cost: 1500,
      languages: null,
      requests: ["r1"],
    });
  });

  it("are the same bytes in whatever order languages, requests, members and weights come", () => {
    const asked = (languages: readonly string[]) =>
      base.requests.flatMap((request) => [
        { ...request, languages },
        { ...request, id: "r2", member: "samoa", languages: [] },
      ]);
    const speaking = base.members.map((each) => (each.id === "samoa" ? { ...each, languages: ["en", "fr"] } : each));
    const input: CandidateInput = { ...base, members: speaking, requests: asked(["en", "fr"]) };
    const turned: CandidateInput = {
      ...input,
      members: speaking.map((each) => ({ ...each, languages: [...each.languages].reverse() })).reverse(),
      requests: asked(["fr", "en"]).reverse(),
      weights: [...input.weights].reverse(),
      discrepancies: [...input.discrepancies].reverse(),
    };
    expect(JSON.stringify(candidateActivities(turned))).toBe(JSON.stringify(candidateActivities(input)));
  });

  it("merge neighbours with the gap and a common language, answering their requests, at the host's cost", () => {
    expect(byId.get("joint/aeo/fiji+samoa")).toMatchObject({
      mode: "subRegional",
      members: ["fiji", "samoa"],
      cost: 1250,
      hosts: [{ member: "samoa", cost: 1250 }],
      requests: ["r1"],
      covers: [
        { need: "fiji/aeo", mismatch: true },
        { need: "samoa/aeo", mismatch: false },
      ],
    });
  });

  it("bring a silent member into the regional line only", () => {
    expect(byId.get("regional/aeo/en")?.members).toEqual(["fiji", "samoa", "tonga"]);
    expect(activities.filter(({ members }) => members.includes("tonga"))).toHaveLength(1);
    expect(needs.find(({ member }) => member === "tonga")?.imputed).toBe(true);
  });

  it("are none for a member that asked for nothing and has no neighbour to join", () => {
    expect(unmet.map(({ member, reason }) => [member, reason])).toEqual([
      ["india", "noRequest"],
      ["vanuatu", "noRequest"],
    ]);
    expect(activities.some(({ kind, members }) => kind === "national" && !members.includes("fiji"))).toBe(false);
  });

  it("include an accreditation workshop where it unlocks missions and is viable", () => {
    const eight = ["a", "b", "c", "d", "e", "a", "b", "c"];
    const members = [
      ...base.members,
      ...["a", "b", "c", "d", "e"].map((id) => ({ id, subRegion: "x", languages: ["en"] })),
    ];
    const option = { area: "aeo", candidates: eight, missions: 3 };
    const found = candidateActivities({ ...base, members, accreditation: [option] });
    expect(found.activities.find(({ kind }) => kind === "accreditation")).toMatchObject({
      members: ["a", "b", "c", "d", "e"],
      cost: 1800,
    });
    expect(found.needs.find(({ member }) => member === null)?.weight).toBeCloseTo(0.3, 12);
    const small = candidateActivities({
      ...base,
      members,
      accreditation: [{ ...option, candidates: eight.slice(0, 7) }],
    });
    expect(small.notViable).toEqual([{ area: "aeo", candidates: 7, administrations: 5 }]);
  });

  it("do not depend on the order of the input", () => {
    const turned = {
      ...base,
      members: [...base.members].reverse(),
      weights: [...base.weights].reverse(),
      discrepancies: [...base.discrepancies].reverse(),
    };
    expect(candidateActivities(turned)).toEqual(candidateActivities(base));
  });

  it("refuse a request of an unknown member", () => {
    const [request] = base.requests;
    expect(() =>
      candidateActivities({ ...base, requests: request ? [{ ...request, member: "atlantis" }] : [] }),
    ).toThrow(RangeError);
  });
});

describe("groups of neighbours", () => {
  const member = (id: string, subRegion: string, languages = ["en"]) => ({ id, subRegion, languages });

  it("are all subsets of two to six of a small group, each once", () => {
    const groups = neighbourGroups([member("a", "x"), member("b", "x"), member("c", "y")], new Set(), [["x", "y"]]);
    expect(groups.map(({ members }) => members.join(""))).toEqual(["ab", "abc", "ac", "bc"]);
  });

  it("are the whole and those that asked in a large one", () => {
    const many = Array.from({ length: 8 }, (_, at) => member(`m${at}`, "x"));
    const groups = neighbourGroups(many, new Set(["m1", "m2", "m3"]), []);
    expect(groups.map(({ members }) => members.length).sort()).toEqual([2, 2, 2, 3, 8]);
  });

  it("share a language", () => {
    const groups = neighbourGroups(
      [member("a", "x", ["en", "fr"]), member("b", "x", ["fr"]), member("c", "x")],
      new Set(),
      [],
    );
    expect(groups).toEqual([
      { members: ["a", "b"], languages: ["fr"] },
      { members: ["a", "c"], languages: ["en"] },
    ]);
  });
});
