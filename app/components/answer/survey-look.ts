import { createResetVariablesStyle, type Model, QuestionMatrixModel, SvgRegistry } from "survey-core";

// The one icon that carries a style attribute, which the page's policy refuses; no survey here has a timer.
const TIMER = '<svg viewBox="0 0 160 160"><circle cx="80" cy="80" r="70"/></svg>';

/**
 * Gives a model its theme without the style elements that SurveyJS would write into the page, which the policy refuses:
 * a sheet made by script is no inline style.
 */
export function dressSurvey(model: Model): void {
  SvgRegistry.registerIcon("timercircle", TIMER);
  model.generateStylesheet = false;
  const sheet = new CSSStyleSheet();
  const theme = model.themeStyle;
  sheet.replaceSync(theme);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  model.onAfterRenderSurvey.add((_, { htmlElement }) => {
    sheet.replaceSync(`${theme}\n${createResetVariablesStyle(htmlElement)}`);
  });
  model.widthMode = "responsive";
  for (const question of model.getAllQuestions())
    if (question instanceof QuestionMatrixModel) {
      question.rowTitleWidth = "12rem";
      question.columnMinWidth = "4rem";
    }
}
