import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part, Terms } from "~/app/components/part";
import { changeFinding } from "~/app/components/ranking/change-words";
import { ChangedTopics } from "~/app/components/ranking/changed-topics";
import { RunTabs } from "~/app/components/ranking/run-tabs";
import { ChangeKey } from "~/app/components/ranking/what-changed";
import { notFound, parseParams } from "~/app/http/respond";
import { type Translator, translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findOtherRuns, showComparison } from "~/app/operations/ranking/show-comparison";
import { findStoredRanking } from "~/app/operations/ranking/stored-ranking";
import { TwoRuns } from "./two-runs";

const Query = z.object({ with: z.uuid().optional() });

/** This run against another one: inputs, parameters, what moved. For the office. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "ranking:readOffice");
  const stored = await findStoredRanking(context.db, parseParams(z.object({ runId: z.uuid() }), params).runId);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!stored || !query.success) throw notFound("run");
  const otherId = query.data.with;
  const shown = await showComparison(context.db, { stored, ...(otherId ? { otherId } : {}) });
  if (otherId && !shown) throw notFound("run");
  return {
    title: translator(context.locale)("changes.compare.title"),
    runId: stored.runId,
    shown: shown ?? null,
    others: await findOtherRuns(context.db, stored.runId),
    synthetic: context.synthetic,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Compare() {
  const t = useTranslator();
  const { title, runId, shown, others, synthetic } = useLoaderData<typeof loader>();
  const topicHref = (id: string) => `/priorities/topics/${id}?run=${runId}`;
  return (
    <main className="page" id="main">
      <Opening
        title={title}
        finding={
          shown
            ? t("changes.compare.finding", { moved: shown.moved, first: shown.enteredFirst })
            : t("changes.compare.none")
        }
      />
      <Part id="runs" title={t("changes.compare.runs")} note={t("changes.compare.runsNote")}>
        <RunTabs runId={runId} />
        {shown && (
          <>
            <form method="get" className="inline-form compare-form">
              <label htmlFor="with">{t("changes.compare.with")}</label>
              <select id="with" name="with" className="input" defaultValue={shown.before.runId}>
                {others.map((other) => (
                  <option key={other.runId} value={other.runId}>
                    {optionText(t, other)}
                  </option>
                ))}
              </select>
              <button className="button button-second" type="submit">
                {t("changes.compare.do")}
              </button>
            </form>
            <TwoRuns now={shown.now} before={shown.before} />
          </>
        )}
      </Part>
      {shown && (
        <>
          <Part id="who" title={t("changes.compare.who")}>
            <Terms
              rows={[
                [t("changes.compare.joined"), names(t, shown.answers.joined)],
                [t("changes.compare.left"), names(t, shown.answers.left)],
                ...(shown.answers.revised
                  ? [[t("changes.compare.revised"), names(t, shown.answers.revised)] as const]
                  : []),
              ]}
            />
          </Part>
          <Part
            id="moved"
            title={t("changes.compare.moved")}
            note={t("changes.note")}
            full={<ChangedTopics topics={shown.comparison.topics} topicHref={topicHref} whole />}
          >
            {!shown.sameSurvey && <p>{changeFinding(t, shown.comparison, { office: true })}</p>}
            {shown.comparison.dropped.length > 0 && (
              <p>
                {t("changes.dropped", {
                  topics: names(
                    t,
                    shown.comparison.dropped.map(({ name }) => name),
                  ),
                })}
              </p>
            )}
            {shown.comparison.confirmedUnread.length > 0 && (
              <p>{t("changes.confirmed", { members: names(t, shown.comparison.confirmedUnread) })}</p>
            )}
            <p className="muted">{t("changes.compositionNote")}</p>
            <ChangeKey />
            <div className="source">
              <p>
                {synthetic && `${t("priorities.synthetic")} `}
                {t("changes.source", { now: shortHash(shown.now.sha256), before: shortHash(shown.before.sha256) })}
              </p>
              <p className="link-row">
                <a href={`/priorities/csv/change?run=${runId}&with=${shown.before.runId}`}>
                  {t("priorities.download.csv")}
                </a>
                <a href="/methods/topic-changes">{t("changes.method")}</a>
              </p>
            </div>
          </Part>
        </>
      )}
    </main>
  );
}

function optionText(
  t: Translator,
  { at, survey, answered: n, invited: N, published }: ReturnType<typeof useLoaderData<typeof loader>>["others"][number],
): string {
  const values = { date: t.date(at), survey, n, N };
  return published === null
    ? t("changes.compare.option", values)
    : t("changes.compare.optionPublished", { ...values, name: published });
}

const names = (t: Translator, members: readonly Readonly<Record<string, string>>[]): string =>
  members.length === 0 ? t("changes.compare.nobody") : t.list(members.map((name) => t.pick(name)));

const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
