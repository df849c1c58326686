import { describe, expect, it } from "vitest";
import { loadPack } from "~/db/regions/read-pack";
import { checkDefinition } from "~/surveys/check-definition";
import { checkResponse } from "~/surveys/check-response";
import { countInputs } from "~/surveys/count-inputs";
import { NEEDS_GIVEN, type NeedsDocument, needsAnswers, topicDetail } from "../../support/needs-answers";
import { partsOf, questionsMeasuring, readDefinition } from "../../support/read-definition";

const pack = await loadPack("db/regions/asia-pacific");
const context = {
  region: {
    topics: pack.topics.filter((topic) => topic.rated).map(({ id }) => id),
    areas: pack.accreditationAreas.map(({ id }) => id),
    members: pack.members.map(({ id }) => id),
    languages: pack.manifest.spokenLanguages.map(({ id }) => id),
  },
  languages: pack.manifest.languages.map(({ id }) => id),
};

const INSTRUMENTS = ["needs", "evaluation", "pledges", "follow-up-participant", "follow-up-administration"];

describe.each(INSTRUMENTS)("the check before publishing, of %s", (instrument) => {
  it("finds nothing to refuse and nothing that the analysis would miss", () => {
    const checked = checkDefinition(readDefinition("asia-pacific", instrument), context);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    expect(checked.warnings).toEqual([]);
  });
});

function compiled(instrument: string) {
  const checked = checkDefinition(readDefinition("asia-pacific", instrument), context);
  if (!checked.ok) throw new RangeError(`the survey ${instrument} is refused`);
  return checked.compiled;
}

describe("the compiled needs survey", () => {
  it("counts 157 inputs of at most 160", () => {
    expect(countInputs(compiled("needs"))).toBe(157);
  });

  it("has a section for each part that a colleague may take over", () => {
    expect([...new Set(compiled("needs").pages.map(({ section }) => section))]).toEqual([
      "who",
      "trade-facilitation",
      "revenue",
      "compliance-enforcement",
      "technology",
      "organizational",
      "top-five",
      "details",
      "requests",
      "offers",
      "last-year",
    ]);
  });

  it("would be told when a coordinator takes a topic out of one of the scales", () => {
    const definition = readDefinition("asia-pacific", "needs");
    const [importance] = questionsMeasuring(definition, "importance");
    const shortened = {
      ...definition,
      pages: partsOf(definition, "pages").map((page) => ({
        ...page,
        elements: partsOf(page, "elements").map((element) =>
          element.name === importance?.name ? { ...element, rows: partsOf(element, "rows").slice(1) } : element,
        ),
      })),
    };
    expect(checkDefinition(shortened, context).warnings.map(({ code }) => code)).toContain("topicOneScale");
  });
});

describe("the check of a response to the needs survey", () => {
  const needs = compiled("needs");
  const errorsOf = (document: NeedsDocument) => {
    const checked = checkResponse(needs, document, { mode: "strict", given: NEEDS_GIVEN });
    return checked.ok ? [] : checked.errors.map(({ path, code }) => [path, code]);
  };
  const without = (topics: readonly string[]) => Object.fromEntries(topics.map((topic) => [topic, null]));
  const SEVEN = ["aeo", "mra", "rkc", "tfa", "trs", "cbm", "nii"];

  it("takes Fiji's complete answer", () => {
    expect(errorsOf(needsAnswers())).toEqual([]);
  });

  it("takes 32 topics on both scales, and refuses 31", () => {
    expect(errorsOf(needsAnswers({ capability: without(SEVEN) }))).toEqual([]);
    expect(errorsOf(needsAnswers({ capability: without([...SEVEN, "hs"]) }))).toEqual([["", "requiredTopics"]]);
  });

  it("counts a topic only if both scales are answered for it", () => {
    const halves = {
      importance: without(["aeo", "mra", "rkc", "tfa"]),
      capability: without(["hs", "pca", "trs", "cbm"]),
    };
    expect(errorsOf(needsAnswers(halves))).toEqual([["", "requiredTopics"]]);
  });

  it("asks for the whole top five", () => {
    expect(errorsOf(needsAnswers({ answers: { top_five: undefined } }))).toEqual([["top_five", "required"]]);
    expect(errorsOf(needsAnswers({ answers: { top_five: ["hs", "pca"] } }))).toEqual([["top_five", "tooFewChosen"]]);
  });

  it("refuses a topic described twice", () => {
    const details = [topicDetail({ key: "one" }), topicDetail({ key: "two" })];
    expect(errorsOf(needsAnswers({ answers: { topic_details: details } }))).toHaveLength(1);
  });
});
