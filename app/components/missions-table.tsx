import { useTranslator } from "~/app/i18n/use-translator";
import type { DescribedMission, Seated } from "~/app/operations/supply/describe-missions";
import { Table } from "./table";

interface MissionsTableProps {
  readonly caption: string;
  readonly missions: readonly DescribedMission[];
  /** Several topics are among them. */
  readonly topics?: boolean;
}

/** Missions asked for, each with the seats of one best assignment. */
export function MissionsTable({ caption, missions, topics = false }: MissionsTableProps) {
  const t = useTranslator();
  const empty = <span className="tag tag-bad">{t("experts.area.empty")}</span>;
  const seat = (seated: Seated | null) =>
    seated === null ? (
      empty
    ) : (
      <>
        <a href={`/experts/register/${seated.id}`}>{seated.name}</a>
        {seated.interpretation && <> ({t("experts.area.interpretation")})</>}
      </>
    );
  return (
    <Table
      caption={caption}
      stack
      rows={missions}
      rowKey={({ id }) => id}
      columns={[
        { id: "member", names: true, head: t("experts.area.member"), cell: ({ member }) => member },
        ...(topics
          ? [
              {
                id: "topic",
                head: t("experts.area.topic"),
                cell: ({ topic, topicId }: DescribedMission) => <a href={`/experts/demand/${topicId}`}>{topic}</a>,
              },
            ]
          : []),
        { id: "result", head: t("experts.demand.result"), cell: ({ result }) => result },
        { id: "languages", head: t("experts.area.languages"), cell: ({ languages }) => languages },
        { id: "lead", head: t("experts.area.lead"), cell: ({ lead }) => seat(lead) },
        {
          id: "second",
          head: t("experts.area.second"),
          cell: ({ second }) => (second === "none" ? t("experts.area.remote") : seat(second)),
        },
      ]}
    />
  );
}
