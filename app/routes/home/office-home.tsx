import { CycleDrawing, type CycleStep } from "~/app/components/cycle-drawing";
import { Meter } from "~/app/components/meter";
import { Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Matter } from "./describe-office";

export interface OpenRound {
  readonly id: string;
  readonly name: string;
  readonly submitted: number;
  readonly invited: number;
  readonly closes: string;
  /** Where those are that have not answered; for those who may follow the round. */
  readonly progress: { readonly begun: number; readonly stopped: number; readonly silent: number } | null;
}

/** What waits, as an agenda with the one thing to do about each matter. */
export function Attention({ matters }: { readonly matters: readonly Matter[] }) {
  const t = useTranslator();
  return (
    <Part
      id="attention"
      title={t("home.attention")}
      full={
        matters.length > 0 && (
          <ol className="agenda">
            {matters.map((matter, index) => (
              <li key={matter.id}>
                <p className="agenda-when">
                  <b>{matter.when}</b>
                </p>
                <div className="agenda-split">
                  <div className="stack-tight">
                    <h3>
                      <a href={matter.href}>{matter.title}</a>
                    </h3>
                    <p>{matter.body}</p>
                  </div>
                  <p className="actions">
                    <a className={`button button-small${index === 0 ? "" : " button-second"}`} href={matter.href}>
                      {matter.action}
                    </a>
                  </p>
                </div>
              </li>
            ))}
          </ol>
        )
      }
    >
      <p className="muted">{t("home.attention.count", { count: matters.length })}</p>
    </Part>
  );
}

export function WhereTheOfficeStands({ steps, now }: { readonly steps: readonly CycleStep[]; readonly now: number }) {
  const t = useTranslator();
  return (
    <Part id="cycle" title={t("home.stands")} note={t("home.stands.note")}>
      <CycleDrawing steps={steps} now={now} />
    </Part>
  );
}

export function OpenRounds({ rounds, linked }: { readonly rounds: readonly OpenRound[]; readonly linked: boolean }) {
  const t = useTranslator();
  return (
    <Part id="rounds" title={t("home.rounds")} note={t("home.rounds.note")}>
      {rounds.length === 0 ? (
        <p className="empty">{t("home.rounds.empty")}</p>
      ) : (
        <Table
          caption={t("home.rounds")}
          stack
          rows={rounds}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "name",
              names: true,
              head: t("home.rounds.round"),
              cell: (round) => (linked ? <a href={`/rounds/${round.id}`}>{round.name}</a> : round.name),
            },
            {
              id: "answered",
              numeric: true,
              head: t("home.rounds.answered"),
              cell: ({ submitted, invited }) => t("home.rounds.of", { submitted, invited }),
            },
            {
              id: "share",
              head: <span className="visually-hidden">{t("home.rounds.share")}</span>,
              cell: ({ submitted, invited }) => (
                <Meter part={submitted} of={invited} label={t("home.rounds.of", { submitted, invited })} />
              ),
            },
            ...(linked
              ? (["begun", "stopped", "silent"] as const).map((stage) => ({
                  id: stage,
                  numeric: true,
                  head: t(`home.rounds.${stage}`),
                  cell: ({ progress }: OpenRound) => (progress ? t.number(progress[stage]) : "–"),
                }))
              : []),
            { id: "closes", head: t("home.rounds.closes"), cell: (round) => round.closes },
          ]}
        />
      )}
    </Part>
  );
}

export function News({
  events,
}: {
  readonly events: readonly {
    readonly id: string;
    readonly at: string;
    readonly when: string;
    readonly text: string;
  }[];
}) {
  const t = useTranslator();
  if (events.length === 0) return null;
  return (
    <Part id="news" title={t("home.news")}>
      <ol className="timeline">
        {events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at}>{event.when}</time>
            <p>{event.text}</p>
          </li>
        ))}
      </ol>
    </Part>
  );
}
