import type { ReactNode } from "react";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ShownAdjustment } from "~/app/operations/feedback/show-feedback";

/** What feedback changes in needs, each line with the survey untouched beside it and what was decided. */
export function AdjustmentsTable({
  rows,
  decide,
}: {
  readonly rows: readonly ShownAdjustment[];
  /** The form to take one back, for those who may. */
  readonly decide?: (row: ShownAdjustment) => ReactNode;
}) {
  const t = useTranslator();
  return (
    <Table
      caption={t("feedback.table")}
      stack
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "about", names: true, head: t("feedback.head.about"), cell: ({ about }) => about },
        { id: "rule", head: t("feedback.head.rule"), cell: ({ rule }) => rule },
        {
          id: "evidence",
          head: t("feedback.head.evidence"),
          cell: ({ evidence, workshop }) => (
            <>
              {evidence}
              {workshop && (
                <>
                  <br />
                  {workshop}
                </>
              )}
            </>
          ),
        },
        {
          id: "effect",
          head: t("feedback.head.effect"),
          cell: ({ effect, reversed, decisions }) => (
            <>
              {reversed ? <s>{effect}</s> : effect}
              {decisions.length > 0 && (
                <ul className="cell-lines">
                  {decisions.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
            </>
          ),
        },
        ...(decide
          ? [{ id: "decide", head: <span className="visually-hidden">{t("feedback.decide")}</span>, cell: decide }]
          : []),
      ]}
    />
  );
}
