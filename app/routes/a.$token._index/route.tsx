import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answeringRefused, isDraft, requireAnswering, requireOpenAnswering } from "~/app/auth/require-answering.server";
import { AnswerFrame } from "~/app/components/answer/answer-frame";
import { surveyLanguage, surveyPlace } from "~/app/http/answering-page";
import { boundedForm } from "~/app/http/bounded-body";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { describeSurvey } from "~/app/operations/answering/describe-survey";
import { markOwnSections } from "~/app/operations/answering/hand-out-sections";

// Protected by the link's secret.
export async function loader({ params, context }: LoaderFunctionArgs) {
  const answering = await requireAnswering(context, params);
  const { window, round, member } = answering;
  const sent = !isDraft(answering);
  if (window === "notYet") throw answeringRefused("notYet", { date: round.opensOn });
  if (window === "closed" && !sent) throw answeringRefused("closed", { date: round.closesOn });
  const language = surveyLanguage(answering, context.locale);
  const survey = await describeSurvey(context.db, { answering, language, at: context.now() });
  return {
    place: surveyPlace(context, answering),
    survey,
    sent,
    withdrawn: answering.response?.state === "withdrawn",
    office: translator(context.locale).pick(context.pack.manifest.words.officeShort),
    member: member?.name ?? null,
    colleague: answering.link.sections !== null,
  };
}

/** A colleague says that the own parts are done, or takes it back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const answering = await requireOpenAnswering(context, params);
  const pressed = (await boundedForm(request)).get("do")?.[0];
  if (pressed === "done" || pressed === "notDone")
    await markOwnSections(context.db, {
      answering,
      sections: answering.link.sections ?? [],
      done: pressed === "done",
      at: context.now(),
    });
  throw redirect(`/a/${answering.token}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.survey.title}, ${data?.place.survey} · Meridian` },
];

export default function FirstPage() {
  const t = useTranslator();
  const { place, survey, sent, withdrawn, office, member, colleague } = useLoaderData<typeof loader>();
  const { token, kind } = place;
  const kept = kind === "kept";
  const first = survey.parts[0]?.name ?? "check-and-send";
  const parts = survey.parts.length;
  const privacy = { kept: "privacyKept", shared: "privacyShared", anonymous: "privacyAnonymous" } as const;
  return (
    <AnswerFrame survey={place.survey} languages>
      <main className="page" id="main">
        <div className="part part-opening">
          <div className="part-body">
            <p className="eyebrow">
              {member
                ? t("answer.start.askedYou", { office, member: t.pick(member) })
                : t("answer.start.askedBy", { office })}
            </p>
            <h1>{survey.title}</h1>
            {survey.description && <p className="finding">{survey.description}</p>}
            {colleague && <p className="callout">{t("answer.start.colleague", { parts })}</p>}
            {sent ? (
              <>
                <p>{t(withdrawn ? "answer.start.withdrawn" : "answer.start.submitted")}</p>
                <p className="actions">
                  <a className="button" href={`/a/${token}/receipt`}>
                    {t("answer.start.receipt")}
                  </a>
                </p>
              </>
            ) : (
              <>
                <h2>{t("answer.start.which")}</h2>
                <p>{t(kept ? "answer.start.choose" : "answer.start.chooseCarried")}</p>
                <div className="forms">
                  <div>
                    <h3>{t("answer.start.light")}</h3>
                    <p>{t("answer.start.lightHint")}</p>
                    <p className="actions-wide">
                      <a className="button" href={`/a/${token}/light/${first}`}>
                        {t(survey.begun ? "answer.start.continue" : "answer.start.begin")}
                      </a>
                    </p>
                  </div>
                  <div>
                    <h3>{t("answer.start.full")}</h3>
                    <p>{t("answer.start.fullHint")}</p>
                    <p className="actions-wide">
                      <a className="button button-second" href={`/a/${token}/full`}>
                        {t("answer.start.full")}
                      </a>
                    </p>
                  </div>
                </div>
              </>
            )}
            {!sent && colleague && <OwnParts done={survey.ownPartsDone} />}
            <h2>{t(colleague ? "answer.colleagues.own" : "answer.start.whatIsAsked")}</h2>
            <ul className="steps">
              {survey.parts.map((part) => (
                <li key={part.name} className={part.done ? "is-done" : undefined}>
                  <span>{part.title}</span>
                  {part.rows > 0 && (
                    <span className="count">{t("answer.steps.count", { answered: part.rows, of: part.of })}</span>
                  )}
                </li>
              ))}
            </ul>
            {!sent && kept && !colleague && (
              <p>
                <a href={`/a/${token}/colleagues`}>{t("answer.colleagues.toPage")}</a>.{" "}
                <span className="muted">{t("answer.colleagues.toPageHint")}</span>
              </p>
            )}
            {survey.pledges !== null && <p>{t("answer.start.pledges")}</p>}
          </div>
          <div className="part-margin">
            <dl className="save-state">
              <dt>{t("answer.start.time")}</dt>
              <dd>
                {survey.minutes > 0
                  ? t("answer.start.minutes", { minutes: survey.minutes, parts })
                  : t("answer.start.parts", { parts })}
              </dd>
            </dl>
            <p>{place.closes}</p>
            <p>
              <b>{t("answer.start.saved")}.</b> {t(kept ? "answer.start.savedKept" : "answer.start.savedShared")}{" "}
              {survey.savedAt && t("answer.start.savedAt", { time: t.dateTime(survey.savedAt) })}
            </p>
            <p>
              <b>{t("answer.start.privacy")}.</b> {t(`answer.start.${privacy[kind]}`)}
            </p>
          </div>
        </div>
      </main>
    </AnswerFrame>
  );
}

function OwnParts({ done }: { readonly done: boolean }) {
  const t = useTranslator();
  return (
    <form method="post" action="?index" className="block">
      {done && <p className="callout">{t("answer.colleagues.ownDone")}</p>}
      <p className="actions">
        <button type="submit" className="button button-second" name="do" value={done ? "notDone" : "done"}>
          {t(done ? "answer.colleagues.notYetDone" : "answer.colleagues.allDone")}
        </button>
      </p>
    </form>
  );
}
