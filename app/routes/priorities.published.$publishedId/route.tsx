import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { RankingPage } from "~/app/components/ranking/ranking-page";
import { rankingQuery } from "~/app/http/ranking-query";
import { notFound, parseParams } from "~/app/http/respond";
import { summariseChange } from "~/app/operations/ranking/find-comparison";
import { showRanking } from "~/app/operations/ranking/show-ranking";
import { findFrozenRanking } from "~/app/operations/ranking/stored-ranking";

/** A published ranking as it was shared: bands, the same whenever it is opened and whoever opens it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "ranking:read");
  const { publishedId } = parseParams(z.object({ publishedId: z.uuid() }), params);
  const { lens, show } = rankingQuery(request);
  const stored = await findFrozenRanking(context.db, publishedId);
  const ranking = stored && showRanking(stored, { ...(lens ? { lens } : {}), office: false });
  if (!ranking) throw notFound("ranking");
  const { frozen } = stored;
  return {
    title: frozen.name,
    ranking,
    changed: await summariseChange(context.db, { stored, office: false, publishedAt: frozen.publishedAt }),
    synthetic: context.synthetic,
    shows: show,
    frozen: {
      id: frozen.id,
      name: frozen.name,
      note: frozen.note,
      signedBy: frozen.publishedByName,
      at: frozen.publishedAt.toISOString(),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Published() {
  const { ranking, changed, synthetic, shows, frozen } = useLoaderData<typeof loader>();
  return (
    <RankingPage
      ranking={ranking}
      changed={changed}
      office={false}
      synthetic={synthetic}
      here={`/priorities/published/${frozen.id}`}
      of={`published=${frozen.id}`}
      shows={shows}
      frozen={frozen}
    />
  );
}
