import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { changeEvaluation } from "~/app/operations/evaluation/change-evaluation";
import { describeEvaluationPage } from "./describe-page";
import { ManageEvaluation } from "./manage-evaluation";
import { OfficeResults } from "./office-results";
import { ResultParts } from "./result-parts";

const Params = z.object({ activityId: z.string().regex(/^[\w.-]{1,100}$/) });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:readAll");
  const { activityId } = parseParams(Params, params);
  const described = await describeEvaluationPage(context, {
    activityId,
    office: may(viewer.roles, "activity:readOffice"),
    manages: may(viewer.roles, "activity:manage"),
    t: translator(context.locale),
  });
  if (!described) throw notFound("Activity");
  return described;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "activity:manage");
  const { activityId } = parseParams(Params, params);
  const form = await readForm(request);
  const changed = await changeEvaluation(context, { activityId, form, actor: { personId: viewer.personId } });
  if (changed === undefined) throw notFound("Activity");
  if ("errors" in changed) return data({ errors: changed.errors }, { status: changed.status });
  return redirect(`/workshops/${activityId}/evaluation`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function EvaluationPage() {
  const t = useTranslator();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { activityId, result, comments, facilitators, pledges, way } = page;
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
        title={page.title}
        finding={page.finding}
        terms={page.terms}
      />
      {way && (
        <Part id="way" title={t("evaluation.way")} note={t("evaluation.way.note")}>
          <p className="short-address">
            <bdi>{way.address}</bdi>
          </p>
          <p>{way.until}</p>
          <p className="actions">
            <a className="button" href={`/workshops/${activityId}/evaluation/print`}>
              {t("evaluation.way.print")}
            </a>
            <a href={`/workshops/${activityId}/evaluation/print?paper=a5`}>{t("evaluation.way.printSmall")}</a>
          </p>
        </Part>
      )}
      {result && <ResultParts activityId={activityId} result={result} />}
      {comments && <OfficeResults comments={comments} facilitators={facilitators} />}
      {page.state !== null && (
        <Part id="pledges" title={t("evaluation.pledges")} note={t("evaluation.pledges.note")}>
          <p>{pledges.count}</p>
          {pledges.rows.length > 0 && (
            <ul className="comments">
              {pledges.rows.map(({ id, action: pledged, byWhen, support }) => (
                <li key={id}>
                  {pledged}
                  <br />
                  <small className="muted">
                    {t("evaluation.pledges.byWhen")}: {byWhen} · {t("evaluation.pledges.support")}: {support}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </Part>
      )}
      <ManageEvaluation {...page} errors={failed?.errors ?? {}} />
    </main>
  );
}
