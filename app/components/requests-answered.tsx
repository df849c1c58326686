import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { RequestState } from "~/db/schema/requests";

export interface AnsweredRequest {
  readonly id: string;
  readonly cycleId: string;
  readonly topic: string;
  readonly result: string;
  readonly state: RequestState;
  readonly because: string | null;
  readonly activity: string | null;
}

/** "You asked, we did": each request of a member beside what became of it. */
export function RequestsAnswered({ requests }: { readonly requests: readonly AnsweredRequest[] }) {
  const t = useTranslator();
  if (requests.length === 0) return <p className="empty">{t("home.member.asked.empty")}</p>;
  const answer = ({ state, because, activity }: AnsweredRequest): string => {
    if (state === "planned")
      return activity ? t("home.member.request.planned", { activity }) : t("home.member.request.plannedPlain");
    if (state === "met")
      return activity ? t("home.member.request.met", { activity }) : t("home.member.request.metPlain");
    if (state === "notThisYear")
      return because
        ? t("home.member.request.notThisYear", { reason: because })
        : t("home.member.request.notThisYearPlain");
    return t("home.member.request.open");
  };
  return (
    <Table
      caption={t("home.member.asked")}
      stack
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        { id: "topic", names: true, head: t("home.member.asked.topic"), cell: (request) => request.topic },
        { id: "cycle", head: t("home.member.asked.cycle"), cell: (request) => t.cycle(request.cycleId) },
        { id: "result", head: t("home.member.asked.result"), cell: (request) => request.result },
        { id: "answer", head: t("home.member.asked.answer"), cell: answer },
      ]}
    />
  );
}
