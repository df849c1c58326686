import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/app/auth/viewer.server";
import { ActivityForm } from "~/app/components/activity-form";
import { ErrorSummary } from "~/app/components/field";
import { Opening } from "~/app/components/part";
import { readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { parseActivityForm, typedActivity } from "~/app/operations/activities/activity-form";
import { activityOptions } from "~/app/operations/activities/activity-options";
import { saveActivity } from "~/app/operations/activities/save-activity";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "activity:manage");
  const t = translator(context.locale);
  return { title: t("workshops.new.title"), options: await activityOptions(context.db, { pack: context.pack, t }) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:manage");
  const t = translator(context.locale);
  const form = await readForm(request);
  const parsed = parseActivityForm(form, t);
  if ("errors" in parsed) return data({ errors: parsed.errors, values: typedActivity(form) }, { status: 400 });
  const saved = await saveActivity(context.db, {
    draft: { ...parsed.draft, synthetic: context.synthetic },
    pack: context.pack,
    actor: { personId: viewer.personId },
    at: context.now(),
  });
  if ("activityId" in saved) return redirect(`/workshops/${saved.activityId}`);
  return data({ errors: { "": [t("workshops.form.unknown")] }, values: typedActivity(form) }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function NewActivity() {
  const t = useTranslator();
  const { title, options } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/workshops">{t("workshops.back")}</a>
            </p>
            {failed && <ErrorSummary title={t("workshops.errors")} errors={failed.errors} />}
          </>
        }
        title={title}
        finding={t("workshops.new.finding")}
      />
      <ActivityForm values={failed?.values ?? {}} errors={failed?.errors ?? {}} options={options} />
    </main>
  );
}
