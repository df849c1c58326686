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

/** "You asked, we did", and "not this year, because ...": each request of a member under what became of it. */
export function RequestsAnswered({ requests }: { readonly requests: readonly AnsweredRequest[] }) {
  const t = useTranslator();
  if (requests.length === 0) return <p className="empty">{t("home.member.asked.empty")}</p>;
  const of = (...states: readonly RequestState[]) => requests.filter(({ state }) => states.includes(state));
  return (
    <div className="stack">
      <Group
        title={t("home.member.asked.did")}
        head={t("home.member.asked.answer")}
        requests={of("met", "planned")}
        answer={({ state, activity }) =>
          state === "planned"
            ? activity
              ? t("home.member.request.planned", { activity })
              : t("home.member.request.plannedPlain")
            : activity
              ? t("home.member.request.met", { activity })
              : t("home.member.request.metPlain")
        }
      />
      <Group
        title={t("home.member.asked.notYear")}
        head={t("home.member.asked.because")}
        requests={of("notThisYear")}
        answer={({ because }) => because ?? t("home.member.asked.noReason")}
      />
      <Group
        title={t("home.member.asked.waits")}
        head={t("home.member.asked.answer")}
        requests={requests.filter(({ state }) => !["met", "planned", "notThisYear"].includes(state))}
        answer={() => t("home.member.request.open")}
      />
    </div>
  );
}

function Group({
  title,
  head,
  requests,
  answer,
}: {
  readonly title: string;
  readonly head: string;
  readonly requests: readonly AnsweredRequest[];
  readonly answer: (request: AnsweredRequest) => string;
}) {
  const t = useTranslator();
  if (requests.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      <Table
        caption={title}
        stack
        className="requests-answered"
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          { id: "topic", names: true, head: t("home.member.asked.topic"), cell: (request) => request.topic },
          { id: "result", head: t("home.member.asked.result"), cell: (request) => request.result },
          { id: "answer", head, cell: answer },
          { id: "cycle", numeric: true, head: t("home.member.asked.cycle"), cell: ({ cycleId }) => t.cycle(cycleId) },
        ]}
      />
    </div>
  );
}
