import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { RankingPage } from "~/app/components/ranking/ranking-page";
import { rankingQuery } from "~/app/http/ranking-query";
import { notFound } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { summariseChange } from "~/app/operations/ranking/find-comparison";
import { findRankableRound } from "~/app/operations/ranking/find-rankable-round";
import { requestRanking } from "~/app/operations/ranking/run-ranking";
import { showRanking } from "~/app/operations/ranking/show-ranking";
import { findFrozenRanking, findLatestRanking } from "~/app/operations/ranking/stored-ranking";

/** The latest ranking: for the office the latest run, for everybody else what was published. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:read");
  const t = translator(context.locale);
  const office = may(viewer.roles, "ranking:readOffice");
  const { lens, show } = rankingQuery(request);
  const frozen = office ? undefined : await findFrozenRanking(context.db);
  const stored = office ? await findLatestRanking(context.db) : frozen;
  const ranking = stored && showRanking(stored, { ...(lens ? { lens } : {}), office });
  if (stored && !ranking) throw notFound("lens");
  const round = office ? await findRankableRound(context.db) : undefined;
  return {
    title: ranking ? t("priorities.title", { cycle: t.cycle(ranking.round.plannedFor) }) : t("priorities.titleNone"),
    ranking: ranking ?? null,
    changed: stored
      ? await summariseChange(context.db, {
          stored,
          office,
          ...(frozen ? { publishedAt: frozen.frozen.publishedAt } : {}),
        })
      : null,
    frozen: frozen
      ? {
          id: frozen.frozen.id,
          name: frozen.frozen.name,
          note: frozen.frozen.note,
          signedBy: frozen.frozen.publishedByName,
          at: frozen.frozen.publishedAt.toISOString(),
        }
      : null,
    office,
    synthetic: context.synthetic,
    shows: show,
    mayPublish: may(viewer.roles, "ranking:publish"),
    mayRun: may(viewer.roles, "ranking:run"),
    round: round ? { name: round.name, submitted: round.submitted, invited: round.invited } : null,
    /** Answers came, or changed, after the run. */
    stale: Boolean(round && ranking && (round.id !== ranking.round.id || round.changedAt > ranking.at)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:run");
  const round = await findRankableRound(context.db);
  if (!round) throw notFound("round");
  const job = await requestRanking(context.db, { roundId: round.id, personId: viewer.personId, at: context.now() });
  context.wakeJobs();
  return redirect(`/priorities/jobs/${job.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Priorities() {
  const t = useTranslator();
  const { ranking, changed, frozen, office, synthetic, shows, mayPublish, mayRun, round, stale } =
    useLoaderData<typeof loader>();
  if (!ranking) {
    return (
      <main className="page" id="main">
        <Opening
          title={t("priorities.titleNone")}
          finding={
            !office
              ? t("priorities.empty.reader")
              : round
                ? t("priorities.empty.ready", {
                    submitted: round.submitted,
                    invited: round.invited,
                    survey: round.name,
                  })
                : t("priorities.empty.noSurvey")
          }
          actions={
            office &&
            (round && mayRun ? (
              <RunButton filled label={t("priorities.run")} />
            ) : (
              <a className="button" href="/surveys">
                {t("priorities.empty.surveys")}
              </a>
            ))
          }
        />
        <Part id="how" title={t("priorities.empty.how")}>
          <p>{t("priorities.empty.howBody")}</p>
        </Part>
      </main>
    );
  }
  const unpublished = ranking.published.length === 0;
  return (
    <RankingPage
      ranking={ranking}
      changed={changed}
      office={office}
      synthetic={synthetic}
      here="/priorities"
      of={office ? `run=${ranking.runId}` : `published=${frozen?.id}`}
      shows={shows}
      frozen={frozen}
      actions={
        office && (
          <>
            {mayPublish && unpublished && (
              <a
                className={stale ? "button button-second" : "button"}
                href={`/priorities/runs/${ranking.runId}/publish`}
              >
                {t("priorities.publish")}
              </a>
            )}
            {mayRun && round && (
              <RunButton filled={stale} label={t(stale ? "priorities.runStale" : "priorities.runAgain")} />
            )}
            {ranking.published[0] && (
              <a className="button button-second" href={`/priorities/published/${ranking.published[0].id}`}>
                {t("priorities.asPublished")}
              </a>
            )}
            <a className="button button-second" href={`/priorities/runs/${ranking.runId}/map`}>
              {t("priorities.map.link")}
            </a>
          </>
        )
      }
    />
  );
}

function RunButton({ filled, label }: { readonly filled: boolean; readonly label: string }) {
  return (
    <form method="post" className="inline-form">
      <button className={filled ? "button" : "button button-second"} type="submit">
        {label}
      </button>
    </form>
  );
}
