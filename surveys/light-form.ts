import type { GivenRows } from "./answer-document";
import type { DraftDocument } from "./entries";

/** Name of the hidden inputs that say which fields a page showed; their absence would else look like an answer taken away. */
export const SHOWN = "shown";
/** Name of the buttons that add or remove a panel: `add:question`, `remove:question/key`. */
export const PANEL_ACTION = "panel";

export interface LightOption {
  /** Value of the HTML option or input. */
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  /** Stands for "not applicable" or "don't know". */
  readonly isCode: boolean;
}

export interface LightFieldBase {
  /** HTML name; also the path of its entry (with `/question` behind a panel's) and of its errors. */
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
  /** Whether the answers saved so far show it. */
  readonly shown: boolean;
  /**
   * Whether that may change by an answer in the same section. Without JavaScript such a field is to be drawn even if it
   * is not shown, with a word that it may be left empty: what stays hidden is left out at submission.
   */
  readonly maybe: boolean;
}

/** A table of radio buttons or selects: one HTML name per row, the same options in each. */
export interface LightMatrix extends LightFieldBase {
  readonly kind: "matrix";
  readonly columns: readonly { readonly value: string; readonly label: string; readonly isCode: boolean }[];
  readonly rows: readonly { readonly name: string; readonly label: string; readonly chosen: string }[];
  readonly requiredRows: number;
}

/** One select or group of radio buttons. */
export interface LightChoice extends LightFieldBase {
  readonly kind: "choice";
  readonly look: "radio" | "list" | "scale" | "yesNo";
  readonly options: readonly LightOption[];
  readonly lowEnd: string | null;
  readonly highEnd: string | null;
}

/** Checkboxes of one name. */
export interface LightChoices extends LightFieldBase {
  readonly kind: "choices";
  readonly options: readonly LightOption[];
  readonly min: number;
  readonly max: number;
}

/** One select per place, `name/1` first; an empty place is skipped. */
export interface LightRanking extends LightFieldBase {
  readonly kind: "ranking";
  readonly places: readonly { readonly name: string; readonly place: number; readonly chosen: string }[];
  readonly options: readonly LightOption[];
  readonly min: number;
}

export interface LightInput extends LightFieldBase {
  readonly kind: "input";
  readonly type: "text" | "email" | "number" | "date" | "month";
  readonly value: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly step: "1" | "any" | null;
  readonly maxLength: number | null;
  readonly autocomplete: string | null;
}

export interface LightTextarea extends LightFieldBase {
  readonly kind: "textarea";
  readonly value: string;
  readonly maxLength: number;
}

/** Panels; buttons to add and remove unless they are given. */
export interface LightRows extends LightFieldBase {
  readonly kind: "rows";
  readonly panels: readonly LightPanel[];
  readonly noPanelsText: string | null;
  /** Value of the button that adds a panel, or `null` if none may be added. */
  readonly add: { readonly value: string; readonly label: string | null } | null;
}

export interface LightPanel {
  /** `question/key`. */
  readonly name: string;
  readonly title: string | null;
  /** Order among own panels, the value of the hidden input of the panel's name; `null` for given ones. */
  readonly at: number | null;
  readonly fields: readonly LightField[];
  readonly remove: { readonly value: string; readonly label: string | null } | null;
}

export type LightSimpleField = LightMatrix | LightChoice | LightChoices | LightRanking | LightInput | LightTextarea;
export type LightField = LightSimpleField | LightRows;

export interface LightPage {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly blocks: readonly {
    readonly title: string | null;
    readonly description: string | null;
    readonly fields: readonly LightField[];
  }[];
}

export interface LightSection {
  readonly id: string;
  readonly title: string;
  /** Minutes it should take, or `null` if the definition does not say. */
  readonly minutes: number | null;
  readonly pages: readonly LightPage[];
}

export interface LightFormState {
  readonly language: string;
  /** Answers saved so far (`assembleDocument`). */
  readonly document: DraftDocument;
  readonly given?: GivenRows;
}
