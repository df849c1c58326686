import { MeanAxis, MeanRange } from "~/app/components/charts/mean-range";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { MessageKey } from "~/app/messages/catalogues";

interface ShownItem {
  readonly key: string;
  readonly measure: string;
  readonly title: string;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly counts: readonly number[] | null;
  readonly meanText: string;
  readonly rangeText: string;
  readonly nText: string;
}

interface ResultPartsProps {
  readonly activityId: string;
  readonly result: {
    readonly target: number;
    readonly verdict: { readonly sentence: string | null; readonly low: string | null };
    readonly items: readonly ShownItem[];
    readonly learning: { readonly finding: string; readonly counts: string | null };
  };
}

const MEASURES: Readonly<Record<string, MessageKey>> = {
  satisfaction: "evaluation.measure.satisfaction",
  relevance: "evaluation.measure.relevance",
  objective: "evaluation.measure.objective",
  session: "evaluation.measure.session",
  facilitator: "evaluation.measure.facilitator",
  material: "evaluation.measure.material",
  pace: "evaluation.measure.pace",
  organisation: "evaluation.measure.organisation",
};

/** What may leave the office: the verdict, the means with their intervals, knowledge before and now. */
export function ResultParts({ activityId, result }: ResultPartsProps) {
  const t = useTranslator();
  const { verdict, items, learning, target } = result;
  const counted = items.some(({ counts }) => counts !== null);
  return (
    <>
      <Part id="verdict" title={t("evaluation.verdict")} note={t("evaluation.verdict.note")}>
        {verdict.sentence && <p className="finding">{verdict.sentence}</p>}
        {verdict.low && <p className="callout callout-warn">{verdict.low}</p>}
      </Part>
      <Part
        id="items"
        title={t("evaluation.items")}
        note={t("evaluation.items.note")}
        full={
          <Table
            caption={t("evaluation.items.caption")}
            stack
            rows={items}
            rowKey={({ key }) => key}
            columns={[
              {
                id: "title",
                names: true,
                head: t("evaluation.items.item"),
                cell: ({ measure, title }) => (
                  <>
                    <small className="muted">{t(MEASURES[measure] ?? "evaluation.measure.satisfaction")}</small>
                    <br />
                    {title}
                  </>
                ),
              },
              { id: "n", numeric: true, head: t("evaluation.items.n"), cell: ({ nText }) => nText },
              { id: "mean", numeric: true, head: t("evaluation.items.mean"), cell: ({ meanText }) => meanText },
              { id: "range", numeric: true, head: t("evaluation.items.range"), cell: ({ rangeText }) => rangeText },
              {
                id: "plot",
                head: (
                  <>
                    <span className="visually-hidden">{t("evaluation.items.plot")}</span>
                    <MeanAxis />
                  </>
                ),
                cell: ({ mean, lower, upper }) => <MeanRange mean={mean} lower={lower} upper={upper} target={target} />,
              },
              ...(counted
                ? [
                    {
                      id: "counts",
                      numeric: true,
                      head: t("evaluation.items.counts"),
                      cell: ({ counts }: ShownItem) => counts?.join(" · ") ?? "–",
                    },
                  ]
                : []),
            ]}
          />
        }
      >
        <p className="link-row">
          <a href={`/workshops/${activityId}/evaluation.csv`}>{t("evaluation.items.csv")}</a>
        </p>
      </Part>
      <Part id="learning" title={t("evaluation.learning")} note={t("evaluation.learning.note")}>
        <p>{learning.finding}</p>
        {learning.counts && <p>{learning.counts}</p>}
      </Part>
    </>
  );
}
