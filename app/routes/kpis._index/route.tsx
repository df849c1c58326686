import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { KpiPlot } from "~/app/components/charts/kpi-plot";
import { CyclesTabs } from "~/app/components/cycles-tabs";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeBoard } from "~/app/operations/kpis/describe-board";
import { readBoard } from "~/app/operations/kpis/read-board";
import { KpiTable } from "./kpi-table";

const Query = z.object({ cycle: z.string().max(20).optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "kpi:read");
  const { db, pack, locale } = context;
  const { cycle } = parseParams(Query, Object.fromEntries(new URL(request.url).searchParams));
  const now = context.now();
  const board = await readBoard(db, { pack, cycleId: cycle, at: now });
  if (!board) throw notFound("Cycle");
  return describeBoard(board, { now, t: translator(locale) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function KpiBoard() {
  const t = useTranslator();
  const { title, finding, cycleId, cycles, trendOf, pillars, beside } = useLoaderData<typeof loader>();
  const drawn = pillars.flatMap(({ rows }) => rows).filter(({ shares }) => shares.some((share) => share !== null));
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding}>
        <CyclesTabs />
      </Opening>
      <Part id="far" title={t("kpis.plot")} note={t("kpis.plot.note", { cycles: trendOf.length })}>
        {drawn.length === 0 ? (
          <p className="empty">{t("kpis.plot.empty")}</p>
        ) : (
          <KpiPlot id="kpis" title={t("kpis.plot")} rows={drawn} percent={(share) => t.percent(share)} />
        )}
        <p className="screen-only">
          <a href={`/kpis.csv?cycle=${cycleId}`}>{t("kpis.download")}</a>
        </p>
      </Part>
      {pillars.map((pillar) => (
        <Part
          key={pillar.id}
          id={`pillar-${pillar.id}`}
          title={pillar.title}
          full={<KpiTable title={pillar.title} rows={pillar.rows} trendOf={trendOf} />}
        >
          {null}
        </Part>
      ))}
      <Part id="beside" title={t("kpis.beside")} note={t("kpis.beside.note")}>
        <Table
          caption={t("kpis.beside")}
          stack
          rows={beside}
          rowKey={({ id }) => id}
          columns={[
            { id: "name", names: true, head: t("kpis.head.kpi"), cell: ({ name }) => name },
            { id: "value", head: t("kpis.head.value"), cell: ({ value }) => value },
          ]}
        />
      </Part>
      <Part id="cycles" title={t("kpis.cycles")}>
        <ul className="screen-only">
          {cycles.map(({ id, name }) => (
            <li key={id}>{id === cycleId ? <b>{name}</b> : <a href={`/kpis?cycle=${id}`}>{name}</a>}</li>
          ))}
        </ul>
      </Part>
    </main>
  );
}
