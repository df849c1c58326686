import type { ItemMean } from "~/analysis/scales/item-mean";
import type { KpiVerdict, KpiYear } from "~/analysis/scales/kpi-verdict";
import type { LearningChange } from "~/analysis/scales/learning-change";
import type { ShrunkenEffects } from "~/analysis/scales/shrunken-effects";

/** Wording in several languages, as surveys have it, or a title that the office typed. */
export type Wording = Readonly<Record<string, string | undefined>> | string;

/** What an evaluation asks for ratings of, by measure. */
export const RATED_MEASURES = [
  "satisfaction",
  "relevance",
  "objective",
  "session",
  "facilitator",
  "material",
  "pace",
  "organisation",
] as const;
export type RatedMeasure = (typeof RATED_MEASURES)[number];

/** One thing that was rated, and how often with 1, 2 ... 5. */
export interface RatedItem {
  readonly measure: RatedMeasure;
  /** Id of the objective, session or facilitator, or the row of a matrix; `null` for a question of its own. */
  readonly row: string | null;
  readonly field: string | null;
  /** What is rated, and the question about it where it is one of several about the same. */
  readonly title: Wording;
  readonly question: Wording | null;
  readonly counts: readonly number[];
}

/** What an evaluation is calculated from: counts, so that no whole form is kept in what never changes. */
export interface EvaluationInputs {
  readonly forms: number;
  /** Participants noted as present; `null` if none are, or fewer than there are forms. */
  readonly participants: number | null;
  readonly items: readonly RatedItem[];
  /** Forms by knowledge before (outer) and now (inner), 1 to 5, of those that said both. */
  readonly knowledge: readonly (readonly number[])[];
  /** Mean rating that each form gave a facilitator, in ascending order. */
  readonly facilitation: readonly { readonly personId: string; readonly means: readonly number[] }[];
}

export interface EvaluationScene {
  readonly roundId: string;
  readonly activityId: string;
  readonly title: string;
  readonly cycleId: string;
  readonly versionId: string;
}

/** What a stored run of the kind "evaluation" holds, as canonical JSON. */
export interface EvaluationDocument {
  readonly kind: "evaluation";
  readonly version: 1;
  readonly scene: EvaluationScene;
  readonly inputs: EvaluationInputs;
  readonly parameters: { readonly target: number };
  readonly result: {
    readonly verdict: KpiVerdict;
    readonly items: readonly ItemMean[];
    readonly learning: LearningChange;
  };
}

/** One workshop in the year's value. */
export interface YearWorkshop {
  readonly activityId: string;
  readonly title: string;
  readonly runId: string;
  readonly counts: readonly number[];
  readonly participants: number | null;
}

/** What a stored run of the kind "evaluationYear" holds. */
export interface EvaluationYearDocument {
  readonly kind: "evaluationYear";
  readonly version: 1;
  readonly cycleId: string;
  readonly inputs: { readonly workshops: readonly YearWorkshop[]; readonly withheld: number };
  readonly parameters: { readonly target: number };
  readonly result: KpiYear;
}

/** What a stored run of the kind "facilitation" holds: every rating of every facilitator so far. */
export interface FacilitationDocument {
  readonly kind: "facilitation";
  readonly version: 1;
  readonly inputs: {
    readonly ratings: readonly {
      readonly personId: string;
      readonly activityId: string;
      readonly means: readonly number[];
    }[];
  };
  readonly parameters: { readonly c: number };
  readonly result: ShrunkenEffects;
}

/** @throws {Error} if the text is no stored run of that kind and version */
export function parseEvaluation(text: string): EvaluationDocument {
  const parsed: unknown = JSON.parse(text);
  if (!isDocument(parsed, "evaluation")) throw new Error("The stored run is no evaluation of version 1");
  return parsed;
}

/** @throws {Error} if the text is no stored run of that kind and version */
export function parseEvaluationYear(text: string): EvaluationYearDocument {
  const parsed: unknown = JSON.parse(text);
  if (!isDocument(parsed, "evaluationYear")) throw new Error("The stored run is no year of evaluations of version 1");
  return parsed;
}

/** @throws {Error} if the text is no stored run of that kind and version */
export function parseFacilitation(text: string): FacilitationDocument {
  const parsed: unknown = JSON.parse(text);
  if (!isDocument(parsed, "facilitation")) throw new Error("The stored run is no facilitation of version 1");
  return parsed;
}

type StoredDocument = EvaluationDocument | EvaluationYearDocument | FacilitationDocument;

function isDocument<Kind extends StoredDocument["kind"]>(
  value: unknown,
  kind: Kind,
): value is Extract<StoredDocument, { readonly kind: Kind }> {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === kind &&
    "version" in value &&
    value.version === 1 &&
    "result" in value
  );
}

/** Counts of 1 to 5 as single ratings, lowest first. */
export function ratingsFrom(counts: readonly number[]): readonly number[] {
  return counts.flatMap((count, index) => new Array<number>(count).fill(index + 1));
}
