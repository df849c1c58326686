import { fixed, rangeOf } from "~/app/components/ranking/ranking-words";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { BoundedTopic } from "~/app/operations/ranking/describe-counting";

/** What no assumption about the missing costs: the ends of scores and places. */
export function BoundsTable({
  bounds,
  topicHref,
}: {
  readonly bounds: readonly BoundedTopic[];
  readonly topicHref: (id: string) => string;
}) {
  const t = useTranslator();
  const ends = (range: BoundedTopic["all"]) =>
    range
      ? t("priorities.bounds.ends", { lower: fixed(t, range.lower, 1), upper: fixed(t, range.upper, 1) })
      : t("priorities.none");
  return (
    <Table
      caption={t("priorities.bounds.title")}
      className="all-figures"
      rows={bounds}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "topic",
          names: true,
          head: t("priorities.table.topic"),
          cell: ({ id, name }) => <a href={topicHref(id)}>{t.pick(name)}</a>,
        },
        { id: "score", numeric: true, head: t("priorities.table.score"), cell: ({ score }) => fixed(t, score, 2) },
        {
          id: "missing",
          numeric: true,
          head: t("priorities.bounds.missing"),
          cell: ({ missing }) => t.number(missing),
        },
        {
          id: "respondents",
          numeric: true,
          head: t("priorities.bounds.respondents"),
          cell: ({ respondents }) => ends(respondents),
        },
        { id: "silent", numeric: true, head: t("priorities.bounds.silent"), cell: ({ silent }) => t.number(silent) },
        { id: "all", numeric: true, head: t("priorities.bounds.all"), cell: ({ all }) => ends(all) },
        {
          id: "places",
          numeric: true,
          head: t("priorities.bounds.places"),
          cell: ({ places }) => rangeOf(t, places?.best ?? null, places?.worst ?? null),
        },
      ]}
    />
  );
}
