import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening, Part } from "~/app/components/part";
import { Table } from "~/app/components/table";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { remindFollowUp } from "~/app/operations/follow-up/remind-follow-up";
import { trackFollowUp } from "~/app/operations/follow-up/track-follow-up";
import { endRound } from "~/app/operations/rounds/hold-round";
import { ConflictError } from "~/db/conflict-error";
import { findMembers } from "~/db/members";

const Params = z.object({ roundId: z.uuid() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "followUp:read");
  const tracked = await trackFollowUp(context.db, parseParams(Params, params).roundId);
  if (!tracked) throw notFound("Follow-up");
  const { round, asked, unreachable } = tracked;
  const t = translator(context.locale);
  const names = new Map((await findMembers(context.db)).map(({ id, name }) => [id, t.pick(name)]));
  const answered = asked.filter(({ progress }) => progress === "answered").length;
  const reminded = new URL(request.url).searchParams.get("reminded");
  return {
    title: round.name,
    state: round.state,
    participants: round.audience === "participants",
    finding: t(round.state === "closed" ? "followUp.one.closed" : "followUp.one.finding", {
      answered,
      asked: asked.length,
      date: t.date(round.closesOn),
    }),
    unreachable: unreachable > 0 ? t("followUp.one.unreachable", { count: unreachable }) : null,
    reminded: reminded === null ? null : t("followUp.one.reminded", { count: Number.parseInt(reminded, 10) || 0 }),
    manages: may(viewer.roles, "followUp:manage"),
    silent: asked.length - answered,
    asked: asked.map(({ invitationId, progress, pledges, throughMember, byAddress, memberId }) => ({
      id: invitationId,
      who:
        memberId !== null
          ? (names.get(memberId) ?? memberId)
          : byAddress
            ? t("followUp.one.byAddress")
            : throughMember === null
              ? t("followUp.one.forgotten")
              : t("followUp.one.through", { member: names.get(throughMember) ?? throughMember }),
      pledges: pledges.length > 0 ? pledges.map(({ action }) => action) : null,
      progress,
    })),
  };
}

const Form = z.discriminatedUnion("do", [
  z.object({ do: z.literal("remind") }),
  z.object({ do: z.literal("close"), confirm: z.literal("yes") }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "followUp:manage");
  const { roundId } = parseParams(Params, params);
  const t = translator(context.locale);
  const form = Form.safeParse(Object.fromEntries(await readForm(request)));
  if (!form.success) return data({ errors: { confirm: [t("surveys.one.close.unconfirmed")] } }, { status: 400 });
  const made = { roundId, actor: { personId: viewer.personId }, at: context.now() };
  if (!(await trackFollowUp(context.db, roundId))) throw notFound("Follow-up");
  try {
    if (form.data.do === "close") {
      await endRound(context.db, made);
      return redirect(`/follow-up/${roundId}`);
    }
    const letters = { publicUrl: context.config.publicUrl, officeName: context.officeName };
    const sent = await remindFollowUp(context.db, { ...made, letters });
    context.wakeMail();
    return redirect(`/follow-up/${roundId}?reminded=${sent?.reminded ?? 0}`);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const why = error.reason === "alreadyInvited" ? "followUp.one.remindedToday" : "surveys.one.conflict";
    return data({ errors: { "": [t(why)] } }, { status: 409 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function FollowUpPage() {
  const t = useTranslator();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const errors: Readonly<Record<string, readonly string[] | undefined>> = failed?.errors ?? {};
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/follow-up">{t("followUp.back")}</a>
            </p>
            <ErrorSummary title={t("people.signIn.errors")} errors={errors} />
            {page.reminded && (
              <p className="callout" role="status">
                {page.reminded}
              </p>
            )}
          </>
        }
        title={page.title}
        finding={page.finding}
      >
        {page.unreachable && <p>{page.unreachable}</p>}
        {page.manages && page.state === "open" && page.silent > 0 && (
          <form method="post">
            <button className="button" type="submit" name="do" value="remind">
              {t("followUp.one.remind", { count: page.silent })}
            </button>
          </form>
        )}
      </Opening>
      <Part
        id="asked"
        title={t("followUp.one.asked")}
        note={t(page.participants ? "followUp.one.asked.note" : "followUp.one.asked.noteMembers")}
      >
        <Table
          caption={t("followUp.one.asked")}
          stack
          rows={page.asked}
          rowKey={({ id }) => id}
          columns={[
            { id: "who", names: true, head: t("followUp.opened.for"), cell: ({ who }) => who },
            {
              id: "pledges",
              head: t("followUp.head.pledges"),
              cell: ({ pledges }) =>
                pledges === null ? (
                  "–"
                ) : (
                  <ul className="cell-lines">
                    {pledges.map((pledge) => (
                      <li key={pledge}>{pledge}</li>
                    ))}
                  </ul>
                ),
            },
            {
              id: "progress",
              head: t("followUp.head.status"),
              cell: ({ progress }) => (
                <span className={`tag ${progress === "answered" ? "tag-good" : ""}`}>
                  {t(`followUp.progress.${progress}`)}
                </span>
              ),
            },
          ]}
        />
      </Part>
      {page.manages && page.state === "open" && (
        <Part id="close" title={t("followUp.one.close")} note={t("followUp.one.close.note")}>
          <form method="post" className="stack">
            <label className="check">
              <input type="checkbox" name="confirm" id="confirm" value="yes" />{" "}
              <span>{t(page.participants ? "followUp.one.close.confirm" : "followUp.one.close.confirmMembers")}</span>
            </label>
            <p className="actions">
              <button className="button button-danger" type="submit" name="do" value="close">
                {t("followUp.one.close")}
              </button>
            </p>
          </form>
        </Part>
      )}
    </main>
  );
}
