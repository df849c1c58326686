import { Model, QuestionPanelDynamicModel } from "survey-core";
import { beforeAll, describe, expect, it } from "vitest";
import { registerSemantics } from "~/surveys/semantics";
import { expertOffer, needsAnswers, nomination, request, TOP_FIVE, topicDetail } from "../../support/needs-answers";
import {
  type DefinitionPart,
  partsOf,
  questionsMeasuring,
  questionsOf,
  readDefinition,
  valuesOf,
} from "../../support/read-definition";

beforeAll(registerSemantics);

function answered(instrument: string, answers: Readonly<Record<string, unknown>>): Model {
  const model = new Model(readDefinition("asia-pacific", instrument));
  model.data = { ...answers };
  return model;
}

/** Names of the panel's questions that a person sees. */
function visibleIn(model: Model, panel: string, index = 0): string[] {
  const question = panelOf(model, panel);
  return (question.panels[index]?.questions ?? []).filter((inner) => inner.isVisible).map((inner) => inner.name);
}

function panelOf(model: Model, name: string): QuestionPanelDynamicModel {
  const question = model.getQuestionByName(name);
  if (!(question instanceof QuestionPanelDynamicModel)) throw new RangeError(`no panel called ${name}`);
  return question;
}

describe("the needs survey", () => {
  it("accepts Fiji's complete answer in both languages", () => {
    const model = answered("needs", needsAnswers());
    expect(model.validate(true)).toBe(true);
    model.locale = "fr";
    expect(model.validate(true)).toBe(true);
  });

  it("keeps Fiji's answer as it was given when it is completed", () => {
    const model = answered("needs", needsAnswers());
    model.completeLastPage();
    expect(model.data).toEqual(needsAnswers());
  });

  it("asks for a top five", () => {
    expect(answered("needs", needsAnswers({ answers: { top_five: undefined } })).validate(true)).toBe(false);
  });

  it("asks for five topics, neither four nor six", () => {
    const four = TOP_FIVE.slice(0, 4);
    expect(answered("needs", needsAnswers({ answers: { top_five: four } })).validate(true)).toBe(false);
    const six = new Model(readDefinition("asia-pacific", "needs")).getQuestionByName("top_five");
    expect([six?.minSelectedChoices, six?.maxSelectedChoices]).toEqual([5, 5]);
  });

  it("asks for 32 of the 39 topics on both scales", () => {
    expect(readDefinition("asia-pacific", "needs").requiredTopics).toBe(32);
  });

  it("lets a member add three topics to its top five, and describe each only once", () => {
    const details = (topics: readonly string[]) => ({ topic_details: topics.map((topic) => topicDetail({ topic })) });
    const eight = [...TOP_FIVE, "aeo", "trs", "nii"];
    expect(answered("needs", needsAnswers({ answers: details(eight) })).validate(true)).toBe(true);
    expect(panelOf(answered("needs", needsAnswers({ answers: details(eight) })), "topic_details").canAddPanel).toBe(
      false,
    );
    expect(answered("needs", needsAnswers({ answers: details(["hs", "pca", "hs"]) })).validate(true)).toBe(false);
  });

  it("accepts a member that neither asks for nor offers anything", () => {
    const nothing = { topic_details: undefined, requests: undefined, experts: undefined, nominations: undefined };
    expect(answered("needs", needsAnswers({ answers: nothing })).validate(true)).toBe(true);
  });

  it.each([
    ["a request without its topic", { requests: [request({ topic: undefined })] }],
    ["an expert without an area", { experts: [expertOffer({ area: undefined })] }],
    ["an expert for minus one mission", { experts: [expertOffer({ missions: -1 })] }],
    ["a candidate without a name", { nominations: [nomination({ person: undefined })] }],
  ])("refuses %s", (_, answers) => {
    expect(answered("needs", needsAnswers({ answers })).validate(true)).toBe(false);
  });

  it("asks whom else a member asked only if it did", () => {
    const asked = (answer: string) =>
      visibleIn(answered("needs", { requests: [request({ asked_elsewhere: answer })] }), "requests");
    expect(asked("yes")).toContain("asked_where");
    expect(asked("no")).not.toContain("asked_where");
  });

  it("asks for months of hosting only from those who would host", () => {
    const shown = (answers: Readonly<Record<string, unknown>>) =>
      answered("needs", answers).getQuestionByName("host_months")?.isVisible;
    expect(shown({ host_offer: ["regional-workshop"] })).toBe(true);
    expect(shown({ host_offer: [] })).toBe(false);
    expect(shown({})).toBe(false);
  });

  it("asks what exactly changed only where something did", () => {
    const shown = (led_to: string) =>
      visibleIn(answered("needs", { activities: [{ id: "a", title: "A workshop", led_to }] }), "activities");
    expect(shown("changed")).toEqual(["led_to", "result"]);
    expect(shown("project")).toEqual(["led_to", "result"]);
    expect(shown("nothing")).toEqual(["led_to"]);
  });

  it("shows last year's activities by their titles, and lets nobody add one", () => {
    const activities = panelOf(answered("needs", needsAnswers()), "activities");
    expect(activities.panels.map((panel) => panel.processedTitle)).toEqual([
      "Regional workshop on post-clearance audit",
      "National workshop on the Time Release Study",
    ]);
    expect([activities.canAddPanel, activities.canRemovePanel]).toEqual([false, false]);
  });

  it("offers the same topics in the same order wherever one is chosen", () => {
    const definition = readDefinition("asia-pacific", "needs");
    const rated = questionsMeasuring(definition, "importance").flatMap((matrix) => valuesOf(matrix, "rows"));
    expect(questionsMeasuring(definition, "capability").flatMap((matrix) => valuesOf(matrix, "rows"))).toEqual(rated);
    const chosen = questionsOf(definition).filter(({ unit, choices }) => unit === "topic" && choices !== undefined);
    expect(chosen.map(({ name }) => name)).toEqual(["top_five", "topic", "topic"]);
    for (const question of chosen) expect(valuesOf(question, "choices")).toEqual(rated);
  });

  it("rates on the two scales of the office, with both codes", () => {
    for (const measure of ["importance", "capability"]) {
      const matrices = questionsMeasuring(readDefinition("asia-pacific", "needs"), measure);
      expect(matrices).toHaveLength(5);
      for (const matrix of matrices) {
        expect(valuesOf(matrix, "columns")).toEqual([1, 2, 3, 4, 5, "na", "dk"]);
        const codes = partsOf(matrix, "columns").map(({ missing }) => missing);
        expect(codes).toEqual([...Array(5).fill(undefined), "notApplicable", "dontKnow"]);
      }
    }
  });

  it("takes twenty minutes", () => {
    const minutes = partsOf(readDefinition("asia-pacific", "needs"), "pages").map((page) => Number(page.minutes));
    expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(20);
  });

  it("has at most 160 inputs for a member with five topics and one request, expert and candidate each", () => {
    const counted = inputs(readDefinition("asia-pacific", "needs"));
    expect(counted).toBe(157);
    expect(counted).toBeLessThanOrEqual(160);
  });
});

describe("the evaluation of a workshop", () => {
  const answers = {
    objectives: [{ id: "o1", title: "Explain the six methods of valuation", met: 4 }],
    sessions: [
      { id: "s1", title: "Transfer pricing", usefulness: 5 },
      { id: "s2", title: "Related parties" },
    ],
    facilitators: [{ id: "f1", title: "Facilitator 1", knowledge: 5, clarity: 4 }],
    material: 4,
    pace: 3,
    relevance: 5,
    knowledge_before: 2,
    knowledge_now: 4,
    overall: 4,
    organisation: { information: 3, travel: "na", venue: 5, timetable: 4 },
  };

  it("accepts a participant who missed a session", () => {
    expect(answered("evaluation", answers).validate(true)).toBe(true);
  });

  it("asks only for the overall rating", () => {
    expect(answered("evaluation", { overall: 1 }).validate(true)).toBe(true);
    expect(answered("evaluation", { ...answers, overall: undefined }).validate(true)).toBe(false);
  });

  it("rates the whole from 1 to 5, which the office's verdict of 4 rests on", () => {
    const [overall] = questionsMeasuring(readDefinition("asia-pacific", "evaluation"), "satisfaction");
    expect(valuesOf(overall ?? {}, "rateValues")).toEqual([1, 2, 3, 4, 5]);
  });

  it("takes five minutes", () => {
    const pages = partsOf(readDefinition("asia-pacific", "evaluation"), "pages");
    expect(pages.map((page) => Number(page.minutes)).reduce((sum, each) => sum + each, 0)).toBe(5);
  });

  it("asks nothing that tells who answers", () => {
    const names = questionsOf(readDefinition("asia-pacific", "evaluation")).map(({ measure, unit }) => [measure, unit]);
    expect(names.flat()).not.toContain("member");
    expect(names.flat()).not.toContain("contactForFollowUp");
  });
});

describe("the pledges after a workshop", () => {
  const pledge = { key: "p1", action: "Rewrite our checklist", by_when: "2027-03", supervisor_support: "yes" };

  it("accept one action with neither an address nor an administration", () => {
    expect(answered("pledges", { pledges: [pledge] }).validate(true)).toBe(true);
  });

  it.each([
    ["an action without words", { pledges: [{ ...pledge, action: undefined }] }],
    ["an address that is none", { pledges: [pledge], contact: "my desk" }],
  ])("refuse %s", (_, answers) => {
    expect(answered("pledges", answers).validate(true)).toBe(false);
  });

  it("open with one action and end at five", () => {
    const empty = panelOf(new Model(readDefinition("asia-pacific", "pledges")), "pledges");
    expect([empty.panelCount, empty.maxPanelCount]).toEqual([1, 5]);
  });
});

describe("the participant's follow-up", () => {
  const shown = (status: string) =>
    visibleIn(answered("follow-up-participant", { pledges: [{ id: "p1", title: "Rewrite it", status }] }), "pledges");

  it.each(["stuck", "not-started", "dropped"])("asks what stands in the way of an action that is %s", (status) => {
    expect(shown(status)).toEqual(["status", "obstacle_kind", "obstacle", "help_needed"]);
  });

  it.each(["done", "under-way"])("asks what came of an action that is %s", (status) => {
    expect(shown(status)).toEqual(["status", "result", "evidence", "colleagues_trained", "effect", "help_needed"]);
  });

  it("shows each pledge in the participant's own words and asks how it stands", () => {
    const model = answered("follow-up-participant", { pledges: [{ id: "p1", title: "Rewrite our checklist" }] });
    expect(panelOf(model, "pledges").panels[0]?.processedTitle).toBe("Rewrite our checklist");
    expect(model.validate(true)).toBe(false);
  });
});

describe("the administration's follow-up", () => {
  const workshop = { id: "w1", title: "Regional workshop on valuation" };
  const shown = (answers: DefinitionPart) =>
    visibleIn(answered("follow-up-administration", { workshops: [{ ...workshop, ...answers }] }), "workshops");

  it("asks how many colleagues a reporting session reached only if there was one", () => {
    expect(shown({ reporting_session: "held" })).toContain("colleagues_reached");
    expect(shown({ reporting_session: "no" })).not.toContain("colleagues_reached");
  });

  it("asks for evidence and results once a change has begun", () => {
    expect(shown({ change_made: "in-place" })).toEqual(expect.arrayContaining(["change", "evidence", "results"]));
    expect(shown({ change_made: "planned" })).toEqual(["reporting_session", "change_made", "change"]);
    expect(shown({ change_made: "none" })).toEqual(["reporting_session", "change_made"]);
    expect(shown({})).toEqual(["reporting_session", "change_made"]);
  });

  it("accepts a workshop of which nothing came", () => {
    const workshops = [{ ...workshop, reporting_session: "no", change_made: "none" }];
    expect(answered("follow-up-administration", { workshops }).validate(true)).toBe(true);
  });
});

/** Inputs as a person counts them: a row of a matrix is one, a place of the top five is one, each field of a panel is one. */
function inputs(part: DefinitionPart): number {
  const elements = ["pages", "elements"].flatMap((name) => partsOf(part, name));
  return elements.reduce((sum, element) => sum + inputsOf(element), 0);
}

function inputsOf(element: DefinitionPart): number {
  if (element.type === "matrix") return partsOf(element, "rows").length;
  if (element.type === "ranking") return Number(element.maxSelectedChoices);
  if (element.type === "paneldynamic") return Number(element.usualRows) * partsOf(element, "templateElements").length;
  return element.type === undefined ? inputs(element) : 1;
}
