/** Sizes that a definition may not exceed, all refused by `checkDefinition`. */
export const LIMITS = {
  pages: 30,
  elements: 60,
  /** Containers within each other: panel, panel, question. */
  depth: 3,
  choices: 300,
  columns: 20,
  rows: 100,
  /** Inputs that a usual answer fills, see `countInputs`. */
  inputs: 160,
  /** Items of the codebook, panels' templates counted once. */
  items: 2_000,
  text: 2_000,
  condition: 500,
  panels: 60,
  maxLength: 10_000,
} as const;

/** Names of questions, pages and panels. */
export const NAME = /^[a-z][a-z0-9_]{0,63}$/;
/** Values of rows and choices: ids, short words, numbers; no slash, which separates the parts of an item's key. */
export const VALUE = /^[A-Za-z0-9][A-Za-z0-9_.:+-]{0,63}$/;
/** Names that mean something in JavaScript itself; a Model made of them throws. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()),
  "prototype",
  "panel",
  "row",
  "item",
  "key",
  "id",
  "at",
]);

/** Keys of a localized text: `default` or a language (BCP 47). */
export const LANGUAGE = /^(?:default|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})$/;
