import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { ActivityForm } from "~/app/components/activity-form";
import { ErrorSummary } from "~/app/components/field";
import { Opening } from "~/app/components/part";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { activityValues, parseActivityForm, typedActivity } from "~/app/operations/activities/activity-form";
import { activityOptions } from "~/app/operations/activities/activity-options";
import { readActivity } from "~/app/operations/activities/read-activity";
import { saveActivity } from "~/app/operations/activities/save-activity";
import { ConflictError } from "~/db/conflict-error";

const Params = z.object({ activityId: z.string().regex(/^[\w.-]{1,100}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "activity:manage");
  const { activityId } = parseParams(Params, params);
  const view = await readActivity(context.db, { activityId });
  if (!view) throw notFound("Activity");
  const t = translator(context.locale);
  return {
    activityId,
    title: t("workshops.edit.title", { title: view.activity.title }),
    values: activityValues(view),
    options: await activityOptions(context.db, { pack: context.pack, t }),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:manage");
  const { activityId } = parseParams(Params, params);
  const t = translator(context.locale);
  const form = await readForm(request);
  const parsed = parseActivityForm(form, t);
  const wrong = (errors: Readonly<Record<string, readonly string[] | undefined>>, status: number) =>
    data({ errors, values: typedActivity(form) }, { status });
  if ("errors" in parsed) return wrong(parsed.errors, 400);
  try {
    const saved = await saveActivity(context.db, {
      id: activityId,
      ...parsed,
      pack: context.pack,
      actor: { personId: viewer.personId },
      at: context.now(),
    });
    if ("activityId" in saved) return redirect(`/workshops/${activityId}`);
    if (saved.unknown === "activity") throw notFound("Activity");
    return wrong({ "": [t("workshops.form.unknown")] }, 400);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    // What was typed comes back on the stored revision: whoever has compared may save it over that.
    const stored = await readActivity(context.db, { activityId });
    const values = { ...typedActivity(form), revision: String(stored?.activity.revision ?? 0) };
    return data({ errors: { "": [t("workshops.conflict")] }, values }, { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function EditActivity() {
  const t = useTranslator();
  const { title, activityId, values, options } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href={`/workshops/${activityId}`}>{t("workshops.backToOne")}</a>
            </p>
            {failed && <ErrorSummary title={t("workshops.errors")} errors={failed.errors} />}
          </>
        }
        title={title}
      />
      <ActivityForm values={failed?.values ?? values} errors={failed?.errors ?? {}} options={options} />
    </main>
  );
}
