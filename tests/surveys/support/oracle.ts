import { Model } from "survey-core";
import { vi } from "vitest";

export interface OracleVerdict {
  readonly accepts: boolean;
  /** What the Model made of the data: it drops or changes some wrong answers without a word. */
  readonly data: unknown;
  readonly visible: ReadonlySet<string>;
}

/** What SurveyJS itself says of a document: a fresh Model of its own, as in the browser. */
export function oracle(definition: Record<string, unknown>, data: Record<string, unknown>): OracleVerdict {
  // The Model writes a line to the console about data of the wrong kind; the generated answers contain such data.
  const silent = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")].map((spy) => spy.mockImplementation(() => {}));
  const model = new Model(structuredClone(definition));
  try {
    model.data = structuredClone(data);
    const accepts = model.validate(true, false);
    const visible = model.getAllQuestions().filter((question) => question.isVisible && question.page?.isVisible);
    return { accepts, data: model.data, visible: new Set(visible.map((question) => question.name)) };
  } finally {
    model.dispose();
    for (const spy of silent) spy.mockClear();
  }
}
