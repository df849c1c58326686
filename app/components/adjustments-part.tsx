import { AdjustmentsTable } from "~/app/components/adjustments-table";
import { Part } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ShownAdjustment } from "~/app/operations/feedback/show-feedback";

/** What follow-ups say about the needs of a topic, beside the figures of the survey, which stay as they are. */
export function AdjustmentsPart({ rows }: { readonly rows: readonly ShownAdjustment[] }) {
  const t = useTranslator();
  if (rows.length === 0) return null;
  return (
    <Part id="adjustments" title={t("feedback.beside")} note={t("feedback.beside.note")}>
      <AdjustmentsTable rows={rows} />
      <p className="source">
        <a href="/follow-up/feedback">{t("feedback.title")}</a>
      </p>
    </Part>
  );
}
