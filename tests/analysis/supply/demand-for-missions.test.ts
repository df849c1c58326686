import { describe, expect, it } from "vitest";
import type { DemandMember, DemandTopic, NeedRow, RequestRow } from "~/analysis/supply/demand-input";
import { deriveDemand } from "~/analysis/supply/derive-demand";

const topics: DemandTopic[] = [
  { id: "pca", area: "pca", priority: 1 },
  { id: "hs", area: "hs", priority: 0.5 },
  { id: "rkc", area: null, priority: null },
  { id: "aeo", area: "aeo", priority: 0 },
];
const members: DemandMember[] = [
  { id: "fiji", stratum: "pacific", languages: ["en"] },
  { id: "tonga", stratum: "pacific", languages: ["en", "to"] },
  { id: "vanuatu", stratum: "pacific", languages: ["fr"] },
  { id: "nepal", stratum: "south", languages: null },
];

function request(id: string, member: string, topic: string, overrides: Partial<RequestRow> = {}): RequestRow {
  return { id, member, topic, order: 1, languages: ["en"], refusesInterpretation: false, mode: "onSite", ...overrides };
}

function need(member: string, topic: string, overrides: Partial<NeedRow> = {}): NeedRow {
  return { member, topic, importance: 5, capability: 2, trainable: 1, ...overrides };
}

const none = { requests: [], needs: [], planned: [], topics, members };

describe("demand for missions", () => {
  it("keeps requested, implied and planned apart, two members of a stratum sharing an implied mission", () => {
    const demand = deriveDemand({
      ...none,
      requests: [request("r1", "fiji", "pca"), request("r2", "nepal", "rkc", { mode: "remote" })],
      needs: [need("fiji", "pca"), need("fiji", "hs"), need("tonga", "hs"), need("vanuatu", "hs"), need("nepal", "hs")],
      planned: [
        {
          id: "p1",
          members: ["tonga", "fiji"],
          joint: true,
          topic: "hs",
          languages: ["en"],
          refusesInterpretation: false,
          seats: 2,
        },
      ],
    });
    expect(demand.byTopic).toEqual([
      { topic: "aeo", area: "aeo", requested: 0, implied: 0, planned: 0, requestedBy: [], impliedBy: [] },
      {
        topic: "hs",
        area: "hs",
        requested: 0,
        implied: 3,
        planned: 1,
        requestedBy: [],
        impliedBy: ["fiji", "nepal", "tonga", "vanuatu"],
      },
      { topic: "pca", area: "pca", requested: 1, implied: 0, planned: 0, requestedBy: ["fiji"], impliedBy: [] },
      { topic: "rkc", area: null, requested: 1, implied: 0, planned: 0, requestedBy: ["nepal"], impliedBy: [] },
    ]);
    expect(demand.implied.map(({ members: visited, languages }) => [visited, languages])).toEqual([
      [
        ["fiji", "tonga"],
        [["en"], ["en", "to"]],
      ],
      [["vanuatu"], [["fr"]]],
      [["nepal"], [["en"]]],
    ]);
    expect(demand.requested.map(({ id, seats, weight }) => [id, seats, weight])).toEqual([
      ["r1", 2, 1],
      ["r2", 1, 0.5],
    ]);
    expect(demand.planned[0]?.members).toEqual(["fiji", "tonga"]);
  });

  it("takes one mission per member and topic and three per member, in the member's order, and sets the rest aside", () => {
    const more: DemandTopic[] = ["a", "b", "c", "d"].map((id) => ({ id, area: null, priority: null }));
    const demand = deriveDemand({
      ...none,
      topics: more,
      requests: [
        request("r5", "fiji", "d", { order: 1 }),
        request("r4", "fiji", "c", { order: 2 }),
        request("r3", "fiji", "c", { order: 3 }),
        request("r2", "fiji", "b", { order: 4 }),
        request("r1", "fiji", "a", { order: 5 }),
      ],
    });
    expect(demand.requested.map((mission) => mission.id)).toEqual(["r2", "r4", "r5"]);
    expect(demand.setAside).toEqual([
      { column: "requested", member: "fiji", topic: "c", request: "r3", reason: "sameMemberAndTopic" },
      { column: "requested", member: "fiji", topic: "a", request: "r1", reason: "missionsPerMember" },
    ]);
  });

  it("implies nothing from what was asked, little needed, nearly met, not trainable or not rated on both scales", () => {
    const demand = deriveDemand({
      ...none,
      requests: [request("r1", "fiji", "pca")],
      needs: [
        need("fiji", "pca"),
        need("fiji", "hs", { importance: 3, capability: 1 }),
        need("fiji", "aeo", { importance: 4, capability: 3 }),
        need("tonga", "pca", { trainable: 0 }),
        need("tonga", "hs", { capability: null }),
        need("tonga", "aeo", { importance: null }),
      ],
    });
    expect(demand.implied).toEqual([]);
  });

  it("implies from importance 4 and discrepancy 2 on, also where training is one obstacle among others or unknown", () => {
    const demand = deriveDemand({
      ...none,
      needs: [
        need("fiji", "hs", { importance: 4, capability: 2, trainable: 0.5 }),
        need("nepal", "hs", { trainable: null }),
      ],
    });
    expect(demand.implied).toHaveLength(2);
    expect(demand.assumptions).toEqual([
      { kind: "obstacleUnknown", subject: "nepal", taken: "trainable", about: "hs" },
      { kind: "demandLanguageUnknown", subject: 'implied:["hs","nepal"]', taken: "en", about: null },
    ]);
  });

  it("counts requested and implied missions together towards three per member, largest discrepancy first", () => {
    const demand = deriveDemand({
      ...none,
      requests: [request("r1", "fiji", "rkc")],
      needs: [
        need("fiji", "aeo", { capability: 3 }),
        need("fiji", "hs", { capability: 1 }),
        need("fiji", "pca", { importance: 4, capability: 1 }),
      ],
    });
    expect(demand.implied.map((mission) => mission.topic)).toEqual(["hs", "pca"]);
    expect(demand.setAside).toEqual([
      { column: "implied", member: "fiji", topic: "aeo", request: null, reason: "missionsPerMember" },
    ]);
  });

  it("takes English for a request without a language and says so", () => {
    const demand = deriveDemand({ ...none, requests: [request("r1", "fiji", "hs", { languages: [] })] });
    expect(demand.requested[0]?.languages).toEqual([["en"]]);
    expect(demand.assumptions).toEqual([{ kind: "demandLanguageUnknown", subject: "r1", taken: "en", about: null }]);
  });

  it("does not depend on the order of the rows", () => {
    const input = {
      ...none,
      requests: [
        request("r1", "fiji", "pca"),
        request("r10", "fiji", "hs", { order: 2 }),
        request("r2", "tonga", "aeo"),
      ],
      needs: members.flatMap((member) => topics.map((topic) => need(member.id, topic.id))),
    };
    const reversed = {
      requests: [...input.requests].reverse(),
      needs: [...input.needs].reverse(),
      planned: [],
      topics: [...topics].reverse(),
      members: [...members].reverse(),
    };
    expect(deriveDemand(reversed)).toEqual(deriveDemand(input));
  });

  it("refuses doubled ids, unknown topics and members, doubled ratings and ratings off the scale", () => {
    const twice = [request("r1", "fiji", "pca"), request("r1", "tonga", "pca")];
    expect(() => deriveDemand({ ...none, requests: twice })).toThrow(RangeError);
    expect(() => deriveDemand({ ...none, requests: [request("r1", "fiji", "zz")] })).toThrow(/"zz"/);
    expect(() => deriveDemand({ ...none, requests: [request("r1", "zz", "pca")] })).toThrow(/"zz"/);
    expect(() => deriveDemand({ ...none, needs: [need("fiji", "pca"), need("fiji", "pca")] })).toThrow(/twice/);
    for (const importance of [0, 6, 2.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => deriveDemand({ ...none, needs: [need("fiji", "pca", { importance })] })).toThrow(RangeError);
    expect(() =>
      deriveDemand({ ...none, topics: [{ id: "a", area: null, priority: 2 }], requests: [request("r", "fiji", "a")] }),
    ).toThrow(RangeError);
  });
});
