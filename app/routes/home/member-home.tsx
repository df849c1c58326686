import { Part } from "~/app/components/part";
import { type AnsweredRequest, RequestsAnswered } from "~/app/components/requests-answered";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ResponseState } from "~/db/schema/responses";

export interface MemberHomeProps {
  readonly open: readonly {
    readonly roundId: string;
    readonly name: string;
    readonly until: string;
    readonly begun: boolean;
  }[];
  readonly given: readonly {
    readonly name: string;
    readonly state: ResponseState;
    readonly receipt: string | null;
    readonly received: string;
  }[];
  readonly asked: readonly AnsweredRequest[];
}

/** The room of an administration: what is open, what was given, what it asked and what was done. */
export function MemberHome({ open, given, asked }: MemberHomeProps) {
  const t = useTranslator();
  return (
    <>
      <Part id="open" title={t("home.member.open")}>
        {open.length === 0 ? (
          <p className="empty">{t("home.member.open.empty")}</p>
        ) : (
          <ul className="list-plain stack">
            {open.map((round, index) => (
              <li key={round.roundId} className="agenda-split">
                <div className="stack-tight">
                  <h3>{round.name}</h3>
                  <p>{round.until}</p>
                </div>
                <form method="post">
                  <input type="hidden" name="roundId" value={round.roundId} />
                  <button className={`button button-small${index === 0 ? "" : " button-second"}`} type="submit">
                    {t(round.begun ? "home.member.open.continue" : "home.member.open.do")}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part id="asked" title={t("home.member.asked")} note={t("home.member.asked.note")}>
        <RequestsAnswered requests={asked} />
      </Part>
      <Part id="given" title={t("home.member.given")}>
        {given.length === 0 ? (
          <p className="empty">{t("home.member.given.empty")}</p>
        ) : (
          <Table
            caption={t("home.member.given")}
            stack
            rows={given}
            rowKey={({ name, receipt }) => `${name} ${receipt}`}
            columns={[
              { id: "survey", names: true, head: t("home.member.survey"), cell: (row) => row.name },
              { id: "state", head: t("home.member.state"), cell: (row) => t(`home.member.state.${row.state}`) },
              { id: "received", head: t("home.member.received"), cell: (row) => row.received },
              { id: "receipt", head: t("home.member.receipt"), cell: (row) => <code>{row.receipt ?? "–"}</code> },
            ]}
          />
        )}
      </Part>
    </>
  );
}
