import type { ReactNode } from "react";
import { Table } from "~/app/components/table";
import type { Translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import type { RunFacts } from "~/app/operations/ranking/describe-run";

interface FactRow {
  readonly id: string;
  readonly head: string;
  readonly of: (run: RunFacts) => string;
}

/** Inputs and parameters of two runs, line by line, with what differs. */
export function TwoRuns({ now, before }: { readonly now: RunFacts; readonly before: RunFacts }) {
  const t = useTranslator();
  const rows = factsOf(t);
  const link = (run: RunFacts): ReactNode => <a href={`/priorities/runs/${run.runId}`}>{t.date(run.at)}</a>;
  return (
    <Table
      caption={t("changes.compare.runs")}
      stack
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "what", names: true, head: t("changes.compare.what"), cell: ({ head }) => head },
        {
          id: "this",
          head: t("changes.compare.this"),
          cell: ({ id, of }) => (id === "computed" ? link(now) : of(now)),
        },
        {
          id: "that",
          head: t("changes.compare.that"),
          cell: ({ id, of }) => (id === "computed" ? link(before) : of(before)),
        },
        {
          id: "same",
          head: t("changes.compare.differs"),
          cell: ({ of }) =>
            of(now) === of(before) ? (
              t("changes.compare.same")
            ) : (
              <span className="tag tag-warn">{t("changes.compare.other")}</span>
            ),
        },
      ]}
    />
  );
}

function factsOf(t: Translator): readonly FactRow[] {
  const hash = (text: string) => `${text.slice(0, 4)} ${text.slice(4, 8)} ${text.slice(8, 12)}`;
  const state = (name: string) =>
    name === "submitted" || name === "signedOff" ? t(`changes.compare.state.${name}`) : name;
  return [
    {
      id: "survey",
      head: t("changes.compare.survey"),
      of: ({ survey, version }) => t("changes.compare.surveyValue", { survey, version }),
    },
    { id: "computed", head: t("changes.compare.computed"), of: ({ at }) => t.date(at) },
    { id: "answered", head: t("changes.compare.answered"), of: ({ n, N }) => t("priorities.nOfN", { n, N }) },
    { id: "topics", head: t("changes.compare.topics"), of: ({ topics }) => t.number(topics) },
    { id: "states", head: t("changes.compare.states"), of: ({ states }) => t.list(states.map(state)) },
    {
      id: "counted",
      head: t("changes.compare.counted"),
      of: ({ method }) =>
        method === "meanWeightedDiscrepancy" ? t("priorities.counting.meanWeightedDiscrepancy") : method,
    },
    { id: "replicates", head: t("changes.compare.replicates"), of: ({ replicates }) => t.number(replicates) },
    { id: "confidence", head: t("changes.compare.confidence"), of: ({ confidence }) => t.percent(confidence) },
    { id: "seed", head: t("changes.compare.seed"), of: ({ seed }) => String(seed) },
    { id: "inputs", head: t("changes.compare.inputs"), of: ({ inputSha256 }) => hash(inputSha256) },
    { id: "run", head: t("changes.compare.run"), of: ({ sha256 }) => hash(sha256) },
    {
      id: "published",
      head: t("changes.compare.published"),
      of: ({ published }) => published ?? t("changes.compare.notPublished"),
    },
  ];
}
