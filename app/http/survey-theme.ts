import { Model } from "survey-core";

/** Texts of the style elements that SurveyJS's form injects: its theme's variables, and an empty one. */
export function themeStyles(): readonly string[] {
  return [new Model({ elements: [] }).themeStyle, ""];
}
