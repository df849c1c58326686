import { Meter } from "~/app/components/meter";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

export interface CoverageShown {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly invited: number;
  readonly begun: number;
  readonly submitted: number;
}

/** Who has answered, by sub-region and for the small islands. */
export function CoverageTable({ rows }: { readonly rows: readonly CoverageShown[] }) {
  const t = useTranslator();
  return (
    <Part id="coverage" title={t("surveys.one.coverage")} note={t("surveys.one.coverage.note")}>
      <Table
        caption={t("surveys.one.coverage")}
        stack
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: "name", names: true, head: t("surveys.one.part"), cell: (row) => row.name },
          { id: "invited", numeric: true, head: t("surveys.one.invited"), cell: (row) => row.invited },
          { id: "begun", numeric: true, head: t("surveys.one.begun"), cell: (row) => row.begun },
          {
            id: "sent",
            numeric: true,
            head: t("surveys.one.sent"),
            cell: (row) => t("surveys.of", { submitted: row.submitted, invited: row.members }),
          },
          {
            id: "share",
            head: <span className="visually-hidden">{t("surveys.one.share")}</span>,
            cell: (row) => (
              <Meter
                part={row.submitted}
                begun={row.begun}
                of={row.members}
                label={t("surveys.of", { submitted: row.submitted, invited: row.members })}
              />
            ),
          },
        ]}
      />
    </Part>
  );
}
