import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePermission } from "~/app/auth/viewer.server";
import { notFound, parseParams } from "~/app/http/respond";
import { isLocale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { qrCode } from "~/app/operations/evaluation/qr-code";
import { readEvaluation } from "~/app/operations/evaluation/read-evaluation";
import { shownShortCode } from "~/app/operations/evaluation/short-code";
import type { RouteHandle } from "~/app/root";
import { findActivity } from "~/db/activities";

export const handle: RouteHandle = { bare: true };

const Params = z.object({ activityId: z.string().regex(/^[\w.-]{1,100}$/) });

// The sheet for the wall of the room, in the languages of the workshop.
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requirePermission(context, request, "activity:readOffice");
  const { activityId } = parseParams(Params, params);
  const activity = await findActivity(context.db, activityId);
  const evaluation = await readEvaluation(context.db, { activityId });
  const code = evaluation?.round.sharedCode;
  if (!activity || !evaluation || !code) throw notFound("Evaluation");
  const address = `${context.config.publicUrl}/e/${shownShortCode(code)}`;
  const spoken = activity.languages.filter(isLocale);
  const languages = spoken.length > 0 ? spoken : [context.locale];
  return {
    paper: new URL(request.url).searchParams.get("paper") === "a5" ? "a5" : "a4",
    title: activity.title,
    office: context.officeName,
    // What is typed needs no "https://".
    typed: address.replace(/^https?:\/\//, ""),
    code: qrCode(address),
    label: translator(context.locale)("evaluation.print.qr", { address }),
    synthetic: context.synthetic,
    texts: languages.map((language) => {
      const t = translator(language);
      return {
        language: language === "x-rtl" ? "en" : language,
        title: t("evaluation.print.title"),
        how: t("evaluation.print.how"),
        about: t("evaluation.print.about"),
        until: t("evaluation.print.until", { date: t.date(evaluation.round.closesOn) }),
      };
    }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Sheet() {
  const t = useTranslator();
  const { paper, title, office, typed, code, label, synthetic, texts } = useLoaderData<typeof loader>();
  return (
    <main className={`sheet sheet-${paper}`} id="main">
      <p className="eyebrow">{office}</p>
      {synthetic && <p>{t.rich("frame.synthetic", { b: (chunks) => <strong key="b">{chunks}</strong> })}</p>}
      <h1>{title}</h1>
      {texts.map((text) => (
        <p key={text.language} lang={text.language} className="finding">
          {text.title}. {text.how}
        </p>
      ))}
      <p className="sheet-address">
        <bdi>{typed}</bdi>
      </p>
      <svg className="sheet-code" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label}>
        <path d={code.path} shapeRendering="crispEdges" />
      </svg>
      {texts.map((text) => (
        <p key={text.language} lang={text.language} className="sheet-language">
          {text.about} {text.until}
        </p>
      ))}
    </main>
  );
}
