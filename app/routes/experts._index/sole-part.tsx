import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { describeSole } from "./describe-people";

export function SolePart({ sole }: { readonly sole: ReturnType<typeof describeSole> & { readonly led: number } }) {
  const t = useTranslator();
  return (
    <Part id="sole" title={t("experts.sole.heading")} note={t("experts.sole.note")}>
      {sole.rows.length === 0 ? (
        <p>{t("experts.sole.none")}</p>
      ) : (
        <Table
          caption={t("experts.sole.caption")}
          stack
          rows={sole.rows}
          rowKey={({ key }) => key}
          columns={[
            {
              id: "area",
              names: true,
              head: t("experts.sole.area"),
              cell: ({ href, name }) => (href ? <a href={href}>{name}</a> : name),
            },
            {
              id: "lead",
              head: t("experts.sole.lead"),
              cell: ({ expert, lead }) => <a href={`/experts/register/${expert}`}>{lead}</a>,
            },
            { id: "last", head: t("experts.sole.lastMission"), cell: ({ lastMission }) => lastMission },
            { id: "asked", numeric: true, head: t("experts.sole.asked"), cell: ({ missionsAsked }) => missionsAsked },
            {
              id: "without",
              numeric: true,
              head: t("experts.sole.without", { led: sole.led }),
              cell: ({ filledWithout }) => filledWithout,
            },
            {
              id: "next",
              head: t("experts.sole.next"),
              cell: ({ next }) => next ?? <span className="tag tag-bad">{t("experts.sole.nobody")}</span>,
            },
          ]}
        />
      )}
      {sole.ofMember.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Part>
  );
}
