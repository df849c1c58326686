import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { fixed } from "~/app/components/ranking/ranking-words";
import { RunTabs } from "~/app/components/ranking/run-tabs";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeCounting } from "~/app/operations/ranking/describe-counting";
import { findStoredRanking } from "~/app/operations/ranking/stored-ranking";
import { AgreementTable } from "./agreement-table";
import { BoundsTable } from "./bounds-table";
import { MethodsTable } from "./methods-table";

/** The same answers counted otherwise; what the silent could change; how far members agree. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "ranking:readOffice");
  const { runId } = parseParams(z.object({ runId: z.uuid() }), params);
  const stored = await findStoredRanking(context.db, runId);
  if (!stored) throw notFound("run");
  return {
    title: translator(context.locale)("priorities.counting.title"),
    runId,
    counting: describeCounting(stored.document),
    synthetic: context.synthetic,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Counting() {
  const t = useTranslator();
  const { title, runId, counting, synthetic } = useLoaderData<typeof loader>();
  const { concordance, pairwise, topics } = counting;
  const first = topics.slice(0, 5);
  const topicHref = (id: string) => `/priorities/topics/${id}?run=${runId}`;
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={t("priorities.counting.finding", {
          best: Math.min(...first.map(({ best }) => best)),
          worst: Math.max(...first.map(({ worst }) => worst)),
          count: topics.filter(({ flagged }) => flagged).length,
        })}
      />
      <Part
        id="methods"
        title={t("priorities.counting.methods")}
        note={t("priorities.counting.methodsNote")}
        full={<MethodsTable counting={counting} topicHref={topicHref} />}
      >
        <RunTabs runId={runId} />
        <p className="link-row">
          <a href={`/priorities/csv/counting?run=${runId}`}>{t("priorities.download.csv")}</a>
          <a href="/methods/methods-side-by-side">{t("priorities.method")}</a>
          <a href="/methods/composite-ranking">{t("priorities.counting.compositeMethod")}</a>
        </p>
      </Part>
      {pairwise.length > 0 && (
        <Part id="pairs" title={t("priorities.counting.pairs")} note={t("priorities.counting.pairsNote")}>
          <dl className="terms">
            {pairwise.map(({ source, optima, order }) => (
              <div key={source}>
                <dt>{t(`priorities.counting.pairs.${source}`)}</dt>
                <dd>
                  {t.list(order.map(({ name }) => t.pick(name)))}. {t("priorities.counting.optima", { count: optima })}
                </dd>
              </div>
            ))}
          </dl>
          <p className="link-row">
            <a href="/methods/kemeny">{t("priorities.method")}</a>
          </p>
        </Part>
      )}
      <Part
        id="bounds"
        title={t("priorities.bounds.title")}
        note={t("priorities.bounds.note")}
        full={<BoundsTable bounds={counting.bounds} topicHref={topicHref} />}
      >
        <p className="link-row">
          <a href={`/priorities/csv/bounds?run=${runId}`}>{t("priorities.download.csv")}</a>
        </p>
      </Part>
      <Part id="agreement" title={t("priorities.agreement.title")} note={t("priorities.agreement.note")}>
        <AgreementTable rows={counting.agreement} />
        {concordance && (
          <p>
            {t("priorities.concordance", {
              n: concordance.n,
              N: concordance.N,
              shared: fixed(t, concordance.shared, 1),
              places: concordance.places,
            })}{" "}
            <a href="/methods/concordance-curve">{t("priorities.method")}</a>
          </p>
        )}
        <p className="source">{synthetic && t("priorities.synthetic")}</p>
      </Part>
    </main>
  );
}
