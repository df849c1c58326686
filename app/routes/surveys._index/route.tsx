import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findInstruments } from "~/db/instruments";
import { findRounds } from "~/db/rounds";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "round:read");
  const t = translator(context.locale);
  const instruments = await findInstruments(context.db);
  const rounds = await findRounds(context.db);
  const titleOf = new Map(instruments.map(({ id, title }) => [id, t.pick(title)]));
  return {
    title: t("surveys.title"),
    finding: t("surveys.finding", {
      open: rounds.filter(({ state }) => state === "open").length,
      drafts: instruments.filter(({ draftSavedAt }) => draftSavedAt !== null).length,
    }),
    manages: may(viewer.roles, "round:manage"),
    instruments: instruments.map(({ id, currentNumber, draftSavedAt }) => ({
      id,
      title: titleOf.get(id) ?? id,
      version: currentNumber,
      hasDraft: draftSavedAt !== null,
    })),
    rounds: rounds.map((round) => ({
      id: round.id,
      name: round.name,
      survey: t("surveys.versionOf", { title: titleOf.get(round.instrumentId), number: round.versionNumber }),
      answered: round.anonymous
        ? t("surveys.ratings", { count: round.submitted })
        : t("surveys.of", { submitted: round.submitted, invited: round.invited }),
      dates: t("surveys.range", { from: t.date(round.opensOn), until: t.date(round.closesOn) }),
      state: round.state,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Surveys() {
  const t = useTranslator();
  const { title, finding, instruments, rounds, manages } = useLoaderData<typeof loader>();
  const published = instruments.some(({ version }) => version !== null);
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={finding}
        actions={
          manages &&
          published && (
            <a className="button" href="/rounds/new">
              {t("surveys.new")}
            </a>
          )
        }
      />
      <Part id="rounds" title={t("surveys.rounds")} note={t("surveys.rounds.note")}>
        {rounds.length === 0 ? (
          <p className="empty">{t("surveys.rounds.empty")}</p>
        ) : (
          <Table
            caption={t("surveys.rounds")}
            stack
            rows={rounds}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "name",
                names: true,
                head: t("surveys.round"),
                cell: (round) => (
                  <>
                    <a href={`/rounds/${round.id}`}>{round.name}</a>
                    <br />
                    <span className="muted">{round.survey}</span>
                  </>
                ),
              },
              { id: "answered", head: t("surveys.answered"), cell: (round) => round.answered },
              { id: "dates", head: t("surveys.dates"), cell: (round) => round.dates },
              {
                id: "state",
                head: t("surveys.state"),
                cell: (round) => <span className="tag">{t(`surveys.state.${round.state}`)}</span>,
              },
            ]}
          />
        )}
      </Part>
      <Part id="library" title={t("surveys.library")} note={t("surveys.library.note")}>
        <Table
          caption={t("surveys.library")}
          stack
          rows={instruments}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "title",
              names: true,
              head: t("surveys.instrument"),
              cell: (instrument) => <a href={`/surveys/${instrument.id}`}>{instrument.title}</a>,
            },
            {
              id: "version",
              head: t("surveys.versions"),
              cell: ({ version }) =>
                version === null ? t("surveys.noVersion") : t("surveys.version", { number: version }),
            },
            {
              id: "draft",
              head: t("surveys.draft"),
              cell: ({ hasDraft }) =>
                hasDraft ? <span className="tag tag-warn">{t("surveys.draft.there")}</span> : t("surveys.draft.none"),
            },
          ]}
        />
      </Part>
    </main>
  );
}
