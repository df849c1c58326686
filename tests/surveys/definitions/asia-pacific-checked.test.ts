import { describe, expect, it } from "vitest";
import { loadPack } from "~/db/regions/read-pack";
import { checkDefinition } from "~/surveys/check-definition";
import { countInputs } from "~/surveys/count-inputs";
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

describe("the compiled needs survey", () => {
  const compiled = () => {
    const checked = checkDefinition(readDefinition("asia-pacific", "needs"), context);
    if (!checked.ok) throw new RangeError("the needs survey is refused");
    return checked.compiled;
  };

  it("counts 157 inputs of at most 160", () => {
    expect(countInputs(compiled())).toBe(157);
  });

  it("has a section for each part that a colleague may take over", () => {
    expect([...new Set(compiled().pages.map(({ section }) => section))]).toEqual([
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
