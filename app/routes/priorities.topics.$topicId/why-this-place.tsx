import { Part, Terms } from "~/app/components/part";
import { fixed, ofHundred, rangeOf } from "~/app/components/ranking/ranking-words";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { RankingLine } from "~/app/operations/ranking/describe-ranking";
import type { TopicFigures } from "~/app/operations/ranking/describe-topic";

/** Why this place and no other: the sum behind the score, the neighbours, other ways of counting, the bounds. */
export function WhyThisPlace({
  figures: { topic, neighbours, counted, range, bounds, lists },
  line,
  runId,
}: {
  readonly figures: TopicFigures;
  readonly line: RankingLine;
  readonly runId: string;
}) {
  const t = useTranslator();
  const importance = topic.importance.mean.value;
  const capability = topic.capability.mean.value;
  const ends = (pair: readonly [number, number] | null) =>
    pair
      ? t("priorities.bounds.ends", { lower: fixed(t, pair[0], 1), upper: fixed(t, pair[1], 1) })
      : t("priorities.none");
  return (
    <>
      <Part
        id="why"
        title={line.place === null ? t("priorities.why.noPlace") : t("priorities.why.title", { place: line.place })}
        note={t("priorities.why.note")}
      >
        <Terms
          rows={[
            [
              t("priorities.why.sum"),
              importance === null || capability === null || line.score === null
                ? t("priorities.why.tooFew", { n: topic.n })
                : t("priorities.why.formula", {
                    importance: fixed(t, importance, 2),
                    capability: fixed(t, capability, 2),
                    n: topic.n,
                    answered: topic.n + topic.notApplicable,
                    score: fixed(t, line.score, 2),
                  }),
            ],
            [
              t("priorities.why.answers"),
              t("priorities.why.tally", {
                n: topic.n,
                notApplicable: topic.notApplicable,
                dontKnow: topic.dontKnow,
                blank: topic.blank + topic.notApplicableOneScale,
                silent: topic.silent,
              }),
            ],
            [
              t("priorities.why.large"),
              line.large === null
                ? t("priorities.none")
                : t("priorities.why.largeOf", {
                    share: t.percent(line.large),
                    members: topic.large.members,
                    n: topic.n + topic.notApplicable,
                  }),
            ],
            [
              t("priorities.why.chance"),
              t("priorities.why.chances", {
                five: ofHundred(t, line.topFive),
                ten: ofHundred(t, line.topTen),
                band: t(`priorities.band.${line.band ?? "none"}`),
              }),
            ],
            [
              t("priorities.why.lists"),
              t("priorities.why.listsOf", {
                mentions: lists.mentions,
                n: lists.n,
                place: lists.place ?? t("priorities.none"),
              }),
            ],
            [
              t("priorities.why.counted"),
              <>
                {t.list(
                  counted.map(({ method, weighting, place }) =>
                    t("priorities.why.countedAs", {
                      method: t(`priorities.counting.${method}`),
                      weighting: t(`priorities.counting.${weighting}`),
                      place: place ?? t("priorities.none"),
                    }),
                  ),
                )}
                .{range?.flagged && ` ${t("priorities.why.dependent", { best: range.best, worst: range.worst })}`}
              </>,
            ],
            [
              t("priorities.why.bounds"),
              t("priorities.why.boundsOf", {
                respondents: ends(bounds.respondents),
                all: ends(bounds.all),
                places: rangeOf(t, bounds.places?.[0] ?? null, bounds.places?.[1] ?? null),
              }),
            ],
          ]}
        />
      </Part>
      {neighbours.length > 0 && (
        <Part id="neighbours" title={t("priorities.why.neighbours")} note={t("priorities.why.neighboursNote")}>
          <Table
            caption={t("priorities.why.neighbours")}
            className="table-narrow"
            rows={neighbours}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "topic",
                names: true,
                head: t("priorities.table.topic"),
                cell: ({ id, name }) => <a href={`/priorities/topics/${id}?run=${runId}`}>{t.pick(name)}</a>,
              },
              { id: "place", numeric: true, head: t("priorities.table.place"), cell: ({ place }) => t.number(place) },
              {
                id: "difference",
                numeric: true,
                head: t("priorities.why.difference"),
                cell: ({ gapDifference }) => fixed(t, gapDifference, 2),
              },
              {
                id: "above",
                numeric: true,
                head: t("priorities.why.above"),
                cell: ({ above }) => ofHundred(t, above),
              },
            ]}
          />
        </Part>
      )}
    </>
  );
}
