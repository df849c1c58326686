import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening, Part } from "~/app/components/part";
import { ParticipationTable } from "~/app/components/participation-table";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeParticipations } from "~/app/operations/activities/describe-participations";

// Members read the participants of their own on the pages of the workshops; this table spans the region.
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:readAll");
  const cycle = new URL(request.url).searchParams.get("cycle");
  const t = translator(context.locale);
  return describeParticipations(context, { cycle, office: may(viewer.roles, "activity:readOffice"), t });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Participants() {
  const t = useTranslator();
  const { title, finding, cycleId, cycle, rows, total, small } = useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <p className="way-back screen-only">
            <a href={`/workshops?cycle=${cycleId}`}>{t("workshops.back")}</a>
          </p>
        }
        title={title}
        finding={finding}
        terms={[[t("workshops.one.cycle"), cycle]]}
      />
      <Part
        id="table"
        title={t("workshops.participants")}
        note={t(small ? "workshops.participants.noteSmall" : "workshops.participants.note")}
        full={
          rows.length === 0 ? (
            <p className="empty">{t("workshops.participants.table.empty")}</p>
          ) : (
            <ParticipationTable caption={title} rows={rows} total={total} />
          )
        }
      >
        {rows.length > 0 && (
          <p className="link-row">
            <a href={`/workshops/participants.csv?cycle=${cycleId}`}>{t("workshops.participants.csv")}</a>
          </p>
        )}
      </Part>
    </main>
  );
}
