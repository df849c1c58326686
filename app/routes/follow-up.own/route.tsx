import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { forbidden } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findActivities, findPledges } from "~/db/activities";

/** A member's own pledges and how they stand; whose they are within the administration is nowhere. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "ownMember:read");
  if (viewer.memberId === null) throw forbidden();
  const t = translator(context.locale);
  const pledges = await findPledges(context.db, { memberId: viewer.memberId });
  const titles = new Map((await findActivities(context.db)).map(({ id, title }) => [id, title]));
  const done = pledges.filter(({ state }) => state === "done").length;
  return {
    title: t("followUp.own.title"),
    finding: t("followUp.own.finding", { count: pledges.length, done }),
    pledges: pledges.map(({ id, action, activityId, byWhen, state, followedUpAt }) => ({
      id,
      action,
      workshop: titles.get(activityId) ?? activityId,
      byWhen: byWhen === null ? "–" : t.date(byWhen, { month: "long", year: "numeric" }),
      state,
      asked: followedUpAt === null ? t("followUp.own.notYet") : t.date(followedUpAt),
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function OwnPledges() {
  const t = useTranslator();
  const { title, finding, pledges } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={title} finding={finding} />
      <Part id="pledges" title={t("followUp.own.list")} note={t("followUp.own.note")}>
        {pledges.length === 0 ? (
          <p className="empty">{t("followUp.own.none")}</p>
        ) : (
          <Table
            caption={t("followUp.own.list")}
            stack
            rows={pledges}
            rowKey={({ id }) => id}
            columns={[
              { id: "action", names: true, head: t("followUp.head.action"), cell: ({ action }) => action },
              { id: "workshop", head: t("followUp.head.workshop"), cell: ({ workshop }) => workshop },
              { id: "byWhen", head: t("followUp.head.byWhen"), cell: ({ byWhen }) => byWhen },
              { id: "state", head: t("followUp.head.status"), cell: ({ state }) => t(`followUp.pledge.${state}`) },
              { id: "asked", head: t("followUp.own.asked"), cell: ({ asked }) => asked },
            ]}
          />
        )}
      </Part>
    </main>
  );
}
