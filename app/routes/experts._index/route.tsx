import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ExpertsTabs } from "~/app/components/experts-tabs";
import { Opening } from "~/app/components/part";
import { SupplyRun } from "~/app/components/supply-run";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeRun } from "~/app/operations/supply/describe-run";
import { DEMAND_COLUMNS, readSupply, readSupplyNames, type SupplyState } from "~/app/operations/supply/read-supply";
import { AreasPart } from "./areas-part";
import { AssumptionsPart } from "./assumptions-part";
import { BlockingPart } from "./blocking-part";
import { describeBoard } from "./describe-board";
import { LossesPart } from "./losses-part";
import { NeedSupplyPart } from "./need-supply-part";
import { ScopesPart } from "./scopes-part";
import { SolePart } from "./sole-part";
import { TopicsPart } from "./topics-part";

const Query = z.object({ demand: z.enum(DEMAND_COLUMNS).catch("requested") });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:read");
  const t = translator(context.locale);
  const { demand } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const state = await readSupply(context.db);
  const { run, round } = state;
  const names =
    run &&
    (await readSupplyNames(context.db, {
      asOf: context.now().toISOString().slice(0, 10),
      cycleId: run.document.scene.cycleId,
    }));
  return {
    title: t("experts.gap.title"),
    job: describeRun(state, { mayRun: may(viewer.roles, "supply:run") && round !== undefined, t }),
    empty: run ? null : emptyText(state, t),
    toSurveys: round === undefined && may(viewer.roles, "round:read"),
    changed: state.changedSince,
    board:
      run && names
        ? describeBoard({
            run,
            names,
            column: demand,
            pack: context.pack,
            t,
            office: may(viewer.roles, "ranking:readOffice"),
          })
        : null,
  };
}

function emptyText({ round }: SupplyState, t: ReturnType<typeof translator>): string {
  return round ? t("experts.gap.noRun", { round: round.name }) : t("experts.gap.noRound");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Meridian` },
  ...(data?.job.running ? [{ httpEquiv: "refresh", content: "2" }] : []),
];

export default function Experts() {
  const t = useTranslator();
  const { title, job, empty, toSurveys, changed, board } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={title} finding={board?.finding ?? empty} {...(board ? { terms: board.terms } : {})}>
        <SupplyRun state={job} filled={!board || changed} />
        {toSurveys && (
          <p>
            <a href="/surveys">{t("experts.gap.toSurveys")}</a>
          </p>
        )}
        <ExpertsTabs />
      </Opening>
      {board && (
        <>
          <NeedSupplyPart plot={board.plot} tabs={board.tabs} />
          <BlockingPart blocking={board.blocking} closing={board.closing} />
          <SolePart sole={board.sole} />
          <ScopesPart scopes={board.scopes} />
          <AreasPart areas={board.areas} />
          <TopicsPart topics={board.topics} />
          <LossesPart losses={board.losses} />
          <AssumptionsPart assumptions={board.assumptions} rules={board.rules} />
        </>
      )}
    </main>
  );
}
