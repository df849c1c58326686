import { z } from "zod";
import { LANGUAGE, LIMITS } from "./definition-limits";
import { Count, common, Element, LocalText, Width } from "./element-schema";

const Page = z.strictObject({
  ...common,
  elements: z.array(Element).min(1).max(LIMITS.elements),
  section: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,63}$/)
    .optional(),
  minutes: z.number().min(0).max(120).optional(),
  navigationTitle: LocalText.optional(),
  navigationDescription: LocalText.optional(),
});

/** The allow-list as a schema (its elements: `element-schema.ts`): what is not named here is refused. Meaning across questions is checked afterwards. */
export const Definition = z.strictObject({
  $schema: z.string().max(200).optional(),
  instrument: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  requiredTopics: Count(LIMITS.choices).optional(),
  title: LocalText,
  description: LocalText.optional(),
  locale: z.string().regex(LANGUAGE).optional(),
  pages: z.array(Page).min(1).max(LIMITS.pages),
  showTitle: z.boolean().optional(),
  showPageTitles: z.boolean().optional(),
  showPageNumbers: z.boolean().optional(),
  showQuestionNumbers: z
    .union([z.boolean(), z.enum(["default", "on", "onPage", "onpage", "onPanel", "off", "recursive"])])
    .optional(),
  showProgressBar: z
    .union([z.boolean(), z.enum(["off", "auto", "top", "bottom", "topBottom", "aboveHeader"])])
    .optional(),
  progressBarType: z.enum(["pages", "questions", "requiredQuestions", "buttons"]).optional(),
  progressBarLocation: z.enum(["auto", "aboveheader", "belowheader", "top", "bottom", "topbottom"]).optional(),
  showTOC: z.boolean().optional(),
  showNavigationButtons: z.union([z.boolean(), z.enum(["bottom", "top", "both", "topBottom", "none"])]).optional(),
  questionErrorLocation: z.enum(["top", "bottom"]).optional(),
  questionTitleLocation: z.enum(["top", "bottom", "left"]).optional(),
  questionDescriptionLocation: z.enum(["underTitle", "underInput"]).optional(),
  checkErrorsMode: z.enum(["onNextPage", "onComplete", "onValueChanged"]).optional(),
  clearInvisibleValues: z.enum(["onComplete", "onHidden", "none"]).optional(),
  textUpdateMode: z.enum(["onBlur", "onTyping"]).optional(),
  widthMode: z.enum(["auto", "static", "responsive"]).optional(),
  width: Width.optional(),
  fitToContainer: z.boolean().optional(),
  autoFocusFirstQuestion: z.boolean().optional(),
  requiredMark: z.string().max(5).optional(),
  startSurveyText: LocalText.optional(),
  pagePrevText: LocalText.optional(),
  pageNextText: LocalText.optional(),
  completeText: LocalText.optional(),
  previewText: LocalText.optional(),
  editText: LocalText.optional(),
  showPreviewBeforeComplete: z.boolean().optional(),
  showCompletePage: z.boolean().optional(),
});

export type SurveyDefinition = z.infer<typeof Definition>;
export type DefinitionPage = z.infer<typeof Page>;
