import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { answeringRefused, requireAnswering } from "~/app/auth/require-answering.server";
import { AnswerFrame } from "~/app/components/answer/answer-frame";
import { SentAnswers } from "~/app/components/answer/sent-answers";
import { ErrorSummary, Field } from "~/app/components/field";
import { surveyLanguage, surveyPlace } from "~/app/http/answering-page";
import { boundedForm } from "~/app/http/bounded-body";
import { notFound } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { reopenAnswers, signOffAnswers, withdrawAnswers } from "~/app/operations/answering/change-submitted";
import { showReceipt } from "~/app/operations/answering/show-receipt";
import { ConflictError } from "~/db/conflict-error";

// Protected by the link's secret.
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answering = await requireAnswering(context, params);
  const number = new URL(request.url).searchParams.get("number");
  const language = surveyLanguage(answering, context.locale);
  const receipt = await showReceipt(context.db, { answering, number, language });
  if (!receipt) {
    if (answering.kind === "kept" && answering.window === "open") throw redirect(`/a/${answering.token}`);
    throw notFound("receipt");
  }
  return {
    place: surveyPlace(context, answering),
    receipt,
    timeZone: answering.timeZone,
    mayChange: answering.kind === "kept" && answering.link.sections === null,
    open: answering.window === "open",
    title: translator(context.locale)("answer.receipt.title"),
  };
}

const Form = z.discriminatedUnion("do", [
  z.object({ do: z.literal("again") }),
  z.object({ do: z.literal("reopen"), reason: z.string().trim().max(500).default("") }),
  z.object({ do: z.literal("signOff"), revision: z.coerce.number().int(), name: z.string().trim().min(1).max(200) }),
  z.object({ do: z.literal("withdraw"), confirm: z.literal("yes") }),
]);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const answering = await requireAnswering(context, params);
  const t = translator(context.locale);
  const here = `/a/${answering.token}/receipt`;
  if (answering.kind !== "kept" || answering.link.sections !== null) throw notFound("receipt");
  const fields = await boundedForm(request);
  const form = Form.safeParse(Object.fromEntries([...fields].map(([name, [text]]) => [name, text])));
  if (!form.success) {
    const errors: Readonly<Record<string, readonly string[]>> =
      fields.get("do")?.[0] === "withdraw"
        ? { confirm: [t("answer.receipt.withdrawMissing")] }
        : { name: [t("answer.receipt.signMissing")] };
    return data({ errors, raced: false }, { status: 400 });
  }
  const at = context.now();
  try {
    if (form.data.do === "signOff") {
      const { revision, name } = form.data;
      // Whoever holds the link signs by name; a person of the member who is signed in is noted beside it.
      const viewer = await context.viewer();
      const own = viewer && may(viewer.roles, "ownMember:signOff") && viewer.memberId === answering.member?.id;
      const personId = own ? viewer.personId : undefined;
      await signOffAnswers(context.db, { answering, revision, signedName: name, personId, at });
      throw redirect(here, 303);
    }
    if (answering.window !== "open") throw answeringRefused("closed", { date: answering.round.closesOn });
    if (form.data.do === "withdraw") {
      await withdrawAnswers(context.db, { answering, reason: null, at });
      throw redirect(here, 303);
    }
    const reason = form.data.do === "again" ? t("answer.receipt.againReason") : form.data.reason;
    await reopenAnswers(context.db, { answering, reason, at });
    throw redirect(`/a/${answering.token}`, 303);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return data({ errors: {}, raced: true }, { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title} ${loaded?.receipt.number ?? ""}, ${loaded?.place.survey} · Meridian` },
];

export default function ReceiptPage() {
  const t = useTranslator();
  const { place, receipt, timeZone, mayChange, open } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { state } = receipt.response;
  const errors: Readonly<Record<string, readonly string[] | undefined>> = result?.errors ?? {};
  const sent = state === "submitted" || state === "signedOff";
  return (
    <AnswerFrame survey={place.survey} languages>
      <main className="page" id="main">
        <div className="part part-opening">
          <div className="part-body">
            <p className="eyebrow">{place.survey}</p>
            <h1>{t("answer.receipt.title")}</h1>
            <ErrorSummary title={t("answer.problems.title")} errors={errors} />
            {result?.raced && <p className="callout callout-warn">{t("answer.receipt.raced")}</p>}
            <p className="finding">
              {state === "withdrawn"
                ? t("answer.receipt.withdrawn")
                : t("answer.receipt.finding", { number: receipt.number })}
            </p>
            <dl className="terms">
              <div>
                <dt>{t("answer.receipt.number")}</dt>
                <dd>
                  <bdi>{receipt.number}</bdi>
                </dd>
              </div>
              <div>
                <dt>{t("answer.receipt.received")}</dt>
                <dd>{t.dateTime(receipt.receivedAt, timeZone)}</dd>
              </div>
              <div>
                <dt>{t("answer.receipt.revision")}</dt>
                <dd>{t.number(receipt.revision)}</dd>
              </div>
              <div>
                <dt>{t("answer.receipt.state")}</dt>
                <dd>{t(`answer.state.${state}`)}</dd>
              </div>
            </dl>
            <p className="source screen-only">{t("answer.receipt.print")}</p>
            {receipt.confirmed > 0 && (
              <p className="source">{t("answer.receipt.confirmed", { count: receipt.confirmed })}</p>
            )}
            {state === "reopened" && open && (
              <p className="actions">
                <a className="button" href={`/a/${place.token}`}>
                  {t("answer.receipt.go")}
                </a>
              </p>
            )}
            {mayChange &&
              state === "withdrawn" &&
              (open ? (
                <form method="post" className="screen-only block">
                  <h2>{t("answer.receipt.again")}</h2>
                  <p className="hint">{t("answer.receipt.againHint")}</p>
                  <button type="submit" className="button" name="do" value="again">
                    {t("answer.receipt.again")}
                  </button>
                </form>
              ) : (
                <p className="source">{t("answer.receipt.withdrawnClosed")}</p>
              ))}
            {mayChange && state === "submitted" && (
              <form method="post" className="screen-only block">
                <h2>{t("answer.receipt.signOff")}</h2>
                <p className="hint">{t("answer.receipt.signOffHint")}</p>
                <input type="hidden" name="revision" value={receipt.revision} />
                <Field id="name" label={t("answer.receipt.signName")} errors={errors.name}>
                  {(control) => <input {...control} className="input" maxLength={200} autoComplete="off" />}
                </Field>
                <button type="submit" className="button" name="do" value="signOff">
                  {t("answer.receipt.signButton")}
                </button>
              </form>
            )}
            {mayChange && sent && open && (
              <form method="post" className="screen-only block">
                <h2>{t("answer.receipt.change")}</h2>
                <p className="hint">{t("answer.receipt.changeHint")}</p>
                <Field id="reason" label={t("answer.receipt.changeReason")}>
                  {(control) => <input {...control} className="input" maxLength={500} autoComplete="off" />}
                </Field>
                <button type="submit" className="button button-second" name="do" value="reopen">
                  {t("answer.receipt.reopen")}
                </button>
              </form>
            )}
            {mayChange && sent && !open && <p className="source">{t("answer.receipt.closed")}</p>}
            <h2>{t("answer.receipt.answers")}</h2>
            <SentAnswers sections={receipt.sections} />
            {mayChange && sent && open && (
              <form method="post" className="screen-only block">
                <h2>{t("answer.receipt.withdraw")}</h2>
                <p className="hint">{t("answer.receipt.withdrawHint")}</p>
                <label className="check">
                  <input type="checkbox" name="confirm" id="confirm" value="yes" />
                  <span>{t("answer.receipt.withdrawConfirm")}</span>
                </label>
                <button type="submit" className="button button-danger" name="do" value="withdraw">
                  {t("answer.receipt.withdraw")}
                </button>
              </form>
            )}
          </div>
          <div className="part-margin">
            <h2>{t("answer.receipt.history")}</h2>
            <ol className="steps">
              {receipt.history.map((change) => (
                <li key={change.id} className="is-done">
                  <span>
                    {t(`answer.history.${change.toState}`, {
                      revision: change.revision,
                      name: change.signedName ?? "",
                      reason: change.reason ?? "",
                    })}
                    <br />
                    {t.dateTime(change.at, timeZone)}
                  </span>
                </li>
              ))}
            </ol>
            <p>{place.closes}</p>
          </div>
        </div>
      </main>
    </AnswerFrame>
  );
}
