import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { ImportanceMap } from "~/app/components/charts/importance-map";
import { Opening, Part } from "~/app/components/part";
import { fixed } from "~/app/components/ranking/ranking-words";
import { RunTabs } from "~/app/components/ranking/run-tabs";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeMap } from "~/app/operations/ranking/describe-map";
import { findStoredRanking } from "~/app/operations/ranking/stored-ranking";

/** Importance against capability, for the office. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "ranking:readOffice");
  const stored = await findStoredRanking(context.db, parseParams(z.object({ runId: z.uuid() }), params).runId);
  if (!stored) throw notFound("run");
  return {
    title: translator(context.locale)("priorities.map.title"),
    runId: stored.runId,
    map: describeMap(stored.document),
    synthetic: context.synthetic,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function ImportancePerformance() {
  const t = useTranslator();
  const { title, runId, map, synthetic } = useLoaderData<typeof loader>();
  const { topics, cross, n, N } = map;
  const quadrant = (name: (typeof topics)[number]["quadrant"]) => t(`priorities.map.${name ?? "noQuadrant"}`);
  const concentrate = topics.filter((topic) => topic.quadrant === "concentrateHere").length;
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={t("priorities.map.finding", { count: concentrate, total: topics.length })}
        terms={[[t("priorities.term.answered"), t("priorities.nOfN", { n, N })]]}
      />
      <Part id="map" title={t("priorities.map.picture")} note={t("priorities.map.note")}>
        <RunTabs runId={runId} />
        {cross && (
          <ImportanceMap
            title={t("priorities.map.svgTitle", { count: topics.length })}
            description={t("priorities.map.svgDescription")}
            points={topics.flatMap(({ id, shortName, importance, capability, place }) =>
              importance === null || capability === null
                ? []
                : [{ id, place, label: t.pick(shortName), importance, capability }],
            )}
            cross={cross}
            words={{
              importance: t("priorities.map.importanceAxis"),
              capability: t("priorities.map.capabilityAxis"),
              concentrate: t("priorities.map.concentrateHere"),
              keepUp: t("priorities.map.keepUp"),
              low: t("priorities.map.lowPriority"),
              overkill: t("priorities.map.possibleOverkill"),
            }}
            formatted={(value) => t.number(value, { minimumFractionDigits: 1 })}
          />
        )}
      </Part>
      <Part id="table" title={t("priorities.map.table")}>
        <Table
          caption={t("priorities.map.table")}
          rows={topics}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "topic",
              names: true,
              head: t("priorities.table.topic"),
              cell: ({ id, name }) => <a href={`/priorities/topics/${id}?run=${runId}`}>{t.pick(name)}</a>,
            },
            {
              id: "place",
              numeric: true,
              head: t("priorities.table.place"),
              cell: ({ place }) => (place === null ? t("priorities.none") : t.number(place)),
            },
            {
              id: "importance",
              numeric: true,
              head: t("priorities.map.importance"),
              cell: ({ importance }) => fixed(t, importance, 2),
            },
            {
              id: "capability",
              numeric: true,
              head: t("priorities.map.capability"),
              cell: ({ capability }) => fixed(t, capability, 2),
            },
            {
              id: "rated",
              numeric: true,
              head: t("priorities.table.ratedOf"),
              cell: (topic) => t("priorities.nOfN", { n: topic.n, N }),
            },
            { id: "quadrant", head: t("priorities.map.quadrant"), cell: (topic) => quadrant(topic.quadrant) },
          ]}
        />
        <div className="source">
          <p>{synthetic && t("priorities.synthetic")}</p>
          <p className="link-row">
            <a href={`/priorities/csv/map?run=${runId}`}>{t("priorities.download.csv")}</a>
            <a href="/methods/importance-performance">{t("priorities.method")}</a>
          </p>
        </div>
      </Part>
    </main>
  );
}
