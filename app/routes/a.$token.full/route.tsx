import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { isDraft, requireOpenAnswering } from "~/app/auth/require-answering.server";
import { AnswerFrame } from "~/app/components/answer/answer-frame";
import { keepsOnDevice } from "~/app/components/answer/device-copy";
import { surveyLanguage, surveyPlace } from "~/app/http/answering-page";
import { boundedForm } from "~/app/http/bounded-body";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { openFullForm } from "~/app/operations/answering/open-full-form";
import { savePage } from "~/app/operations/answering/save-page";
import type { RouteHandle } from "~/app/root";

// The only page of a survey with scripts: SurveyJS draws the form in the browser.
export const handle: RouteHandle = { hydrate: true };

const Form = lazy(() => import("~/app/components/answer/full-form"));

// Protected by the link's secret.
export async function loader({ params, context }: LoaderFunctionArgs) {
  const answering = await requireOpenAnswering(context, params);
  if (!isDraft(answering)) throw redirect(`/a/${answering.token}/receipt`);
  return {
    place: surveyPlace(context, answering),
    form: await openFullForm(context.db, { answering, language: surveyLanguage(answering, context.locale) }),
    language: surveyLanguage(answering, context.locale),
    deviceName: `meridian ${answering.invitation.id} ${answering.versionId}`,
    title: translator(context.locale)("answer.full.title"),
  };
}

/** From a page of the light form with answers that the office does not keep: they came along. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const answering = await requireOpenAnswering(context, params);
  if (answering.kind === "kept") throw redirect(`/a/${answering.token}/full`, 303);
  const fields = await boundedForm(request);
  const language = surveyLanguage(answering, context.locale);
  const saved = await savePage(context.db, {
    answering,
    name: new URL(request.url).searchParams.get("page") ?? "",
    fields,
    newKey: `p-${randomUUID().slice(0, 8)}`,
    nextFormKey: randomUUID(),
    language,
    at: context.now(),
  });
  const carried = saved?.outcome === "saved" ? saved.carried : fields.get("carried")?.[0];
  return { form: await openFullForm(context.db, { answering, language, carried: carried ?? "{}" }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title}, ${data?.place.survey} · Meridian` },
];

export default function FullFormPage() {
  const t = useTranslator();
  const { place, form: stored, language, deviceName } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? stored;
  const [inBrowser, setInBrowser] = useState(false);
  const [onDevice, setOnDevice] = useState(false);
  useEffect(() => {
    setInBrowser(true);
    setOnDevice(keepsOnDevice());
  }, []);
  // Loaded once: the form's own state is newer than what a later load would bring.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const first = useMemo(() => form, [deviceName]);
  const light = `/a/${place.token}`;
  const loading = <p>{t("answer.full.loading")}</p>;
  return (
    <AnswerFrame survey={place.survey} languages={place.kind === "kept" || onDevice}>
      <main className="page full-page" id="main">
        <p className="eyebrow">{place.survey}</p>
        <h1>{form.title}</h1>
        <p className="source">
          {place.closes} {place.kind === "kept" && <a href={light}>{t("answer.full.toLight")}</a>}
        </p>
        {inBrowser ? (
          <Suspense fallback={loading}>
            <Form form={first} place={place} language={language} deviceName={deviceName} />
          </Suspense>
        ) : (
          loading
        )}
      </main>
    </AnswerFrame>
  );
}
