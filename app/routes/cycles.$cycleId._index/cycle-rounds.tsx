import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";

interface CycleRoundsProps {
  readonly rounds: readonly {
    readonly id: string;
    readonly name: string;
    readonly answered: string;
    readonly dates: string;
    readonly state: string;
  }[];
  readonly linked: boolean;
}

/** The rounds that were held in a cycle. */
export function CycleRounds({ rounds, linked }: CycleRoundsProps) {
  const t = useTranslator();
  return (
    <Part id="rounds" title={t("cycles.rounds")}>
      {rounds.length === 0 ? (
        <p className="empty">
          {t("cycles.one.rounds.empty")} {linked && <a href="/surveys">{t("cycles.one.surveys")}</a>}
        </p>
      ) : (
        <Table
          caption={t("cycles.rounds")}
          stack
          rows={rounds}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "name",
              names: true,
              head: t("surveys.round"),
              cell: ({ id, name }) => (linked ? <a href={`/rounds/${id}`}>{name}</a> : name),
            },
            { id: "answered", head: t("surveys.answered"), cell: ({ answered }) => answered },
            { id: "dates", head: t("cycles.dates"), cell: ({ dates }) => dates },
            { id: "state", head: t("cycles.state"), cell: ({ state }) => state },
          ]}
        />
      )}
    </Part>
  );
}
