import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { findLatestAnalysisRun } from "~/db/analysis-runs";
import { cycleAt } from "~/db/regions/cycle-dates";
import { parseEvaluationYear } from "./evaluation-document";

const TWO: Intl.NumberFormatOptions = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** The year's value of evaluations from its latest stored run; `result` is `null` before the first. */
export async function describeYear(
  { db, pack, now }: Pick<AppContext, "db" | "pack" | "now">,
  { cycle, t }: { readonly cycle: string | null; readonly t: Translator },
) {
  const cycleId =
    cycle !== null && /^[\w-]{1,20}$/.test(cycle) ? cycle : cycleAt(pack, now().toISOString().slice(0, 10)).id;
  const title = t("evaluation.year.title", { cycle: t.cycle(cycleId) });
  const run = await findLatestAnalysisRun(db, { kind: "evaluationYear", cycleId });
  const document = run && parseEvaluationYear(run.document);
  if (!run || !document || document.result.value.value === null)
    return { title, cycleId, finding: t("evaluation.year.none"), terms: [], target: null, rows: [], runId: null };
  const { inputs, parameters, result } = document;
  const titles = new Map(inputs.workshops.map((workshop) => [workshop.activityId, workshop]));
  const { met, metOnAverageOnly, missedOnAverageOnly, missed } = result.outcomes;
  return {
    title,
    cycleId,
    runId: run.id,
    target: parameters.target,
    finding: t("evaluation.year.finding", {
      official: result.official ? "yes" : "no",
      value: t.number(result.value.value ?? 0, TWO),
      workshops: result.workshops.length,
      target: t.number(parameters.target),
    }),
    terms: [
      [
        t("evaluation.year.pooled", { forms: result.forms }),
        result.pooled.value === null ? "–" : t.number(result.pooled.value, TWO),
      ],
      [
        t("evaluation.year.outcomes"),
        t("evaluation.year.outcomesValue", { met, metOnly: metOnAverageOnly, missedOnly: missedOnAverageOnly, missed }),
      ],
      [t("evaluation.year.withheld"), t.number(inputs.withheld)],
      [t("evaluation.terms.target"), t("evaluation.terms.targetValue", { target: t.number(parameters.target) })],
      [
        t("evaluation.terms.run"),
        t("evaluation.terms.runValue", { date: t.date(run.createdAt), sha: run.sha256.slice(0, 8) }),
      ],
    ] as readonly (readonly [string, string])[],
    rows: result.workshops.map(({ workshop, verdict }) => {
      const { mean, lower, upper, n } = verdict.value;
      const stored = titles.get(workshop);
      const of = stored?.participants ?? null;
      return {
        id: workshop,
        title: stored?.title ?? workshop,
        runId: stored?.runId ?? "",
        n,
        of,
        mean: mean.value,
        lower: lower.value,
        upper: upper.value,
        outcome: verdict.outcome,
        nText: of === null ? t.number(n) : t("evaluation.items.nOf", { n, of }),
        meanText: mean.value === null ? "–" : t.number(mean.value, TWO),
        rangeText:
          lower.value === null || upper.value === null
            ? t("evaluation.items.census")
            : t("evaluation.items.rangeValue", {
                lower: t.number(lower.value, TWO),
                upper: t.number(upper.value, TWO),
              }),
      };
    }),
  };
}
