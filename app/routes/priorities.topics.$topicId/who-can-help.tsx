import { Part } from "~/app/components/part";
import { type Column, Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Helper, ShownTopic } from "~/app/operations/ranking/show-topic";

/** Experts with a standing in the topic's area or listed for the topic, and the candidates; names for those who may read the register. */
export function WhoCanHelp({ topic, people }: { readonly topic: ShownTopic; readonly people: boolean }) {
  const t = useTranslator();
  const { helpers, candidates, area } = topic;
  const names = new Intl.DisplayNames(t.locale === "fr" ? "fr" : "en", { type: "language" });
  const columns: readonly Column<Helper>[] = [
    {
      id: "person",
      names: true,
      head: t("priorities.topic.person"),
      cell: ({ id, name }) => <a href={`/experts/register/${id}`}>{name}</a>,
    },
    {
      id: "member",
      head: t("priorities.answers.member"),
      cell: ({ member }) => (member ? t.pick(member) : t("priorities.topic.noMember")),
    },
    {
      id: "standing",
      head: t("priorities.topic.standing"),
      cell: ({ step, since }) => (
        <span className={step === "accredited" ? "tag tag-good" : step === "lapsed" ? "tag tag-warn" : "tag"}>
          {step === null
            ? t("priorities.standing.listed")
            : t("priorities.standing.since", {
                step: t(`priorities.standing.${step}`),
                date: since === null ? "" : t.date(since, { month: "short", year: "numeric" }),
              })}
        </span>
      ),
    },
    {
      id: "languages",
      head: t("priorities.topic.languages"),
      cell: ({ languages }) => t.list(languages.map((tag) => names.of(tag) ?? tag)),
    },
    {
      id: "mission",
      head: t("priorities.topic.lastMission"),
      cell: ({ lastMission }) =>
        lastMission === null ? t("priorities.none") : t.date(lastMission, { month: "short", year: "numeric" }),
    },
  ];
  return (
    <>
      <Part id="help" title={t("priorities.topic.help")} note={t("priorities.topic.helpNote")}>
        {helpers.length === 0 ? (
          <p className="empty">{t(area ? "priorities.topic.nobodyHelps" : "priorities.topic.nobodyHelpsNoArea")}</p>
        ) : people ? (
          <Table caption={t("priorities.topic.help")} stack rows={helpers} rowKey={({ id }) => id} columns={columns} />
        ) : (
          <p>{t("priorities.topic.helpCount", { count: helpers.length })}</p>
        )}
      </Part>
      {area && (
        <Part id="accredit" title={t("priorities.topic.accredit")} note={t("priorities.topic.accreditNote")}>
          {candidates.length === 0 ? (
            <p className="empty">{t("priorities.topic.noCandidate")}</p>
          ) : people ? (
            <Table
              caption={t("priorities.topic.accredit")}
              stack
              rows={candidates}
              rowKey={({ id }) => id}
              columns={columns}
            />
          ) : (
            <p>{t("priorities.topic.candidateCount", { count: candidates.length })}</p>
          )}
        </Part>
      )}
    </>
  );
}
