import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { ParticipationTable } from "~/app/components/participation-table";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { changeActivityState } from "~/app/operations/activities/change-state";
import { ConflictError } from "~/db/conflict-error";
import { describeActivity } from "./describe-activity";
import { ManagePart } from "./manage-part";
import { ProgrammePart } from "./programme-part";

const Params = z.object({ activityId: z.string().regex(/^[\w.-]{1,100}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:read");
  const { activityId } = parseParams(Params, params);
  const reading = {
    office: may(viewer.roles, "activity:readOffice"),
    manages: may(viewer.roles, "activity:manage"),
    memberId: may(viewer.roles, "activity:readAll") ? undefined : (viewer.memberId ?? ""),
  };
  const t = translator(context.locale);
  const described = await describeActivity(context, { activityId, reading, t });
  if (!described) throw notFound("Activity");
  return { ...described, ...reading, own: reading.memberId !== undefined };
}

const Form = z.discriminatedUnion("to", [
  z.object({ to: z.enum(["confirmed", "held", "planned"]) }),
  z.object({ to: z.literal("cancelled"), because: z.string().trim().min(1).max(500) }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:manage");
  const { activityId } = parseParams(Params, params);
  const t = translator(context.locale);
  const form = Form.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) return data({ errors: { because: [t("workshops.manage.becauseMissing")] } }, { status: 400 });
  try {
    const changed = await changeActivityState(context.db, {
      activityId,
      step: form.data,
      actor: { personId: viewer.personId },
      at: context.now(),
    });
    if (!changed) throw notFound("Activity");
    if ("refused" in changed)
      return data({ errors: { "": [t(`workshops.manage.${changed.refused}`)] } }, { status: 409 });
    return redirect(`/workshops/${activityId}`);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const why = error.reason === "evaluationHeld" ? "workshops.manage.evaluated" : "workshops.manage.notPossible";
    return data({ errors: { "": [t(why)] } }, { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function ActivityPage() {
  const t = useTranslator();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { activityId, participants, manages } = page;
  const small = participants.rows.some(({ women, men, total }) => women === null || men === null || total === null);
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/workshops">{t("workshops.back")}</a>
            </p>
            {failed && <ErrorSummary title={t("workshops.errors")} errors={failed.errors} />}
            <p className="eyebrow">{page.kind}</p>
          </>
        }
        title={page.title}
        finding={page.finding}
        terms={page.terms}
        actions={
          manages && (
            <a className="button button-second" href={`/workshops/${activityId}/edit`}>
              {t("workshops.one.edit")}
            </a>
          )
        }
      />
      <ProgrammePart {...page.programme} mayReadExperts={!page.own} />
      <Part
        id="participants"
        title={t("workshops.participants")}
        note={
          small
            ? t("workshops.participants.noteSmall")
            : t(page.own ? "workshops.participants.noteOwn" : "workshops.participants.note")
        }
      >
        {participants.finding && <p>{participants.finding}</p>}
        {participants.rows.length === 0 ? (
          <p className="empty">{t(manages ? "workshops.participants.noneDo" : "workshops.participants.none")}</p>
        ) : (
          <ParticipationTable caption={t("workshops.participants")} {...participants} />
        )}
        {manages && (
          <p className="actions">
            <a className="button button-second" href={`/workshops/${activityId}/participants`}>
              {t("workshops.participants.edit")}
            </a>
          </p>
        )}
      </Part>
      <Part id="plan" title={t("workshops.plan")} note={t("workshops.plan.note")}>
        {page.listings.length === 0 ? (
          <p>{t("workshops.plan.none")}</p>
        ) : (
          <ul className="plain-list">
            {page.listings.map(({ key, href, text }) => (
              <li key={key}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        )}
        <p>
          {t(page.requests.rows.length > 0 ? "workshops.plan.requests" : "workshops.plan.requestsCount", {
            count: page.requests.count,
          })}
        </p>
        {page.requests.rows.length > 0 && (
          <ul className="plain-list">
            {page.requests.rows.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        )}
      </Part>
      {page.steps.length > 0 && <ManagePart state={page.state} steps={page.steps} errors={failed?.errors ?? {}} />}
    </main>
  );
}
