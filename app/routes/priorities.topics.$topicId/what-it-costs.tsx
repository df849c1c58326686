import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ShownTopic } from "~/app/operations/ranking/show-topic";

/** Assumed costs of the ways in which the requests could be met. */
export function WhatItCosts({ topic: { costs, currency } }: { readonly topic: ShownTopic }) {
  const t = useTranslator();
  return (
    <Part id="cost" title={t("priorities.topic.costs")} note={t("priorities.topic.costsNote", { currency })}>
      {costs.length === 0 ? (
        <p className="empty">{t("priorities.topic.noCosts")}</p>
      ) : (
        <Table
          caption={t("priorities.topic.costs")}
          className="table-narrow"
          rows={costs}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "way",
              names: true,
              head: t("priorities.topic.way"),
              cell: ({ id, count }) => t(`priorities.topic.way.${id}`, { count }),
            },
            {
              id: "each",
              numeric: true,
              head: t("priorities.topic.each"),
              cell: ({ each }) => t.number(Math.round(each)),
            },
            {
              id: "total",
              numeric: true,
              head: t("priorities.topic.inAll"),
              cell: ({ total }) => t.number(Math.round(total)),
            },
          ]}
        />
      )}
    </Part>
  );
}
