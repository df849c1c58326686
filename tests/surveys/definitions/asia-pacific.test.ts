import { Model } from "survey-core";
import { beforeAll, describe, expect, it } from "vitest";
import { loadPack } from "~/db/regions/read-pack";
import { registerSemantics } from "~/surveys/semantics";
import {
  type DefinitionPart,
  isPart,
  partsOf,
  questionsMeasuring,
  questionsOf,
  readDefinition,
  valuesOf,
} from "../../support/read-definition";

const pack = await loadPack("db/regions/asia-pacific");
const INSTRUMENTS = ["needs", "evaluation", "pledges", "follow-up-participant", "follow-up-administration"];
const read = (instrument: string) => readDefinition("asia-pacific", instrument);

const CUSTOM_PROPERTIES = [
  "instrument",
  "requiredTopics",
  "section",
  "minutes",
  "measure",
  "field",
  "unit",
  "missing",
  "given",
  "lastYear",
  "panelsFrom",
  "usualRows",
];

/** English texts that are the same in French, each for a reason. */
const SAME_IN_BOTH = new Map([
  ["Budget", "the French word is the same"],
  ["Expert {panelIndex}", "the French word is the same"],
  ["Action {panelIndex}", "the French word is the same"],
  ["{panel.title}", "the title comes with the given row, in the language of the workshop"],
]);
/** Names that are the same in French: members and languages, whose names the pack gives. */
const NAMES = new Set(["member", "language"]);

describe.each(INSTRUMENTS)("the definition of %s in a SurveyJS tool that knows nothing of Meridian", (instrument) => {
  it("loads with nothing unknown but the documented properties", () => {
    const problems = new Model(read(instrument)).jsonErrors ?? [];
    const unknown = problems.map((problem) => /^Unknown property .*: '(.+)'\.$/.exec(problem.message)?.[1]);
    expect(unknown.filter((name) => name === undefined || !CUSTOM_PROPERTIES.includes(name))).toEqual([]);
    expect(unknown).toContain("measure");
  });

  it("shows every question that was authored", () => {
    const definition = read(instrument);
    const authored = questionsOf({ pages: partsOf(definition, "pages").map(withoutTemplates) });
    const shown = new Model(definition).getAllQuestions().map((question) => question.name);
    expect(shown).toEqual(authored.map((question) => question.name));
  });
});

describe.each(INSTRUMENTS)("the definition of %s", (instrument) => {
  beforeAll(registerSemantics);

  it("loads without any error once the custom properties are registered", () => {
    expect(new Model(read(instrument)).jsonErrors ?? []).toEqual([]);
  });

  it("keeps every custom property through a round trip of survey-core", () => {
    const definition = read(instrument);
    const saved: unknown = new Model(definition).toJSON();
    for (const property of CUSTOM_PROPERTIES) {
      expect(collect(saved, property), property).toEqual(collect(definition, property));
    }
  });

  it("offers English and French and no other language", () => {
    expect(new Model(read(instrument)).getUsedLocales().sort()).toEqual(["en", "fr"]);
  });

  it("has every text in English and French", () => {
    const texts = localTexts(read(instrument));
    expect(texts.length).toBeGreaterThan(10);
    for (const { text, place } of texts) {
      expect(Object.keys(text).sort(), place).toEqual(["default", "fr"]);
      expect(String(text.default).trim(), place).not.toBe("");
      expect(String(text.fr).trim(), place).not.toBe("");
    }
  });

  it("has no English text left where French belongs, but for the listed ones", () => {
    const same = localTexts(read(instrument)).filter(({ text, unit }) => text.default === text.fr && !NAMES.has(unit));
    expect(same.map(({ text }) => String(text.default)).filter((text) => !SAME_IN_BOTH.has(text))).toEqual([]);
  });

  it("writes French with its own spaces and both languages with typographic apostrophes", () => {
    for (const { text, place } of localTexts(read(instrument))) {
      expect(String(text.fr), place).not.toMatch(/[^\u202f\u00a0][?!;:](?:\s|$)|«[^\u00a0]|[^\u00a0]»/);
      expect(`${text.default} ${text.fr}`, place).not.toMatch(/'|\s\s|!/);
    }
  });

  it("leaves no text out of the two languages", () => {
    const localised = ["title", "description", "text", "templateTitle", "noEntriesText", "addPanelText"];
    for (const name of [...localised, "removePanelText", "keyDuplicationError"]) {
      expect(
        collect(read(instrument), name).filter((text) => !text.startsWith("{")),
        name,
      ).toEqual([]);
    }
  });

  it("says of every question what it measures and of every page how long it takes", () => {
    for (const page of partsOf(read(instrument), "pages")) {
      expect(page.minutes, String(page.name)).toBeGreaterThan(0);
      for (const question of questionsOf(withoutTemplates(page)))
        expect(question.measure, String(question.name)).toBeTruthy();
      for (const panel of questionsOf(page).filter(({ type }) => type === "paneldynamic")) {
        const fields = partsOf(panel, "templateElements").map((question) => question.field);
        expect(new Set(fields).size, String(panel.name)).toBe(fields.length);
        expect(fields, String(panel.name)).not.toContain(undefined);
      }
    }
  });

  it("limits every free text", () => {
    const texts = questionsOf(read(instrument)).filter(
      ({ type, inputType }) =>
        type === "comment" || (type === "text" && (inputType === undefined || inputType === "email")),
    );
    for (const question of texts) expect(question.maxLength, String(question.name)).toBeGreaterThan(0);
  });
});

describe("the words of the region in its surveys", () => {
  const names = (named: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[]) =>
    new Map(named.map(({ id, name }) => [id, name]));
  const known: Readonly<Record<string, ReturnType<typeof names>>> = {
    topic: names(pack.topics),
    area: names(pack.accreditationAreas),
    member: names(pack.members),
    language: names(pack.manifest.spokenLanguages),
  };

  it.each(INSTRUMENTS)("%s uses the ids and names of the pack", (instrument) => {
    for (const question of questionsOf(read(instrument))) {
      const unit = known[String(question.unit)];
      if (!unit) continue;
      const items = [...partsOf(question, "choices"), ...partsOf(question, "rows")];
      expect(items.length, String(question.name)).toBeGreaterThan(0);
      for (const { value, text } of items) {
        const { en, fr } = unit.get(String(value)) ?? {};
        expect(en, `${value} in ${question.name}`).toBeTruthy();
        // A row may say more than the name, a language begins with a capital.
        expect(lower(isPart(text) ? text.default : "")).toMatch(startOf(en));
        expect(lower(isPart(text) ? text.fr : "")).toMatch(startOf(fr));
      }
    }
  });

  it("asks for exactly the rated topics of the pack, section by section, on both scales", () => {
    const rated = pack.topics.filter((topic) => topic.rated);
    for (const measure of ["importance", "capability"]) {
      const asked = partsOf(read("needs"), "pages").flatMap((page) =>
        questionsMeasuring(page, measure).flatMap((matrix) =>
          valuesOf(matrix, "rows").map((row) => [page.section, row]),
        ),
      );
      const byName = (one: readonly unknown[], other: readonly unknown[]) => String(one).localeCompare(String(other));
      expect(asked.sort(byName)).toEqual(rated.map((topic) => [topic.section, topic.id]).sort(byName));
      expect(asked).toHaveLength(39);
    }
  });

  it("offers only modes of help that the plan can deliver, each meaning one", () => {
    const answers = pack.planning.modes.flatMap((mode) => mode.answers);
    const modes = questionsOf(read("needs")).filter(({ field }) => field === "mode");
    expect(modes).toHaveLength(2);
    for (const question of modes) {
      for (const mode of valuesOf(question, "choices")) {
        expect(
          answers.filter((answer) => answer === mode),
          String(mode),
        ).toHaveLength(1);
      }
    }
  });

  it("lets every member be named in a pledge", () => {
    const [question] = questionsMeasuring(read("pledges"), "member");
    expect(valuesOf(question ?? {}, "choices")).toEqual(pack.members.map(({ id }) => id));
  });
});

function lower(text: unknown): string {
  return String(text).toLowerCase();
}

function startOf(name: unknown): RegExp {
  return new RegExp(`^${lower(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\(.+\\))?$`);
}

function withoutTemplates(page: DefinitionPart): DefinitionPart {
  return { ...page, elements: partsOf(page, "elements").map((element) => ({ ...element, templateElements: [] })) };
}

/** Every value of a property anywhere inside, in order, as text. */
function collect(part: unknown, property: string): string[] {
  if (Array.isArray(part)) return part.flatMap((inner: unknown) => collect(inner, property));
  if (!isPart(part)) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === property ? [JSON.stringify(value)] : collect(value, property),
  );
}

interface PlacedText {
  readonly text: DefinitionPart;
  readonly place: string;
  readonly unit: string;
}

function localTexts(part: unknown, place = "", unit = ""): PlacedText[] {
  if (Array.isArray(part)) return part.flatMap((inner: unknown, index) => localTexts(inner, `${place}/${index}`, unit));
  if (!isPart(part)) return [];
  if ("default" in part || "fr" in part) return [{ text: part, place, unit }];
  const inner = part.unit === undefined ? unit : String(part.unit);
  return Object.entries(part).flatMap(([name, value]) => localTexts(value, `${place}/${name}`, inner));
}
