import { renderToStaticMarkup } from "react-dom/server";
import { Model } from "survey-core";
import "survey-core/i18n/french";
import { Survey } from "survey-react-ui";
import { describe, expect, it } from "vitest";
import { isPart, partsOf, readDefinition } from "../../support/read-definition";

const INSTRUMENTS = ["needs", "evaluation", "pledges", "follow-up-participant", "follow-up-administration"];
/** What makes every question of the pages visible: the rows that a round gives, and an offer to host. */
const ANSWERS = {
  host_offer: ["study-visit"],
  activities: [{ id: "a", title: "Given activity" }],
  planned_activities: [{ id: "b", title: "Given plan" }],
  objectives: [{ id: "c", title: "Given objective" }],
  sessions: [{ id: "d", title: "Given session" }],
  facilitators: [{ id: "e", title: "Given facilitator" }],
  workshops: [{ id: "f", title: "Given workshop" }],
  pledges: [{ id: "g", title: "Given pledge" }],
};

describe.each(["en", "fr"])("SurveyJS's own form in %s", (locale) => {
  it.each(INSTRUMENTS)("draws every page of %s with its questions", (instrument) => {
    const definition = readDefinition("asia-pacific", instrument);
    const model = new Model(definition);
    model.locale = locale;
    model.data = ANSWERS;
    for (const [index, page] of partsOf(definition, "pages").entries()) {
      model.currentPageNo = index;
      const markup = renderToStaticMarkup(<Survey model={model} />);
      for (const { title } of partsOf(page, "elements")) {
        const text = isPart(title) ? String(locale === "fr" ? title.fr : title.default) : "";
        expect(markup.includes(text), text).toBe(true);
      }
      const givesRows = partsOf(page, "elements").some(({ given }) => given !== undefined);
      expect(markup.includes("Given "), `given rows on ${page.name}`).toBe(givesRows);
    }
  });
});
