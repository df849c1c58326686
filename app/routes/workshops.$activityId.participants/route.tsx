import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { notFound, parseParams, readForm, textFields } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { readActivity } from "~/app/operations/activities/read-activity";
import { attendanceValues, parseAttendanceForm, saveAttendance } from "~/app/operations/activities/save-attendance";
import { findMembers } from "~/db/members";
import { AttendanceTable } from "./attendance-table";

const Params = z.object({ activityId: z.string().regex(/^[\w.-]{1,100}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "activity:manage");
  const { activityId } = parseParams(Params, params);
  const view = await readActivity(context.db, { activityId });
  if (!view) throw notFound("Activity");
  const t = translator(context.locale);
  const names = new Intl.Collator(context.locale === "x-rtl" ? "en" : context.locale);
  const noted = new Set(view.participation.flatMap(({ memberId }) => memberId ?? []));
  const rows = (await findMembers(context.db))
    .filter(({ id, active }) => active || noted.has(id))
    .map(({ id, name }) => ({ id, name: t.pick(name), near: noted.has(id) || view.activity.memberIds.includes(id) }))
    .sort((a, b) => names.compare(a.name, b.name));
  return {
    activityId,
    title: t("workshops.attendance.title", { title: view.activity.title }),
    rows: rows.some(({ near }) => near) ? rows : rows.map((row) => ({ ...row, near: true })),
    values: attendanceValues(view.participation),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:manage");
  const { activityId } = parseParams(Params, params);
  const t = translator(context.locale);
  const form = await readForm(request);
  const memberIds = (await findMembers(context.db)).map(({ id }) => id);
  const parsed = parseAttendanceForm(form, { memberIds, t });
  if ("errors" in parsed) return data({ errors: parsed.errors, values: textFields(form) }, { status: 400 });
  const saved = await saveAttendance(context.db, {
    activityId,
    rows: parsed.rows,
    actor: { personId: viewer.personId },
    at: context.now(),
  });
  if (saved === "unknownActivity") throw notFound("Activity");
  if (saved === "unknownMember")
    return data({ errors: { "": [t("workshops.attendance.unknown")] }, values: textFields(form) }, { status: 400 });
  return redirect(`/workshops/${activityId}#h-participants`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function Attendance() {
  const t = useTranslator();
  const { activityId, title, rows, values } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const typed: Readonly<Record<string, string>> = failed?.values ?? values;
  const errors: Readonly<Record<string, readonly string[] | undefined>> = failed?.errors ?? {};
  const far = rows.filter(({ near }) => !near);
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href={`/workshops/${activityId}`}>{t("workshops.backToOne")}</a>
            </p>
            {failed && <ErrorSummary title={t("workshops.errors")} errors={errors} />}
          </>
        }
        title={title}
        finding={t("workshops.attendance.hint")}
      />
      <form method="post" noValidate>
        <Part id="rows" title={t("workshops.participants")} note={t("workshops.participants.note")}>
          <AttendanceTable
            caption={t("workshops.attendance.caption")}
            rows={[...rows.filter(({ near }) => near), { id: null, name: t("workshops.participants.guests") }]}
            values={typed}
            errors={errors}
          />
          {far.length > 0 && (
            <details>
              <summary>{t("workshops.attendance.more")}</summary>
              <AttendanceTable caption={t("workshops.attendance.more")} rows={far} values={typed} errors={errors} />
            </details>
          )}
          <p className="actions">
            <button className="button" type="submit">
              {t("workshops.attendance.save")}
            </button>
          </p>
        </Part>
      </form>
    </main>
  );
}
