import { describe, expect, it } from "vitest";
import { INSTRUMENTS } from "~/db/regions/pack-schema";
import { loadPack } from "~/db/regions/read-pack";
import { checkDefinitionText } from "~/surveys/check-definition";
import { RIVER_PROVINCES } from "./broken-pack";

const pack = await loadPack(RIVER_PROVINCES);
const context = {
  region: {
    topics: pack.topics.filter((topic) => topic.rated).map(({ id }) => id),
    areas: pack.accreditationAreas.map(({ id }) => id),
    members: pack.members.map(({ id }) => id),
    languages: pack.manifest.spokenLanguages.map(({ id }) => id),
  },
  languages: pack.manifest.languages.map(({ id }) => id),
};

describe.each(INSTRUMENTS)("the survey %s of the river provinces", (instrument) => {
  it("may be published and leaves nothing out", () => {
    const checked = checkDefinitionText(pack.definitions[instrument].text, context);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    expect(checked.warnings).toEqual([]);
  });

  it("shares no question name with the survey of the bundled region", async () => {
    const bundled = await loadPack("db/regions/asia-pacific");
    const names = (text: string) => [...text.matchAll(/"name": "([a-z_]+)"/g)].map(([, name]) => name);
    const own = new Set(names(pack.definitions[instrument].text));
    expect(names(bundled.definitions[instrument].text).filter((name) => own.has(name))).toEqual([]);
  });
});
