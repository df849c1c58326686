import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isDraft, requireOpenAnswering } from "~/app/auth/require-answering.server";
import { AnswerFrame } from "~/app/components/answer/answer-frame";
import { ErrorSummary } from "~/app/components/field";
import { surveyLanguage, surveyPlace } from "~/app/http/answering-page";
import { boundedForm } from "~/app/http/bounded-body";
import { forbidden, notFound } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { handOutSections, readHandOut, takeSectionsBack } from "~/app/operations/answering/hand-out-sections";
import type { Answering } from "~/app/operations/answering/open-answering";
import { ColleagueLinks } from "./colleague-links";
import { HandOutForm } from "./hand-out-form";

/** Parts go out to colleagues from the contact point's own link only, and only where the office keeps a draft. */
function guard(answering: Answering): Answering {
  if (answering.kind !== "kept") throw notFound("page");
  if (answering.link.sections !== null) throw forbidden();
  if (!isDraft(answering)) throw redirect(`/a/${answering.token}/receipt`);
  return answering;
}

// Protected by the link's secret.
export async function loader({ params, context }: LoaderFunctionArgs) {
  const answering = guard(await requireOpenAnswering(context, params));
  return {
    place: surveyPlace(context, answering),
    handOut: await readHandOut(context.db, { answering, language: surveyLanguage(answering, context.locale) }),
    timeZone: answering.timeZone,
    title: translator(context.locale)("answer.colleagues.title"),
  };
}

const Form = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("make"),
    holder: z.string().trim().min(1).max(120),
    sections: z.array(z.string().max(100)).min(1).max(100),
  }),
  z.object({ do: z.literal("takeBack"), link: z.uuid() }),
]);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const answering = guard(await requireOpenAnswering(context, params));
  const t = translator(context.locale);
  const fields = await boundedForm(request);
  const typed = { holder: fields.get("holder")?.[0] ?? "", sections: fields.get("sections") ?? [] };
  const form = Form.safeParse({ do: fields.get("do")?.[0], link: fields.get("link")?.[0], ...typed });
  const at = context.now();
  if (!form.success) {
    const wrong = new Set(form.error.issues.map(({ path }) => path[0]));
    const errors: Readonly<Record<string, readonly string[]>> = {
      ...(wrong.has("sections") ? { sections: [t("answer.colleagues.sectionsMissing")] } : {}),
      ...(wrong.has("holder") ? { holder: [t("answer.colleagues.holderMissing")] } : {}),
      ...(wrong.has("do") || wrong.has("link") ? { "": [t("frame.error.400.body")] } : {}),
    };
    return data({ errors, typed, made: null }, { status: 400 });
  }
  if (form.data.do === "takeBack") {
    if (!(await takeSectionsBack(context.db, { answering, linkId: form.data.link, at }))) throw notFound("link");
    throw redirect(`/a/${answering.token}/colleagues`, 303);
  }
  const { sections, holder } = form.data;
  if (holder.includes("\0")) throw new Response("not a text", { status: 400 });
  const secret = await handOutSections(context.db, { answering, sections, holder, at });
  if (secret === undefined)
    return data({ errors: { sections: [t("answer.colleagues.sectionsMissing")] }, typed, made: null }, { status: 400 });
  return data({
    errors: {},
    typed: { holder: "", sections: [] },
    made: { holder, url: `${context.config.publicUrl}/a/${secret}` },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title}, ${loaded?.place.survey} · Meridian` },
];

export default function Colleagues() {
  const t = useTranslator();
  const { place, handOut, timeZone } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[] | undefined>> = result?.errors ?? {};
  return (
    <AnswerFrame survey={place.survey} languages>
      <main className="page" id="main">
        <div className="part part-opening">
          <div className="part-body">
            <p className="eyebrow">{place.survey}</p>
            <h1>{t("answer.colleagues.title")}</h1>
            <ErrorSummary title={t("answer.problems.title")} errors={errors} />
            {result?.made && (
              <div className="callout" role="status">
                <p>{t("answer.colleagues.made", { holder: result.made.holder })}</p>
                <p className="link-shown">
                  <code>{result.made.url}</code>
                </p>
                <p className="hint">{t("answer.colleagues.copy")}</p>
              </div>
            )}
            <p className="finding">{t("answer.colleagues.finding")}</p>
            <HandOutForm
              sections={handOut.sections}
              typed={result?.typed ?? { holder: "", sections: [] }}
              errors={errors}
            />
            <ColleagueLinks links={handOut.links} timeZone={timeZone} />
          </div>
          <div className="part-margin">
            <p>
              <a href={`/a/${place.token}`}>{t("answer.colleagues.back")}</a>
            </p>
            <p>{t("answer.colleagues.note")}</p>
            <p>{place.closes}</p>
          </div>
        </div>
      </main>
    </AnswerFrame>
  );
}
