import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { describeLosses } from "./describe-people";

export function LossesPart({ losses }: { readonly losses: ReturnType<typeof describeLosses> }) {
  const t = useTranslator();
  return (
    <Part id="losses" title={t("experts.loss.heading")} note={t("experts.loss.note")}>
      {losses.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {losses.rows.length > 0 && (
        <Table
          caption={t("experts.loss.caption")}
          stack
          className="table-narrow"
          rows={losses.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "expert",
              names: true,
              head: t("experts.loss.expert"),
              cell: ({ id, name }) => <a href={`/experts/register/${id}`}>{name}</a>,
            },
            { id: "member", head: t("experts.block.member"), cell: ({ member }) => member },
            { id: "lost", numeric: true, head: t("experts.loss.lost"), cell: ({ lost }) => lost },
            {
              id: "filled",
              numeric: true,
              head: t("experts.loss.filled", { led: losses.led }),
              cell: ({ filled }) => filled,
            },
          ]}
        />
      )}
      <p className="source link-row screen-only">
        <a href="/methods/supply-robustness">{t("experts.method")}</a>
      </p>
    </Part>
  );
}
