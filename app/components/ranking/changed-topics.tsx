import { ChangeAxis, ChangeRange, reachOf } from "~/app/components/charts/change-plot";
import { type Column, Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ChangedTopic } from "~/app/operations/ranking/compare-rankings";
import { pValue, signed } from "./change-words";
import { fixed } from "./ranking-words";

interface ChangedTopicsProps {
  readonly topics: readonly ChangedTopic[];
  readonly topicHref: (id: string) => string;
  /** Every figure, or what fits beside the plot. */
  readonly whole?: boolean;
}

/** Places and gaps then and now, for the office: a table one of whose columns is the plot. */
export function ChangedTopics({ topics, topicHref, whole = false }: ChangedTopicsProps) {
  const t = useTranslator();
  const none = t("priorities.none");
  const reach = reachOf(
    topics.flatMap(({ change }) =>
      [change?.change.value, change?.lower.value, change?.upper.value].map((value) => value ?? null),
    ),
  );
  const number = (id: string, head: string, cell: (topic: ChangedTopic) => string): Column<ChangedTopic> => ({
    id,
    head,
    cell,
    numeric: true,
  });
  const columns: readonly Column<ChangedTopic>[] = [
    {
      id: "topic",
      names: true,
      head: t("changes.topic"),
      cell: ({ id, name }) => <a href={topicHref(id)}>{t.pick(name)}</a>,
    },
    {
      id: "place",
      numeric: true,
      head: t("changes.place"),
      cell: ({ place, placeBefore, incomparable }) =>
        incomparable === "new" ? (
          t("changes.new")
        ) : (
          <>
            <span aria-hidden="true">{t("changes.places", { before: placeBefore ?? none, now: place ?? none })}</span>
            <span className="visually-hidden">
              {t("changes.placesSaid", { before: placeBefore ?? none, now: place ?? none })}
            </span>
          </>
        ),
    },
    ...(whole
      ? [
          number("score", t("changes.score"), ({ score, scoreBefore }) =>
            t("changes.places", { before: fixed(t, scoreBefore, 2), now: fixed(t, score, 2) }),
          ),
        ]
      : []),
    {
      id: "plot",
      head: (
        <>
          <span className="visually-hidden">{t("changes.plot", { from: t.number(-reach), to: t.number(reach) })}</span>
          <ChangeAxis reach={reach} number={(value) => t.number(value)} />
        </>
      ),
      cell: ({ change, beyondChance, incomparable }) =>
        incomparable === "seriesBreak" ? (
          t("changes.seriesBreak")
        ) : (
          <ChangeRange
            reach={reach}
            change={change?.change.value ?? null}
            low={change?.lower.value ?? null}
            high={change?.upper.value ?? null}
            sure={beyondChance !== null}
          />
        ),
    },
    number("change", t("changes.change"), ({ change }) => signed(t, change?.change.value)),
    number("interval", t("changes.interval"), ({ change }) =>
      change?.lower.value == null || change.upper.value === null
        ? none
        : t("priorities.bounds.ends", { lower: signed(t, change.lower.value), upper: signed(t, change.upper.value) }),
    ),
    ...(whole ? [number("shift", t("changes.shift"), ({ change }) => signed(t, change?.shift.value))] : []),
    number("rated", t("changes.rated"), ({ change }) => t("priorities.nOfN", { n: change?.n ?? 0, N: change?.N ?? 0 })),
    number("p", t("changes.p"), ({ change }) => pValue(t, change?.pHolm.value)),
    ...(whole
      ? [number("composition", t("changes.composition"), ({ change }) => signed(t, change?.composition.value))]
      : []),
  ];
  return (
    <Table
      caption={t("changes.table")}
      className="change-table"
      columns={columns}
      rows={topics}
      rowKey={({ id }) => id}
    />
  );
}

/** Bands then and now, for readers outside the office. */
export function ChangedBands({
  topics,
  topicHref,
  before,
  now,
}: Pick<ChangedTopicsProps, "topics" | "topicHref"> & { readonly before: string; readonly now: string }) {
  const t = useTranslator();
  return (
    <Table
      caption={t("changes.table")}
      stack
      rows={topics}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "topic",
          names: true,
          head: t("changes.topic"),
          cell: ({ id, name }) => <a href={topicHref(id)}>{t.pick(name)}</a>,
        },
        {
          id: "before",
          head: t("changes.band", { cycle: before }),
          cell: ({ bandBefore, incomparable }) =>
            incomparable === null ? t(`priorities.band.${bandBefore ?? "none"}`) : t(`changes.${incomparable}`),
        },
        {
          id: "now",
          head: t("changes.band", { cycle: now }),
          cell: ({ band }) => t(`priorities.band.${band ?? "none"}`),
        },
        {
          id: "verdict",
          head: t("changes.verdict"),
          cell: ({ beyondChance }) => t(`changes.${beyondChance ?? "notSure"}`),
        },
      ]}
    />
  );
}
