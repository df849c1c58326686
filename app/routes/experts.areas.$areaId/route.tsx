import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { MissionsTable } from "~/app/components/missions-table";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeMissions } from "~/app/operations/supply/describe-missions";
import { lastMissionIn } from "~/app/operations/supply/people-of-register";
import { readSupply, readSupplyNames } from "~/app/operations/supply/read-supply";
import { supplyWords } from "~/app/operations/supply/supply-words";

const Params = z.object({ areaId: z.string().regex(/^[a-z0-9-]{1,80}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "expert:read");
  const { areaId } = parseParams(Params, params);
  const t = translator(context.locale);
  const { run } = await readSupply(context.db);
  const names = await readSupplyNames(context.db, {
    asOf: context.now().toISOString().slice(0, 10),
    cycleId: run?.document.scene.cycleId ?? "",
  });
  if (!names.areas.has(areaId)) throw notFound("area");
  const words = supplyWords(names, { pack: context.pack, t });
  const area = words.area(areaId);
  const missions = run ? run.document.result.demand.requested.filter((mission) => mission.area === areaId) : [];
  const against = run?.document.result.quadrants.find((one) => one.area === areaId);
  const giving = new Map(run?.document.result.experts.map(({ id, missions: count }) => [id, count]));
  const topicsHere = new Set(
    [...names.topics.values()].flatMap(({ id, accreditationAreaId }) => (accreditationAreaId === areaId ? [id] : [])),
  );
  const people = [...names.experts.values()].flatMap((expert) => {
    const standing = expert.standings.find((one) => one.areaId === areaId);
    if (!standing) return [];
    const last = lastMissionIn(expert, (topic) => topicsHere.has(topic));
    return {
      id: expert.personId,
      name: expert.name,
      member: words.member(expert.memberId),
      standing: t(`experts.step.${standing.step}`),
      since: t.date(standing.since),
      missions: giving.get(expert.personId) ?? null,
      last: last === null ? t("experts.sole.noMission") : t.date(last),
      languages: t.list(expert.languages.map(words.language)),
    };
  });
  return {
    title: t("experts.area.title", { area }),
    area,
    finding: t("experts.area.finding", {
      asked: missions.length,
      leads: against?.leads ?? 0,
      led: against?.canBeLed ?? 0,
    }),
    missions: run
      ? describeMissions(missions, {
          document: run.document,
          names,
          words,
          t,
          office: may(viewer.roles, "ranking:readOffice"),
        })
      : [],
    people,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Area() {
  const t = useTranslator();
  const { title, finding, area, missions, people } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding}>
        <p>
          <a href="/experts">{t("experts.area.back")}</a>
        </p>
      </Opening>
      <Part id="missions" title={t("experts.area.missions")} note={t("experts.area.missionsNote")}>
        {missions.length === 0 ? (
          <p className="empty">{t("experts.area.missionsNone")}</p>
        ) : (
          <>
            <MissionsTable caption={t("experts.area.missionsCaption", { area })} missions={missions} topics />
            <p className="source">{t("experts.area.assignmentSource")}</p>
          </>
        )}
      </Part>
      <Part id="people" title={t("experts.area.people")} note={t("experts.area.peopleNote")}>
        {people.length === 0 ? (
          <p className="empty">{t("experts.area.peopleNone")}</p>
        ) : (
          <Table
            caption={t("experts.area.peopleCaption", { area })}
            stack
            rows={people}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "name",
                names: true,
                head: t("experts.area.name"),
                cell: ({ id, name }) => <a href={`/experts/register/${id}`}>{name}</a>,
              },
              { id: "member", head: t("experts.area.member"), cell: ({ member }) => member },
              { id: "standing", head: t("experts.area.standing"), cell: ({ standing }) => standing },
              { id: "since", head: t("experts.area.since"), cell: ({ since }) => since },
              { id: "last", head: t("experts.area.lastMission"), cell: ({ last }) => last },
              { id: "languages", head: t("experts.area.languages"), cell: ({ languages }) => languages },
              {
                id: "missions",
                numeric: true,
                head: t("experts.area.missionsAYear"),
                cell: ({ missions: count }) => count ?? "\u2013",
              },
            ]}
          />
        )}
      </Part>
    </main>
  );
}
