import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadPack } from "~/db/regions/read-pack";

const pack = await loadPack("db/regions/asia-pacific");
const actions = pack.planFramework.pillars.flatMap((pillar) => pillar.actions);
const entries = actions.flatMap((action) => action.entries);

describe("the Asia/Pacific pack", () => {
  it("has the 35 members, 46 topics, 39 of them rated, and twelve accreditation areas", () => {
    expect(pack.members).toHaveLength(35);
    expect(pack.topics).toHaveLength(46);
    expect(pack.topics.filter((topic) => topic.rated)).toHaveLength(39);
    expect(pack.accreditationAreas).toHaveLength(12);
  });

  it("has the plan of 2025-2026 with 4 pillars, 53 actions, 225 printed entries of 104 activities", () => {
    expect(pack.planFramework.pillars.map((pillar) => pillar.actions.length)).toEqual([38, 2, 11, 2]);
    expect(actions).toHaveLength(53);
    expect(entries).toHaveLength(225);
    expect(pack.activities).toHaveLength(104);
  });

  it("has the 34 actions of the strategic plan with a target each, 25 of 33 answering members among them", () => {
    const strategic = pack.strategicPlan.pillars.flatMap((pillar) => pillar.actions);
    expect(strategic).toHaveLength(34);
    const survey = pack.strategicPlan.kpis.find((kpi) => kpi.id === "survey-respondents");
    expect(survey?.target).toEqual({ kind: "members", atLeast: 25, of: 33 });
  });

  it("has eight training centres, Indonesia's the youngest among them", () => {
    expect(pack.centres.map((centre) => centre.member)).toEqual([
      "china",
      "fiji",
      "hong-kong-china",
      "india",
      "indonesia",
      "japan",
      "korea",
      "malaysia",
    ]);
  });

  it("counts every member in one stratum, Iran with South Asia and New Zealand with East Asia", () => {
    const strata = pack.strata.value.map((stratum) => ({
      id: stratum.id,
      members: pack.members.filter((member) => stratum.subRegions.includes(member.subRegion)).map(({ id }) => id),
    }));
    expect(strata.flatMap((stratum) => stratum.members).sort()).toEqual(pack.members.map(({ id }) => id).sort());
    const of = (member: string) => strata.find((stratum) => stratum.members.includes(member))?.members;
    expect(of("iran")).toContain("nepal");
    expect(of("new-zealand")).toContain("mongolia");
  });

  it("names members as they are printed, in both languages", () => {
    const name = (id: string) => pack.members.find((member) => member.id === id)?.name;
    expect(name("hong-kong-china")).toEqual({ en: "Hong Kong, China", fr: "Hong Kong, Chine" });
    expect(name("vanuatu")).toEqual({ en: "Vanuatu", fr: "Vanuatu" });
    expect(name("papua-new-guinea")).toEqual({ en: "Papua New Guinea", fr: "Papouasie-Nouvelle-Guinée" });
  });

  it("asks for 4 of 5 in the evaluation, because the strategic plan does", () => {
    expect(pack.planning.evaluationThreshold.value).toEqual({ atLeast: 4, of: 5 });
    expect(pack.planning.evaluationThreshold.assumption).toBeUndefined();
    const kpi = pack.strategicPlan.kpis.find(({ id }) => id === "participants-evaluation");
    expect(kpi?.target).toEqual({ kind: "score", atLeast: 4, of: 5, statistic: "average" });
  });

  it("takes no amount of money from the documents, and says so of each", () => {
    const amounts = [
      ...pack.funders.flatMap(({ amount }) => (amount === null ? [] : [amount])),
      ...pack.costs.rules.flatMap((rule) => [rule.fixed, rule.perMember, rule.perExpert]),
      pack.costs.interpretation,
    ];
    expect(amounts.filter((amount) => !amount.assumption)).toEqual([]);
  });

  it("sorts the 104 activities into 24 standing lines, 5 fixed events and 75 chosen after needs", () => {
    const count = (line: string) => pack.activities.filter((activity) => activity.line === line).length;
    expect([count("standing"), count("fixed"), count("needs-based")]).toEqual([24, 5, 75]);
  });
});

describe("the printed plan of 2025-2026", () => {
  // Cells that the text of the document cuts in two, by the end of a page or by the next column.
  const CUT = ["1-c-08", "1-z-03", "3-f-02"];
  const printed = printedWork();

  it("has as many entries as the document has arrows", () => {
    expect(printed).toHaveLength(225);
  });

  it("gives every title and every printed reference as the document does, in the document's order", () => {
    const different = entries.filter((entry, index) => !printed[index]?.startsWith(squeezed(entry)));
    expect(different.map((entry) => entry.id)).toEqual(CUT);
  });

  it("gives the three cut titles in the document's words", () => {
    for (const [index, entry] of entries.entries()) {
      if (!CUT.includes(entry.id)) continue;
      expect(isWithin([...squeezed(entry)], [...(printed[index] ?? "")]), entry.id).toBe(true);
    }
  });

  it("keeps the printed reference beside the actions that it names", () => {
    const first = entries[0];
    expect(first?.seeAlsoPrinted).toBe("(See also 1-(b), (c), (dd), (hh), and 3-(k))");
    expect(first?.seeAlso).toEqual(["1-b", "1-c", "1-dd", "1-hh", "3-k"]);
  });
});

function squeezed(entry: (typeof entries)[number]): string {
  return squeeze(entry.title + (entry.seeAlsoPrinted ?? ""));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}

/** What follows each arrow of the document, without blanks, page headers and repeated headings. */
function printedWork(): readonly string[] {
  return readFileSync("tests/fixtures/documents/work-plan-2025-2026.txt", "utf8")
    .replace(
      /Specific Actions of ROCB A\/P\s+\(Relevance[^)]+\)\s+Annual Work Plan for [\d\s-]+RSP Key Performance\s+Indicator/g,
      "",
    )
    .replace(/ROCB A\/P Annual Report 2024\/2025\s+\d+/g, "")
    .split("➢")
    .slice(1)
    .map(squeeze);
}

/** Whether the letters stand in the text in this order, with anything between them. */
function isWithin(letters: readonly string[], text: readonly string[]): boolean {
  let next = 0;
  for (const letter of text) if (letter === letters[next]) next += 1;
  return next === letters.length;
}
