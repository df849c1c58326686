import { z } from "zod";
import { LANGUAGE, LIMITS, NAME, VALUE } from "./definition-limits";
import { MISSING, UNITS } from "./semantics";

const Sentence = z.string().max(LIMITS.text);
export const LocalText = z.union([Sentence, z.record(z.string().regex(LANGUAGE), Sentence)]);
const Name = z.string().regex(NAME);
const Condition = z.string().max(LIMITS.condition);
const ItemKey = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_.:/+-]+$/);
const Value = z.union([z.string().regex(VALUE), z.number().int().min(-999_999).max(999_999)]);
export const Count = (most: number) => z.number().int().min(0).max(most);
export const Width = z.string().max(20);

const ItemObject = z.strictObject({
  value: Value,
  text: LocalText.optional(),
  missing: z.enum(MISSING).optional(),
  sameAs: ItemKey.optional(),
});
const Item = z.union([Value, ItemObject]);

const Bound = z.union([z.number(), z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/)]);

const Validator = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("numeric"),
    text: LocalText.optional(),
    minValue: z.number().optional(),
    maxValue: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal("text"),
    text: LocalText.optional(),
    minLength: Count(LIMITS.maxLength).optional(),
    maxLength: Count(LIMITS.maxLength).optional(),
  }),
  z.strictObject({ type: z.literal("email"), text: LocalText.optional() }),
]);

/** What pages, panels and questions can all carry. */
export const common = {
  name: Name,
  title: LocalText.optional(),
  description: LocalText.optional(),
  visibleIf: Condition.optional(),
};

const layout = {
  startWithNewLine: z.boolean().optional(),
  width: Width.optional(),
  minWidth: Width.optional(),
  maxWidth: Width.optional(),
  indent: Count(5).optional(),
  state: z.enum(["default", "expanded", "collapsed"]).optional(),
};

const question = {
  ...common,
  ...layout,
  titleLocation: z.enum(["default", "top", "bottom", "left", "hidden"]).optional(),
  descriptionLocation: z.enum(["default", "underTitle", "underInput"]).optional(),
  errorLocation: z.enum(["default", "top", "bottom"]).optional(),
  showNumber: z.boolean().optional(),
  isRequired: z.boolean().optional(),
  requiredIf: Condition.optional(),
  enableIf: Condition.optional(),
  requiredErrorText: LocalText.optional(),
  measure: z.string().max(64).optional(),
  field: z.string().max(64).optional(),
  unit: z.enum(UNITS).optional(),
  sameAs: ItemKey.optional(),
  seriesBreak: z.boolean().optional(),
  lastYear: z.boolean().optional(),
};

const choices = z.array(Item).min(1).max(LIMITS.choices);
const oneOf = { ...question, choices, choicesOrder: z.literal("none").optional() };
const severalOf = {
  ...oneOf,
  minSelectedChoices: Count(LIMITS.choices).optional(),
  maxSelectedChoices: Count(LIMITS.choices).optional(),
};
const listBox = {
  placeholder: LocalText.optional(),
  allowClear: z.boolean().optional(),
  searchEnabled: z.boolean().optional(),
  searchMode: z.enum(["contains", "startsWith"]).optional(),
};

const Matrix = z.strictObject({
  type: z.literal("matrix"),
  ...question,
  columns: z.array(Item).min(1).max(LIMITS.columns),
  rows: z.array(Item).min(1).max(LIMITS.rows),
  eachRowRequired: z.boolean().optional(),
  requiredRows: Count(LIMITS.rows).optional(),
  alternateRows: z.boolean().optional(),
  showHeader: z.boolean().optional(),
  verticalAlign: z.enum(["top", "middle"]).optional(),
  displayMode: z.enum(["auto", "table", "list"]).optional(),
  rowTitleWidth: Width.optional(),
  columnMinWidth: Width.optional(),
});
const Radiogroup = z.strictObject({
  type: z.literal("radiogroup"),
  ...oneOf,
  colCount: Count(10).optional(),
  allowClear: z.boolean().optional(),
});
const Dropdown = z.strictObject({ type: z.literal("dropdown"), ...oneOf, ...listBox });
const Checkbox = z.strictObject({ type: z.literal("checkbox"), ...severalOf, colCount: Count(10).optional() });
const Tagbox = z.strictObject({
  type: z.literal("tagbox"),
  ...severalOf,
  ...listBox,
  hideSelectedItems: z.boolean().optional(),
  closeOnSelect: z.boolean().optional(),
});
const Ranking = z.strictObject({
  type: z.literal("ranking"),
  ...severalOf,
  selectToRankEnabled: z.boolean().optional(),
  selectToRankAreasLayout: z.enum(["horizontal", "vertical"]).optional(),
  selectToRankSwapAreas: z.boolean().optional(),
  selectToRankEmptyRankedAreaText: LocalText.optional(),
  selectToRankEmptyUnrankedAreaText: LocalText.optional(),
});
const Rating = z.strictObject({
  type: z.literal("rating"),
  ...question,
  rateValues: z.array(Item).min(2).max(LIMITS.columns).optional(),
  rateMin: z.number().int().min(0).max(20).optional(),
  rateMax: z.number().int().min(1).max(20).optional(),
  rateType: z.enum(["labels", "stars", "smileys"]).optional(),
  displayMode: z.enum(["auto", "buttons", "dropdown"]).optional(),
  minRateDescription: LocalText.optional(),
  maxRateDescription: LocalText.optional(),
  rateDescriptionLocation: z.enum(["leftRight", "top", "bottom", "topBottom"]).optional(),
  displayRateDescriptionsAsExtremeItems: z.boolean().optional(),
});
const BooleanQuestion = z.strictObject({
  type: z.literal("boolean"),
  ...question,
  label: LocalText.optional(),
  labelTrue: LocalText.optional(),
  labelFalse: LocalText.optional(),
  swapOrder: z.boolean().optional(),
  displayMode: z.enum(["default", "radio", "checkbox"]).optional(),
  renderAs: z.enum(["default", "radio", "checkbox"]).optional(),
});
const Text = z.strictObject({
  type: z.literal("text"),
  ...question,
  inputType: z.enum(["text", "number", "date", "month", "email"]).optional(),
  min: Bound.optional(),
  max: Bound.optional(),
  step: z.literal(1).optional(),
  minErrorText: LocalText.optional(),
  maxErrorText: LocalText.optional(),
  stepErrorText: LocalText.optional(),
  maxLength: z.number().int().min(1).max(LIMITS.maxLength).optional(),
  placeholder: LocalText.optional(),
  autocomplete: z
    .string()
    .max(40)
    .regex(/^[a-z -]+$/)
    .optional(),
  inputSize: Count(200).optional(),
  validators: z.array(Validator).max(5).optional(),
});
const Comment = z.strictObject({
  type: z.literal("comment"),
  ...question,
  maxLength: z.number().int().min(1).max(LIMITS.maxLength).optional(),
  rows: Count(40).optional(),
  placeholder: LocalText.optional(),
  autoGrow: z.boolean().optional(),
  allowResize: z.boolean().optional(),
  validators: z.array(Validator).max(5).optional(),
});

const panel = { type: z.literal("panel"), ...common, ...layout, showNumber: z.boolean().optional() };
const Panel = z.strictObject({
  ...panel,
  get elements(): z.ZodType<DefinitionElement[]> {
    return z.array(Element).min(1).max(LIMITS.elements);
  },
});

const panelDynamic = {
  type: z.literal("paneldynamic"),
  ...question,
  given: z.string().max(64).optional(),
  panelsFrom: Name.optional(),
  usualRows: Count(LIMITS.panels).optional(),
  templateTitle: LocalText.optional(),
  templateDescription: LocalText.optional(),
  templateTabTitle: LocalText.optional(),
  noEntriesText: LocalText.optional(),
  allowAddPanel: z.boolean().optional(),
  allowRemovePanel: z.boolean().optional(),
  panelCount: Count(LIMITS.panels).optional(),
  minPanelCount: Count(LIMITS.panels).optional(),
  maxPanelCount: z.number().int().min(1).max(LIMITS.panels).optional(),
  keyName: Name.optional(),
  keyDuplicationError: LocalText.optional(),
  confirmDelete: z.boolean().optional(),
  confirmDeleteText: LocalText.optional(),
  addPanelText: LocalText.optional(),
  removePanelText: LocalText.optional(),
  prevPanelText: LocalText.optional(),
  nextPanelText: LocalText.optional(),
  panelsState: z.enum(["default", "collapsed", "expanded", "firstExpanded"]).optional(),
  displayMode: z.enum(["list", "carousel", "tab"]).optional(),
  renderMode: z.enum(["list", "progressTop", "tab"]).optional(),
  newPanelPosition: z.literal("last").optional(),
  removePanelButtonLocation: z.enum(["bottom", "right"]).optional(),
  templateQuestionTitleLocation: z.enum(["default", "top", "bottom", "left"]).optional(),
};
const PanelDynamic = z.strictObject({
  ...panelDynamic,
  get templateElements(): z.ZodType<DefinitionElement[]> {
    return z.array(Element).min(1).max(LIMITS.elements);
  },
});

const simple = [
  Matrix,
  Radiogroup,
  Dropdown,
  Checkbox,
  Tagbox,
  Ranking,
  Rating,
  BooleanQuestion,
  Text,
  Comment,
] as const;
export const Element = z.discriminatedUnion("type", [...simple, Panel, PanelDynamic]);

export type SimpleQuestion = z.infer<(typeof simple)[number]>;
const ownPanel = z.strictObject(panel);
const ownPanelDynamic = z.strictObject(panelDynamic);
export type DefinitionPanel = z.infer<typeof ownPanel> & { elements: DefinitionElement[] };
export type DefinitionPanelDynamic = z.infer<typeof ownPanelDynamic> & { templateElements: DefinitionElement[] };
export type DefinitionElement = SimpleQuestion | DefinitionPanel | DefinitionPanelDynamic;
export type DefinitionItem = z.infer<typeof Item>;
export type LocalizedText = z.infer<typeof LocalText>;
