import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { AdjustmentsPart } from "~/app/components/adjustments-part";
import { Terms } from "~/app/components/part";
import { fixed } from "~/app/components/ranking/ranking-words";
import { rankingQuery } from "~/app/http/ranking-query";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { showFeedback } from "~/app/operations/feedback/show-feedback";
import { findComparison } from "~/app/operations/ranking/find-comparison";
import { showTopic } from "~/app/operations/ranking/show-topic";
import { findFrozenRanking, findLatestRanking, findStoredRanking } from "~/app/operations/ranking/stored-ranking";
import { SinceLastYear } from "./since-last-year";
import { TopicFigures } from "./topic-figures";
import { WhatItCosts } from "./what-it-costs";
import { WhoAsks } from "./who-asks";
import { WhoCanHelp } from "./who-can-help";
import { WhyThisPlace } from "./why-this-place";

const Params = z.object({ topicId: z.string().regex(/^[a-z0-9-]{1,80}$/) });

/** One topic: who asks, who can help, whom to accredit, what it costs, and why it stands where it stands. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "ranking:read");
  const { topicId } = parseParams(Params, params);
  const { run, published } = rankingQuery(request);
  const office = published === undefined && may(viewer.roles, "ranking:readOffice");
  const frozen = office ? undefined : await findFrozenRanking(context.db, published);
  const stored = office ? await (run ? findStoredRanking(context.db, run) : findLatestRanking(context.db)) : frozen;
  const topic =
    stored &&
    (await showTopic(context.db, {
      stored,
      topicId,
      pack: context.pack,
      office,
      today: context.now().toISOString().slice(0, 10),
    }));
  if (!topic) throw notFound("topic");
  const comparison = await findComparison(context.db, {
    stored,
    office,
    ...(frozen ? { publishedAt: frozen.frozen.publishedAt } : {}),
  });
  const changed = comparison?.topics.find(({ id }) => id === topicId);
  return {
    topic,
    // Whose pledges came through is for the office only, as who rated itself low is.
    adjustments: office ? (await showFeedback(context.db, { t: translator(context.locale), topicId })).adjustments : [],
    since:
      comparison && changed
        ? {
            topic: changed,
            cycle: comparison.before.cycle,
            tested: comparison.tested,
            places: topic.places,
            placesBefore: comparison.placesBefore,
            href: office
              ? `/priorities/runs/${comparison.runId}/compare?with=${comparison.beforeRunId}`
              : "/priorities#h-changed",
          }
        : null,
    office,
    people: may(viewer.roles, "expert:read"),
    synthetic: context.synthetic,
    back: office ? `/priorities/runs/${topic.runId}` : "/priorities",
    name: topic.name,
    locale: context.locale,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { name, locale } = data ?? {};
  return [{ title: `${name?.[locale ?? "en"] ?? name?.en ?? ""} · Meridian` }];
};

export default function Topic() {
  const t = useTranslator();
  const { topic, adjustments, since, office, people, synthetic, back } = useLoaderData<typeof loader>();
  const { line, figures, section, area, actions, asking, helpers, candidates, costs } = topic;
  const accredited = helpers.filter(({ step }) => step === "accredited").length;
  const missions = costs.find(({ id }) => id === "missions");
  const values = { asking, accredited, candidates: candidates.length };
  return (
    <main className="page" id="main">
      <div className="part part-opening">
        <div className="part-body">
          <p className="eyebrow">
            <a href={back}>{t("priorities.titleNone")}</a>
            {section && ` · ${t.pick(section)}`}
          </p>
          <h1>{t.pick(topic.name)}</h1>
          <p className="finding">
            {line.place !== null
              ? t(area ? "priorities.topic.finding" : "priorities.topic.findingNoArea", {
                  ...values,
                  place: line.place,
                  places: topic.places,
                })
              : t(area ? "priorities.topic.findingBand" : "priorities.topic.findingBandNoArea", {
                  ...values,
                  band: t(`priorities.band.${line.band ?? "none"}`),
                })}
          </p>
          <dl className="figures">
            {line.place !== null && (
              <Figure
                value={t.number(line.place)}
                of={t("priorities.topic.of", { N: topic.places })}
                what={
                  line.low === null
                    ? t("priorities.topic.placeOnly")
                    : t("priorities.topic.place", { low: line.low, high: line.high })
                }
              />
            )}
            {line.place === null && line.low !== null && (
              <Figure
                value={t("priorities.range", { low: line.low, high: line.high })}
                what={t("priorities.topic.rangeOnly", { places: topic.places })}
              />
            )}
            {figures && line.gap !== null && (
              <Figure
                value={fixed(t, line.gap, 1)}
                what={t("priorities.topic.gap", {
                  importance: fixed(t, figures.topic.importance.mean.value, 1),
                  capability: fixed(t, figures.topic.capability.mean.value, 1),
                })}
              />
            )}
            <Figure value={t.number(asking)} what={t("priorities.topic.asking", { count: asking })} />
            {area && (
              <Figure value={t.number(accredited)} what={t("priorities.topic.accredited", { count: accredited })} />
            )}
            {missions && (
              <Figure
                value={t.number(missions.total)}
                before={topic.currency}
                what={t("priorities.topic.cost", { count: missions.count })}
              />
            )}
          </dl>
        </div>
        <div className="part-margin">
          <Terms
            rows={[
              [
                t("priorities.topic.rated"),
                t("priorities.topic.ratedOf", {
                  n: line.n,
                  N: topic.members,
                  notApplicable: line.notApplicable,
                  dontKnow: line.dontKnow,
                }),
              ],
              [t("priorities.topic.area"), area ? t.pick(area) : t("priorities.topic.noArea")],
              [t("priorities.topic.inPlan"), actions.length > 0 ? t.list(actions) : t("priorities.none")],
              [t("priorities.term.run"), t.date(topic.at)],
            ]}
          />
        </div>
      </div>
      {since && <SinceLastYear {...since} office={office} />}
      <WhoAsks topic={topic} office={office} />
      <WhoCanHelp topic={topic} people={people} />
      <WhatItCosts topic={topic} />
      <AdjustmentsPart rows={adjustments} />
      {figures && (
        <>
          <TopicFigures figures={figures} topicId={topic.id} runId={topic.runId} synthetic={synthetic} />
          <WhyThisPlace figures={figures} line={line} runId={topic.runId} />
        </>
      )}
    </main>
  );
}

function Figure({
  value,
  of,
  before,
  what,
}: {
  readonly value: string;
  readonly of?: string;
  readonly before?: string;
  readonly what: string;
}) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {before && <small>{before} </small>}
        {value}
        {of && <small> {of}</small>}
      </dd>
    </div>
  );
}
