import { type ItemMean, MINIMUM_OUTSIDE } from "~/analysis/scales/item-mean";
import type { Translator } from "~/app/i18n/translate";
import type { EvaluationDocument, RatedItem } from "./evaluation-document";

/** One rated thing as pages and downloads show it; figures are `null` where they are undefined or left out. */
export interface DescribedItem {
  readonly key: string;
  readonly measure: string;
  readonly title: string;
  readonly n: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Answers 1 to 5; for the office alone, since one answer can be recognised. */
  readonly counts: readonly number[] | null;
  /** Figures as text, or why there are none. */
  readonly meanText: string;
  readonly rangeText: string;
  readonly nText: string;
}

/** What of a stored evaluation a reader may see: outside the office no facilitators, counts, or items below five. */
export function describeEvaluation(
  { inputs, parameters, result }: EvaluationDocument,
  { office, t }: { readonly office: boolean; readonly t: Translator },
) {
  const score = (value: number | null) => (value === null ? "" : t.number(value, TWO));
  const { verdict, learning } = result;
  const { mean, lower, upper } = verdict.value;
  const range = { lower: score(lower.value), upper: score(upper.value) };
  const rate = verdict.responseRate.value;
  return {
    finding: t(inputs.participants === null ? "evaluation.finding.resultNoList" : "evaluation.finding.result", {
      official: verdict.official ? "yes" : "no",
      mean: score(mean.value),
      target: t.number(parameters.target),
      ratings: inputs.forms,
      of: inputs.participants,
    }),
    terms: [
      [
        t("evaluation.terms.n"),
        inputs.participants === null
          ? t.number(inputs.forms)
          : t("evaluation.items.nOf", { n: inputs.forms, of: inputs.participants }),
      ],
      [t("evaluation.terms.rate"), rate === null ? t("evaluation.terms.rateUnknown") : t.percent(rate)],
      [t("evaluation.terms.target"), t("evaluation.terms.targetValue", { target: t.number(parameters.target) })],
    ] as readonly (readonly [string, string])[],
    target: parameters.target,
    verdict: {
      sentence:
        verdict.outcome === null
          ? null
          : lower.value === null
            ? t("evaluation.verdict.census")
            : t(`evaluation.verdict.${verdict.outcome}`, range),
      low: verdict.flags.includes("lowResponseRate") ? t("evaluation.verdict.low") : null,
    },
    items: inputs.items.flatMap((item, index) => {
      const figures = result.items[index];
      if (!figures || (item.measure === "facilitator" && !office)) return [];
      return [describeItem(item, figures, { office, of: inputs.participants, t })];
    }),
    learning: describeLearning(learning, { office, t }),
  };
}

const TWO: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

function describeItem(
  item: RatedItem,
  figures: ItemMean,
  { office, of, t }: { readonly office: boolean; readonly of: number | null; readonly t: Translator },
): DescribedItem {
  const few = !office && figures.n > 0 && figures.n < MINIMUM_OUTSIDE;
  const shown = (figure: { readonly value: number | null }) => (few ? null : figure.value);
  const [mean, lower, upper] = [shown(figures.mean), shown(figures.lower), shown(figures.upper)];
  const title = t.pick(item.title);
  return {
    key: [item.measure, item.row, item.field].join("/"),
    measure: item.measure,
    title:
      item.question !== null && item.measure === "facilitator"
        ? t("evaluation.items.about", { title, question: t.pick(item.question) })
        : title,
    n: figures.n,
    mean,
    lower,
    upper,
    counts: office ? item.counts : null,
    meanText: mean === null ? t(few ? "evaluation.items.few" : "evaluation.items.none") : t.number(mean, TWO),
    rangeText:
      mean === null
        ? "–"
        : lower === null || upper === null
          ? t("evaluation.items.census")
          : t("evaluation.items.rangeValue", { lower: t.number(lower, TWO), upper: t.number(upper, TWO) }),
    nText: few ? "–" : of === null ? t.number(figures.n) : t("evaluation.items.nOf", { n: figures.n, of }),
  };
}

function describeLearning(
  learning: EvaluationDocument["result"]["learning"],
  { office, t }: { readonly office: boolean; readonly t: Translator },
): { readonly finding: string; readonly counts: string | null } {
  const { n, before, now, change, lower, upper, improved, unchanged, declined } = learning;
  if (change.value === null || n < MINIMUM_OUTSIDE) return { finding: t("evaluation.learning.none"), counts: null };
  const values = {
    n,
    before: t.number(before.value ?? 0, TWO),
    now: t.number(now.value ?? 0, TWO),
    change: t.number(change.value, { ...TWO, signDisplay: "exceptZero" }),
    lower: t.number(lower.value ?? 0, TWO),
    upper: t.number(upper.value ?? 0, TWO),
  };
  return {
    finding: t(lower.value === null ? "evaluation.learning.findingCensus" : "evaluation.learning.finding", values),
    // One person who learned nothing can be recognised; the office alone reads such counts.
    counts: office ? t("evaluation.learning.counts", { improved, unchanged, declined }) : null,
  };
}
