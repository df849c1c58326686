import { expect, test } from "vitest";
import { checkResponse } from "~/surveys/check-response";
import { compiled, pageOf, ratings } from "./support/definitions";

test("a response of 160 inputs is checked and coded in about a millisecond", () => {
  const topics = Array.from({ length: 39 }, (_, index) => `topic-${index}`);
  const inner = Array.from({ length: 8 }, (_, index) => ({
    type: index % 2 ? "radiogroup" : "comment",
    name: `field_${index}`,
    ...(index % 2
      ? { choices: ["a", "b", "c"], visibleIf: index > 1 ? `{panel.field_${index - 2}} notempty` : undefined }
      : {}),
  }));
  const instrument = compiled(
    pageOf([
      ratings("importance", { rows: topics }),
      ratings("capability", { rows: topics }),
      {
        type: "ranking",
        name: "top",
        measure: "topFive",
        unit: "topic",
        selectToRankEnabled: true,
        maxSelectedChoices: 5,
        choices: topics,
      },
      { type: "paneldynamic", name: "details", templateElements: inner, maxPanelCount: 10 },
    ]),
  );
  const answers = {
    importance: Object.fromEntries(topics.map((topic, index) => [topic, 1 + (index % 5)])),
    capability: Object.fromEntries(topics.map((topic, index) => [topic, 1 + ((index * 2) % 5)])),
    top: topics.slice(0, 5),
    details: Array.from({ length: 10 }, (_, panel) => ({
      key: `k${panel}`,
      ...Object.fromEntries(inner.map(({ name, type }) => [name, type === "comment" ? "Some words about it" : "b"])),
    })),
  };
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    expect(checkResponse(instrument, answers, { mode: "strict" }).ok).toBe(true);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const median = times[150] ?? Number.POSITIVE_INFINITY;
  process.stdout.write(`check of 163 inputs: median ${median.toFixed(2)} ms\n`);
  // Several times the usual figure: the machine is shared.
  expect(median).toBeLessThan(5);
});
