import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ShownTopic } from "~/app/operations/ranking/show-topic";

/** Requests for the topic; outside the office only those whose members agreed to be named. */
export function WhoAsks({ topic, office }: { readonly topic: ShownTopic; readonly office: boolean }) {
  const t = useTranslator();
  const { requests, unnamed, asking } = topic;
  const months = (list: readonly number[]) =>
    list.length === 0
      ? t("priorities.topic.anyMonth")
      : t.list(list.map((month) => t.date(`2026-${String(month).padStart(2, "0")}-01`, { month: "short" })));
  return (
    <Part
      id="asks"
      title={t("priorities.topic.asks")}
      note={
        asking > 0 ? t(office ? "priorities.topic.asksOffice" : "priorities.topic.asksNamed", { unnamed }) : undefined
      }
    >
      {requests.length === 0 ? (
        <p className="empty">{asking === 0 ? t("priorities.topic.nobodyAsks") : t("priorities.topic.nobodyNamed")}</p>
      ) : (
        <Table
          caption={t("priorities.topic.asks")}
          stack
          rows={requests}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "member",
              names: true,
              head: t("priorities.answers.member"),
              cell: ({ member, consent }) => (
                <>
                  {t.pick(member)}
                  {!consent && (
                    <>
                      {" "}
                      <span className="tag tag-warn">{t("priorities.topic.notNamed")}</span>
                    </>
                  )}
                </>
              ),
            },
            { id: "result", head: t("priorities.topic.result"), cell: ({ result }) => result ?? t("priorities.none") },
            { id: "months", head: t("priorities.topic.months"), cell: (request) => months(request.months) },
            {
              id: "mode",
              head: t("priorities.topic.mode"),
              cell: ({ mode }) => (mode ? t.pick(mode) : t("priorities.none")),
            },
            {
              id: "way",
              head: t("priorities.topic.inTheWay"),
              cell: ({ obstacles }) =>
                obstacles.length > 0 ? t.list(obstacles.map((name) => t.pick(name))) : t("priorities.topic.notSaid"),
            },
            {
              id: "brings",
              head: t("priorities.topic.brings"),
              cell: ({ brings }) =>
                brings.length > 0 ? t.list(brings.map((name) => t.pick(name))) : t("priorities.none"),
            },
          ]}
        />
      )}
      {requests.length > 0 && !office && unnamed > 0 && (
        <p>
          <strong>{t("priorities.topic.andUnnamed", { count: unnamed })}</strong>
        </p>
      )}
    </Part>
  );
}
