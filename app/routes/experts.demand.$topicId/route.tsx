import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { AdjustmentsPart } from "~/app/components/adjustments-part";
import { MissionsTable } from "~/app/components/missions-table";
import { Opening, Part } from "~/app/components/part";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { showFeedback } from "~/app/operations/feedback/show-feedback";
import { describeMissions } from "~/app/operations/supply/describe-missions";
import { readSupply, readSupplyNames } from "~/app/operations/supply/read-supply";
import { supplyWords } from "~/app/operations/supply/supply-words";
import { findActivities } from "~/db/activities";

const Params = z.object({ topicId: z.string().regex(/^[a-z0-9-]{1,80}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:read");
  const { topicId } = parseParams(Params, params);
  const t = translator(context.locale);
  const { run } = await readSupply(context.db);
  if (!run) throw notFound("supply");
  const { scene, result } = run.document;
  const asOf = context.now().toISOString().slice(0, 10);
  const names = await readSupplyNames(context.db, { asOf, cycleId: scene.cycleId });
  const topic = names.topics.get(topicId);
  const demand = result.demand.byTopic.find((one) => one.topic === topicId);
  if (!topic || !demand) throw notFound("topic");
  const words = supplyWords(names, { pack: context.pack, t });
  const office = may(viewer.roles, "ranking:readOffice");
  const titles = new Map(
    (scene.plan ? await findActivities(context.db, { cycleId: scene.plan.cycleId, topicId }) : []).map((activity) => [
      activity.id,
      activity.title,
    ]),
  );
  const area = topic.accreditationAreaId;
  const able = result.experts.filter(({ leadAreas, topics, missions }) =>
    missions > 0 && area === null ? topics.includes(topicId) : leadAreas.includes(area ?? ""),
  );
  return {
    title: t("experts.demand.title", { topic: t.pick(topic.name) }),
    caption: t("experts.demand.requested"),
    finding: t("experts.demand.finding", {
      requested: demand.requested,
      implied: demand.implied,
      planned: demand.planned,
    }),
    area: area === null ? null : { id: area, text: t("experts.demand.toArea", { area: words.area(area) }) },
    requested: describeMissions(
      result.demand.requested.filter((mission) => mission.topic === topicId),
      { document: run.document, names, words, t, office },
    ),
    impliedCount: demand.implied,
    adjustments: office ? (await showFeedback(context.db, { t, topicId })).adjustments : [],
    /** Who rated itself low is for the office only. */
    implied: office
      ? result.demand.implied
          .filter((mission) => mission.topic === topicId)
          .map(({ members }) => t("experts.demand.impliedRow", { members: t.list(members.map(words.member)) }))
      : null,
    planned: result.demand.planned
      .filter((mission) => mission.topic === topicId)
      .map(({ id, members, joint }) => {
        const title = titles.get(id.split("/")[0] ?? id) ?? id;
        return !joint ? `${title} (${t.list(members.map(words.member))})` : title;
      }),
    able: able.map(({ id, member }) => ({
      id,
      name: t("experts.sole.person", {
        name: words.expert(id),
        member: words.member(member) || t("experts.form.none"),
      }),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Demand() {
  const t = useTranslator();
  const { title, caption, finding, area, requested, impliedCount, implied, adjustments, planned, able } =
    useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding}>
        <p>
          {area && (
            <>
              <a href={`/experts/areas/${area.id}`}>{area.text}</a> ·{" "}
            </>
          )}
          <a href="/experts">{t("experts.area.back")}</a>
        </p>
      </Opening>
      <Part id="requested" title={t("experts.demand.requested")} note={t("experts.area.missionsNote")}>
        {requested.length === 0 ? (
          <p>{t("experts.demand.requestedNone")}</p>
        ) : (
          <MissionsTable caption={caption} missions={requested} />
        )}
      </Part>
      <Part id="implied" title={t("experts.demand.implied")}>
        {impliedCount === 0 ? (
          <p>{t("experts.demand.impliedNone")}</p>
        ) : implied === null ? (
          <p>{t("experts.demand.impliedOffice")}</p>
        ) : (
          <ul className="list">
            {implied.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Part>
      <AdjustmentsPart rows={adjustments} />
      <Part id="planned" title={t("experts.demand.planned")}>
        {planned.length === 0 ? (
          <p>{t("experts.demand.plannedNone")}</p>
        ) : (
          <ul className="list">
            {planned.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part id="able" title={t("experts.demand.people")}>
        {able.length === 0 ? (
          <p>{t("experts.demand.peopleNone")}</p>
        ) : (
          <ul className="list">
            {able.map(({ id, name }) => (
              <li key={id}>
                <a href={`/experts/register/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </main>
  );
}
