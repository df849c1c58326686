import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { AdjustmentsTable } from "~/app/components/adjustments-table";
import { ErrorSummary } from "~/app/components/field";
import { FollowUpTabs } from "~/app/components/follow-up-tabs";
import { Opening, Part } from "~/app/components/part";
import { notFound, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { deriveFeedback } from "~/app/operations/feedback/derive-feedback";
import { showFeedback } from "~/app/operations/feedback/show-feedback";
import { findSupplyRound } from "~/app/operations/supply/run-supply";
import { ConflictError } from "~/db/conflict-error";
import { decideAdjustment } from "~/db/feedback";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "followUp:read");
  const t = translator(context.locale);
  const { round, run, adjustments } = await showFeedback(context.db, { t });
  const inForce = adjustments.filter(({ reversed }) => !reversed).length;
  return {
    title: t("feedback.title"),
    finding: round
      ? t(run ? "feedback.finding" : "feedback.finding.none", {
          round: round.name,
          count: adjustments.length,
          inForce,
          reversed: adjustments.length - inForce,
        })
      : t("feedback.finding.noSurvey"),
    terms: run ? [[t("followUp.term.run"), t.date(run.at)] as const] : [],
    adjustments,
    derivable: round !== null,
    decides: may(viewer.roles, "feedback:decide"),
  };
}

const Form = z.discriminatedUnion("do", [
  z.object({ do: z.literal("derive") }),
  z.object({
    do: z.enum(["reversed", "restored"]),
    id: z.uuid(),
    reason: z.string().trim().min(1).max(500),
    byName: z.string().trim().min(1).max(200),
  }),
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "feedback:decide");
  const t = translator(context.locale);
  const form = Form.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) return data({ errors: { "": [t("feedback.missing")] } }, { status: 400 });
  const made = { actor: { personId: viewer.personId }, at: context.now() };
  if (form.data.do === "derive") {
    const round = await findSupplyRound(context.db);
    if (!round) throw notFound("needs survey");
    await deriveFeedback(context.db, { roundId: round.id, ...made });
    return redirect("/follow-up/feedback");
  }
  const { do: decision, id, reason, byName } = form.data;
  try {
    const decided = await decideAdjustment(context.db, { id, decision, reason, byName, ...made });
    if (!decided) throw notFound("adjustment");
    return redirect("/follow-up/feedback");
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return data({ errors: { "": [t("feedback.decided")] } }, { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function FeedbackPage() {
  const t = useTranslator();
  const { title, finding, terms, adjustments, derivable, decides } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main className="page" id="main">
      <Opening
        before={failed && <ErrorSummary title={t("people.signIn.errors")} errors={failed.errors} />}
        title={title}
        finding={finding}
        terms={terms}
        actions={
          decides &&
          derivable && (
            <form method="post" className="inline-form">
              <button className="button" type="submit" name="do" value="derive">
                {t("feedback.derive")}
              </button>
            </form>
          )
        }
      >
        <FollowUpTabs />
      </Opening>
      <Part
        id="adjustments"
        title={t("feedback.table")}
        note={t("feedback.note")}
        full={
          adjustments.length > 0 && (
            <AdjustmentsTable
              rows={adjustments}
              {...(decides && {
                decide: ({ id, reversed, about }) => <Decide id={id} reversed={reversed} about={about} />,
              })}
            />
          )
        }
      >
        {adjustments.length === 0 && <p className="empty">{t("feedback.empty")}</p>}
        <p className="source">
          <a href="/methods/feedback-rules">{t("followUp.method")}</a>
        </p>
      </Part>
    </main>
  );
}

function Decide({ id, reversed, about }: { readonly id: string; readonly reversed: boolean; readonly about: string }) {
  const t = useTranslator();
  const verb = t(reversed ? "feedback.restore" : "feedback.reverse");
  return (
    <details>
      <summary>{verb}</summary>
      <form method="post" className="stack-tight">
        <input type="hidden" name="id" value={id} />
        <label htmlFor={`reason-${id}`}>{t("feedback.reason")}</label>
        <input id={`reason-${id}`} className="input" name="reason" maxLength={500} required />
        <label htmlFor={`name-${id}`}>{t("feedback.byName")}</label>
        <input id={`name-${id}`} className="input" name="byName" maxLength={200} required autoComplete="off" />
        <button
          className="button button-second button-small"
          type="submit"
          name="do"
          value={reversed ? "restored" : "reversed"}
          aria-label={`${verb}: ${about}`}
        >
          {verb}
        </button>
      </form>
    </details>
  );
}
