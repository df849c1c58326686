import { type Column, Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { RankingLine } from "~/app/operations/ranking/describe-ranking";
import { fixed, ofHundred, rangeOf } from "./ranking-words";

/** Every figure of every topic, also on a phone: the table scrolls by itself, the topic stays in sight. */
export function AllFigures({
  lines,
  office,
  members,
  topicHref,
}: {
  readonly lines: readonly RankingLine[];
  readonly office: boolean;
  /** Members of the view. */
  readonly members: number;
  readonly topicHref: (id: string) => string;
}) {
  const t = useTranslator();
  const number = (id: string, head: string, cell: (line: RankingLine) => string): Column<RankingLine> => ({
    id,
    head,
    cell,
    numeric: true,
  });
  const columns: readonly Column<RankingLine>[] = [
    {
      id: "topic",
      names: true,
      head: t("priorities.table.topic"),
      cell: (line) => <a href={topicHref(line.id)}>{t.pick(line.name)}</a>,
    },
    ...(office
      ? [
          number("place", t("priorities.table.place"), ({ place }) =>
            place === null ? t("priorities.none") : t.number(place),
          ),
        ]
      : []),
    {
      id: "band",
      head: t("priorities.table.band"),
      cell: ({ band }) => t(`priorities.band.${band ?? "none"}`),
    },
    number("range", t("priorities.table.range"), (line) => rangeOf(t, line.low, line.high)),
    number("repeat", t("priorities.table.repeatHead"), (line) => rangeOf(t, line.wideLow, line.wideHigh)),
    number("five", t("priorities.table.topFive"), ({ topFive }) => ofHundred(t, topFive)),
    number("ten", t("priorities.table.topTen"), ({ topTen }) => ofHundred(t, topTen)),
    ...(office
      ? [
          number("score", t("priorities.table.score"), ({ score }) => fixed(t, score, 2)),
          number("gap", t("priorities.table.gap"), ({ gap }) => fixed(t, gap, 1)),
          number("large", t("priorities.table.large"), ({ large }) =>
            large === null ? t("priorities.none") : t.percent(large),
          ),
        ]
      : []),
    number("rated", t("priorities.table.ratedOf"), ({ n }) => t("priorities.nOfN", { n, N: members })),
    number("applies", t("priorities.table.applies"), ({ n, notApplicable }) =>
      t("priorities.nOfN", { n, N: n + notApplicable }),
    ),
    number("dontKnow", t("priorities.table.dontKnow"), ({ dontKnow }) => t.number(dontKnow)),
  ];
  return (
    <Table
      caption={t("priorities.table.caption", { count: lines.length })}
      className="all-figures"
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}
