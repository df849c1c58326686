import type { Missing } from "../semantics";

/** A choice as a form shows it. */
export interface OptionView {
  readonly value: string;
  readonly label: string;
  /** Place among the values, from 1; `null` for the codes. */
  readonly place: number | null;
  readonly missing: Missing | null;
  readonly chosen: boolean;
  /** Whether it was last year's answer. */
  readonly was: boolean;
}

interface Shown {
  /** Name of its fields, and id of the first of them: the place of its errors. */
  readonly path: string;
  /** The entry that it is saved with. */
  readonly entry: string;
  readonly title: string;
  readonly titleShown: boolean;
  readonly hint: string | null;
  readonly required: boolean;
  readonly errors: readonly string[];
}

export interface ChoiceControl extends Shown {
  readonly kind: "choice";
  readonly look: "radio" | "list" | "scale" | "yesNo";
  readonly options: readonly OptionView[];
  readonly lowEnd: string | null;
  readonly highEnd: string | null;
}

export interface ChoicesControl extends Shown {
  readonly kind: "choices";
  readonly options: readonly OptionView[];
}

/** As many lists as there are places; `""` where none is chosen. */
export interface RankingControl extends Shown {
  readonly kind: "ranking";
  readonly options: readonly OptionView[];
  readonly places: readonly string[];
}

export interface LineControl extends Shown {
  readonly kind: "line";
  readonly type: "text" | "email" | "number" | "date" | "month";
  readonly value: string;
  readonly maxLength: number | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly autocomplete: string | null;
}

export interface LinesControl extends Shown {
  readonly kind: "lines";
  readonly value: string;
  readonly maxLength: number;
}

export interface MatrixRowView {
  readonly path: string;
  readonly entry: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly was: string | null;
  readonly errors: readonly string[];
}

export interface MatrixControl extends Shown {
  readonly kind: "matrix";
  readonly options: readonly OptionView[];
  readonly rows: readonly MatrixRowView[];
}

export type InnerControl = ChoiceControl | ChoicesControl | RankingControl | LineControl | LinesControl | MatrixControl;

export interface PanelView {
  readonly path: string;
  readonly key: string;
  /** Order among own panels; `null` for given ones. */
  readonly at: number | null;
  readonly title: string;
  readonly controls: readonly InnerControl[];
}

export interface RowsControl extends Shown {
  readonly kind: "rows";
  readonly own: boolean;
  readonly panels: readonly PanelView[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  readonly addText: string | null;
  readonly removeText: string | null;
  readonly emptyText: string | null;
}

export type Control = InnerControl | RowsControl;

export interface BlockView {
  readonly title: string | null;
  readonly hint: string | null;
  readonly controls: readonly Control[];
}

/** One page of the light form in one language, ready to be drawn; plain JSON. */
export interface SectionView {
  readonly name: string;
  readonly section: string;
  readonly title: string;
  readonly hint: string | null;
  readonly blocks: readonly BlockView[];
  /** Questions of the page that the answers hide: `question` or `question/panel/inner`. */
  readonly unasked: readonly string[];
}
