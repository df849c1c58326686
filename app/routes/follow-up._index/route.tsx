import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { StatusBar } from "~/app/components/charts/status-bar";
import { FollowUpTabs } from "~/app/components/follow-up-tabs";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { runFollowUp } from "~/app/operations/follow-up/run-follow-up";
import { findCycle } from "~/db/cycles";
import { describeFollowUps } from "./describe-follow-ups.server";
import { ResultTable } from "./result-table";

const Query = z.object({
  cycle: z
    .string()
    .regex(/^[\w-]{1,20}$/)
    .optional()
    .catch(undefined),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "followUp:read");
  const { cycle } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return {
    ...(await describeFollowUps(context, { cycle, t: translator(context.locale) })),
    manages: may(viewer.roles, "followUp:manage"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "followUp:read");
  const { cycle: cycleId } = Query.parse(Object.fromEntries(await readForm(request)));
  if (cycleId === undefined || !(await findCycle(context.db, cycleId))) throw notFound("cycle");
  await runFollowUp(context.db, { cycleId, actor: { personId: viewer.personId }, at: context.now() });
  return redirect(`/follow-up?cycle=${cycleId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function FollowUps() {
  const t = useTranslator();
  const { title, finding, terms, cycle, status, results, rounds, workshops, manages } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={finding}
        terms={terms}
        actions={
          <>
            {manages && (
              <a className="button" href="/follow-up/new">
                {t("followUp.new.go")}
              </a>
            )}
            <form method="post" className="inline-form">
              <button className="button button-second" type="submit" name="cycle" value={cycle}>
                {t("followUp.calculate")}
              </button>
            </form>
          </>
        }
      >
        <FollowUpTabs />
        {status && (
          <figure className="budget">
            <StatusBar {...status} />
            <figcaption>{status.label}</figcaption>
          </figure>
        )}
      </Opening>
      {results.map((result) => (
        <ResultTable key={result.name} cycle={cycle} {...result} />
      ))}
      <Part id="rounds" title={t("followUp.rounds")} note={t("followUp.rounds.note")}>
        {rounds.length === 0 ? (
          <p className="empty">{t("followUp.rounds.none")}</p>
        ) : (
          <Table
            caption={t("followUp.rounds")}
            stack
            rows={rounds}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "name",
                names: true,
                head: t("followUp.rounds.name"),
                cell: ({ id, name }) => <a href={`/follow-up/${id}`}>{name}</a>,
              },
              { id: "state", head: t("surveys.state"), cell: ({ state }) => t(`surveys.state.${state}`) },
              { id: "closes", head: t("followUp.rounds.closes"), cell: ({ closes }) => closes },
              { id: "answered", numeric: true, head: t("followUp.head.answered"), cell: ({ answered }) => answered },
            ]}
          />
        )}
      </Part>
      <Part id="workshops" title={t("followUp.workshops")} note={t("followUp.workshops.note")}>
        {workshops.length === 0 ? (
          <p className="empty">{t("followUp.workshops.none")}</p>
        ) : (
          <Table
            caption={t("followUp.workshops")}
            stack
            rows={workshops}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "title",
                names: true,
                head: t("followUp.head.workshop"),
                cell: ({ id, title: name }) => <a href={`/workshops/${id}`}>{name}</a>,
              },
              { id: "pledges", numeric: true, head: t("followUp.head.pledges"), cell: ({ pledges }) => pledges },
              { id: "reach", head: t("followUp.workshops.reach"), cell: ({ reach }) => reach },
              {
                id: "go",
                head: <span className="visually-hidden">{t("followUp.new.go")}</span>,
                cell: ({ id, underWay, askable }) =>
                  underWay !== null ? (
                    <a href={`/follow-up/${underWay}`}>{t("followUp.workshops.underWay")}</a>
                  ) : manages && askable ? (
                    <a href={`/follow-up/new?activity=${id}`}>{t("followUp.workshops.ask")}</a>
                  ) : null,
              },
            ]}
          />
        )}
      </Part>
    </main>
  );
}
