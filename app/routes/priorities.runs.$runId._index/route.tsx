import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { RankingPage } from "~/app/components/ranking/ranking-page";
import { rankingQuery } from "~/app/http/ranking-query";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { summariseChange } from "~/app/operations/ranking/find-comparison";
import { showRanking } from "~/app/operations/ranking/show-ranking";
import { findStoredRanking } from "~/app/operations/ranking/stored-ranking";

/** One run, for the office: a stored calculation that does not change. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:readOffice");
  const t = translator(context.locale);
  const { runId } = parseParams(z.object({ runId: z.uuid() }), params);
  const { lens, show } = rankingQuery(request);
  const stored = await findStoredRanking(context.db, runId);
  const ranking = stored && showRanking(stored, { ...(lens ? { lens } : {}), office: true });
  if (!stored || !ranking) throw notFound("ranking");
  return {
    title: t("priorities.title", { cycle: t.cycle(ranking.round.plannedFor) }),
    ranking,
    changed: await summariseChange(context.db, { stored, office: true }),
    synthetic: context.synthetic,
    shows: show,
    mayPublish: may(viewer.roles, "ranking:publish"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Run() {
  const t = useTranslator();
  const { ranking, changed, synthetic, shows, mayPublish } = useLoaderData<typeof loader>();
  const here = `/priorities/runs/${ranking.runId}`;
  return (
    <RankingPage
      ranking={ranking}
      changed={changed}
      office
      synthetic={synthetic}
      here={here}
      of={`run=${ranking.runId}`}
      shows={shows}
      actions={
        <>
          {mayPublish && ranking.published.length === 0 && (
            <a className="button" href={`${here}/publish`}>
              {t("priorities.publish")}
            </a>
          )}
          {ranking.published[0] && (
            <a className="button button-second" href={`/priorities/published/${ranking.published[0].id}`}>
              {t("priorities.asPublished")}
            </a>
          )}
          <a className="button button-second" href={`${here}/map`}>
            {t("priorities.map.link")}
          </a>
          <a className="button button-second" href={`${here}/compare`}>
            {t("changes.compare.tab")}
          </a>
        </>
      }
    />
  );
}
