import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BrokenPackError, loadPack, readPack } from "~/db/regions/read-pack";
import { faultsAfter, faultsOfSpoiled, RIVER_PROVINCES } from "./broken-pack";

interface Case {
  readonly what: string;
  readonly file: string;
  readonly at: readonly (string | number)[];
  readonly value: unknown;
  /** Where the fault is reported, if not at the changed value. */
  readonly reportedAt?: string;
  readonly reportedIn?: string;
  readonly reason: RegExp;
}

const members = "members.json";
const topics = "topics.json";
const plan = "plan-framework.json";
const needs = "definitions/needs.json";

const CASES: readonly Case[] = [
  { what: "an unknown key", file: "pack.json", at: ["colour"], value: "blue", reportedAt: "$", reason: /colour/ },
  { what: "a missing key", file: members, at: ["members", 0, "timeZone"], value: undefined, reason: /expected string/ },
  { what: "an id in capitals", file: members, at: ["members", 0, "id"], value: "Upper", reason: /lower-case/ },
  { what: "a member twice", file: members, at: ["members", 1, "id"], value: "upper-larn", reason: /twice/ },
  { what: "a code twice", file: members, at: ["members", 1, "code"], value: "ULA", reason: /twice/ },
  {
    what: "a name of two members",
    file: members,
    at: ["members", 1, "variants"],
    value: ["Upper Larn"],
    reportedAt: "$.members[1].name",
    reason: /upper-larn/,
  },
  {
    what: "an unknown sub-region",
    file: members,
    at: ["members", 2, "subRegion"],
    value: "midstream",
    reason: /no sub-region/,
  },
  {
    what: "a time zone that is none",
    file: members,
    at: ["members", 3, "timeZone"],
    value: "Europe/Larn",
    reason: /time zone/,
  },
  {
    what: "an offset for a time zone",
    file: members,
    at: ["members", 3, "timeZone"],
    value: "+07:00",
    reason: /time zone/,
  },
  {
    what: "a language that is not listed",
    file: members,
    at: ["members", 3, "languages", 0],
    value: "pt",
    reason: /spoken language/,
  },
  {
    what: "a language tag in unusual writing",
    file: "pack.json",
    at: ["spokenLanguages", 2, "id"],
    value: "CY",
    reason: /BCP 47/,
  },
  {
    what: "a language tag that is none",
    file: "pack.json",
    at: ["spokenLanguages", 2, "id"],
    value: "not a tag",
    reason: /BCP 47/,
  },
  {
    what: "a text without French",
    file: members,
    at: ["subRegions", 0, "name", "fr"],
    value: undefined,
    reportedAt: "$.subRegions[0].name",
    reason: /no “fr”/,
  },
  {
    what: "a text in a language too many",
    file: members,
    at: ["subRegions", 0, "name", "pt"],
    value: "Montante",
    reason: /no language of this pack/,
  },
  {
    what: "a source that names no document",
    file: members,
    at: ["members", 0, "source", 0, "document"],
    value: "diary",
    reason: /no document “diary”/,
  },
  {
    what: "a sub-region in no stratum",
    file: members,
    at: ["strata", "value", 1, "subRegions"],
    value: ["upstream"],
    reportedAt: "$.strata.value",
    reason: /“downstream” is in no stratum/,
  },
  {
    what: "a sub-region in two strata",
    file: members,
    at: ["strata", "value", 1, "subRegions"],
    value: ["downstream", "upstream"],
    reportedAt: "$.strata.value[1].subRegions[1]",
    reason: /in two strata/,
  },
  {
    what: "a sub-region without members",
    file: members,
    at: ["subRegions", 1, "id"],
    value: "delta",
    reportedAt: "$.subRegions[1]",
    reason: /No member is in “delta”/,
  },
  {
    what: "a neighbour of itself",
    file: members,
    at: ["neighbours", "value", 0, 1],
    value: "upstream",
    reason: /twice/,
  },
  {
    what: "an unknown member of a group",
    file: members,
    at: ["groups", 0, "members", 0],
    value: "atlantis",
    reason: /no member “atlantis”/,
  },
  { what: "an unknown section", file: topics, at: ["topics", 0, "section"], value: "cellar", reason: /no section/ },
  {
    what: "an unknown area",
    file: topics,
    at: ["topics", 0, "accreditationArea"],
    value: "binding",
    reason: /no accreditation area/,
  },
  { what: "an unknown action", file: topics, at: ["topics", 0, "actions", 0], value: "9-z", reason: /no action/ },
  {
    what: "a milestone of another action",
    file: topics,
    at: ["topics", 0, "rspRefs", 0],
    value: "1.2.1-m1",
    reason: /milestone of its actions/,
  },
  {
    what: "a short name that is long",
    file: topics,
    at: ["topics", 0, "shortName", "fr"],
    value: "Catalogage, catalogage et encore catalogage",
    reason: /30 characters/,
  },
  {
    what: "a topic of the strategic plan that is not there",
    file: topics,
    at: ["topics", 0, "strategicActions"],
    value: ["3-a"],
    reportedAt: "$.topics[0].strategicActions[0]",
    reason: /no strategic action/,
  },
  {
    what: "a count that is wrong",
    file: "pack.json",
    at: ["counts", "entries"],
    value: 225,
    reason: /says 225, the files have 9/,
  },
  {
    what: "a file named twice",
    file: "pack.json",
    at: ["files", "centres"],
    value: "funders.json",
    reportedAt: "$",
    reportedIn: "funders.json",
    reason: /centres|funders/,
  },
  {
    what: "an action out of order",
    file: plan,
    at: ["pillars", 0, "actions", 1, "letter"],
    value: "c",
    reason: /letter “b”/,
  },
  {
    what: "a label that does not fit",
    file: plan,
    at: ["pillars", 0, "actions", 1, "label"],
    value: "1(b)",
    reason: /1-\(b\)/,
  },
  {
    what: "an objective that is not printed",
    file: plan,
    at: ["pillars", 0, "actions", 0, "rspRefs", 0, "objective"],
    value: "2.1.1",
    reason: /does not name 2\.1\.1/,
  },
  {
    what: "milestones that fall",
    file: plan,
    at: ["pillars", 0, "actions", 1, "rspRefs", 0, "milestones"],
    value: [2, 1],
    reason: /rising order/,
  },
  {
    what: "an entry out of order",
    file: plan,
    at: ["pillars", 0, "actions", 0, "entries", 0, "id"],
    value: "1-a-07",
    reason: /1-a-01/,
  },
  {
    what: "an entry of an unknown activity",
    file: plan,
    at: ["pillars", 0, "actions", 0, "entries", 0, "activity"],
    value: "picnic",
    reason: /no activity/,
  },
  {
    what: "an entry of a member that the activity does not have",
    file: plan,
    at: ["pillars", 0, "actions", 0, "entries", 0, "members", 0],
    value: "reedmouth",
    reason: /member of the activity/,
  },
  {
    what: "a see-also to nowhere",
    file: plan,
    at: ["pillars", 0, "actions", 0, "entries", 1, "seeAlso", 0],
    value: "4-q",
    reason: /no action “4-q”/,
  },
  {
    what: "a see-also that is not printed",
    file: plan,
    at: ["pillars", 0, "actions", 0, "entries", 0, "seeAlso"],
    value: ["1-b"],
    reason: /do not agree/,
  },
  {
    what: "a plan of a year and a half",
    file: plan,
    at: ["period", "end"],
    value: "2027-06",
    reportedAt: "$.period",
    reason: /twelve months/,
  },
  {
    what: "a plan that begins in another month",
    file: plan,
    at: ["period", "start"],
    value: "2026-02",
    reason: /starts in month 1/,
  },
  {
    what: "entries of an activity that the plan does not have",
    file: "activities.json",
    at: ["activities", 0, "entries"],
    value: ["1-a-01", "1-b-01"],
    reason: /framework has 1-a-01/,
  },
  {
    what: "an activity of an unknown group",
    file: "activities.json",
    at: ["activities", 0, "group"],
    value: "bargees",
    reason: /no group/,
  },
  {
    what: "a target above what there is",
    file: "strategic-plan.json",
    at: ["pillars", 0, "actions", 0, "targets", 0, "atLeast"],
    value: 7,
    reason: /more than 6/,
  },
  {
    what: "a KPI of an unknown plan",
    file: "strategic-plan.json",
    at: ["kpis", 0, "actions", 0, "plan"],
    value: "dry-road",
    reason: /no plan/,
  },
  {
    what: "a funder of an unknown topic",
    file: "funders.json",
    at: ["funders", 1, "conditions", "value", "topics", 0],
    value: "puppets",
    reason: /no topic/,
  },
  {
    what: "a funder's amount without a word where it comes from",
    file: "funders.json",
    at: ["funders", 0, "amount", "basis"],
    value: undefined,
    reportedAt: "$.funders[0].amount",
    reason: /needs its basis/,
  },
  {
    what: "a setting with neither source nor assumption",
    file: "costs.json",
    at: ["interpretation"],
    value: { value: 1 },
    reason: /needs a source/,
  },
  {
    what: "a centre of an unknown member",
    file: "centres.json",
    at: ["centres", 0, "member"],
    value: "atlantis",
    reason: /no member/,
  },
  {
    what: "a mode without a cost",
    file: "costs.json",
    at: ["rules", 0, "mode"],
    value: "regional",
    reportedAt: "$.rules",
    reason: /“national” is missing/,
  },
  {
    what: "a viable group larger than the largest",
    file: "experts.json",
    at: ["rules", "viableCandidates", "value"],
    value: 9,
    reason: /more than maximumCandidates/,
  },
  {
    what: "an answer that stands for two modes",
    file: "planning.json",
    at: ["modes", 2, "answers"],
    value: ["at-home"],
    reason: /two modes/,
  },
  {
    what: "more islands than there are",
    file: "planning.json",
    at: ["equity", "value", "atLeast"],
    value: 3,
    reason: /2 known members/,
  },
  {
    what: "a limit below the warning",
    file: "planning.json",
    at: ["absorptionWarning", "value"],
    value: 4,
    reason: /after the limit/,
  },
  {
    what: "a fixed event that is not in the calendar",
    file: "calendar.json",
    at: ["fixedEvents"],
    value: [],
    reason: /“boat-meeting”/,
  },
  {
    what: "a standing line that is an event",
    file: "calendar.json",
    at: ["standing", 0, "activity"],
    value: "boat-meeting",
    reason: /of the line “standing”/,
  },
  {
    what: "a survey under another name",
    file: needs,
    at: ["instrument"],
    value: "pledges",
    reason: /instrument “needs”/,
  },
  {
    what: "a survey that asks for an unknown topic",
    file: needs,
    at: ["pages", 1, "elements", 0, "rows", 0, "value"],
    value: "puppets",
    reason: /no topic “puppets”/,
  },
  {
    what: "a rated topic that is asked on one scale only",
    file: needs,
    at: ["pages", 1, "elements", 1, "rows"],
    value: [],
    reportedAt: "$",
    reason: /“cataloguing” is rated and not asked for capability/,
  },
  {
    what: "a delivery that no mode knows",
    file: needs,
    at: ["pages", 4, "elements", 0, "templateElements", 4, "choices", 0, "value"],
    value: "by-balloon",
    reason: /answer “by-balloon”/,
  },
];

describe("a fault in a pack is named with its file, its place and the reason", () => {
  it.each(CASES)("$what", async ({ file, at, value, reportedAt, reportedIn, reason }) => {
    const faults = await faultsAfter(file, at, value);
    const path = reportedAt ?? at.reduce<string>((p, s) => (typeof s === "number" ? `${p}[${s}]` : `${p}.${s}`), "$");
    const places = faults.filter((fault) => fault.file === (reportedIn ?? file) && fault.path.startsWith(path));
    expect(places.length, JSON.stringify(faults)).toBeGreaterThan(0);
    expect(
      places.some((fault) => reason.test(fault.reason)),
      JSON.stringify(places),
    ).toBe(true);
  });

  it("names a file that is not there", async () => {
    const faults = await faultsOfSpoiled((folder) => rmSync(join(folder, "funders.json")));
    expect(faults).toEqual([{ file: "funders.json", path: "$", reason: "The file is not there." }]);
  });

  it("names a survey that is not there", async () => {
    const faults = await faultsOfSpoiled((folder) => rmSync(join(folder, "definitions/pledges.json")));
    expect(faults).toEqual([{ file: "definitions/pledges.json", path: "$", reason: "The file is not there." }]);
  });

  it("names line and column of what is not JSON", async () => {
    const faults = await faultsOfSpoiled((folder) => {
      writeFileSync(join(folder, "centres.json"), '{\n  "centres": [,]\n}');
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: "centres.json", path: "$" });
    expect(faults[0]?.reason).toMatch(/line 2, column 15/);
  });

  it("names a folder that holds another pack", async () => {
    const faults = await faultsAfter("pack.json", ["id"], "sea-provinces");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: "pack.json", path: "$.id" });
  });

  it("names a folder that holds none", async () => {
    const reading = await readPack("tests/fixtures/regions/nowhere");
    expect(reading).toEqual({ faults: [{ file: "pack.json", path: "$", reason: "The file is not there." }] });
  });

  it("stops a caller that cannot go on, with every fault in the message", async () => {
    await expect(loadPack("tests/fixtures/regions/nowhere")).rejects.toThrow(BrokenPackError);
    await expect(loadPack("tests/fixtures/regions/nowhere")).rejects.toThrow(/pack\.json \$: The file is not there/);
  });
});

describe("the river provinces, another region in another field", () => {
  it("are a good pack, read by the same code", async () => {
    const pack = await loadPack(RIVER_PROVINCES);
    expect(pack.manifest.field.id).toBe("libraries");
    expect(pack.members).toHaveLength(6);
    expect(pack.planFramework.pillars.flatMap((pillar) => pillar.actions)).toHaveLength(5);
  });
});
