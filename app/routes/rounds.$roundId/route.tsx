import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import { requirePermission } from "~/app/auth/viewer.server";
import { ErrorSummary } from "~/app/components/field";
import { Opening } from "~/app/components/part";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { type Translator, translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { findNamedRatings } from "~/app/operations/named-ratings";
import { changeRound } from "~/app/operations/rounds/change-round";
import { readRound } from "~/app/operations/rounds/read-round";
import { findRemindable } from "~/app/operations/rounds/remind-members";
import { findInstrument } from "~/db/instruments";
import { CoverageTable } from "./coverage-table";
import { ManageRound } from "./manage-round";
import { TrackedMembers } from "./tracked-members";

const Params = z.object({ roundId: z.uuid() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "round:read");
  const view = await readRound(context.db, { ...parseParams(Params, params), pack: context.pack });
  if (!view) throw notFound("Round");
  const t = translator(context.locale);
  const { round, members, coverage, of, submitted, ratings, target } = view;
  const instrument = await findInstrument(context.db, round.instrumentId);
  const at = context.now();
  const manages = may(viewer.roles, "round:manage");
  const { due, reminded } =
    manages && round.state === "open" && !round.anonymous
      ? await findRemindable(context.db, { roundId: round.id, at })
      : { due: [], reminded: new Map<string, Date>() };
  const remindable = new Set(due.map(({ invitationId }) => invitationId));
  const reads = may(viewer.roles, "response:readNamed") && (await findNamedRatings(context.db)) === "visible";
  const { timeZone: seatZone } = context.pack.manifest.seat;
  const counts = {
    submitted,
    invited: members.length,
    share: t.percent(of > 0 ? submitted / of : 0),
    date: t.date(round.closesOn),
  };
  return {
    told: toldOf(request, t),
    title: round.name,
    finding:
      ratings !== null
        ? t("surveys.one.finding.anonymous", { count: ratings })
        : t(round.state === "closed" ? "surveys.one.finding.closed" : "surveys.one.finding.open", counts),
    terms: [
      [t("surveys.state"), t(`surveys.state.${round.state}`)],
      [t("surveys.dates"), t("surveys.range", { from: t.date(round.opensOn), until: t.date(round.closesOn) })],
      [
        t("surveys.one.version"),
        t("surveys.versionOf", { title: t.pick(instrument?.title), number: round.versionNumber }),
      ],
      ...(target && ratings === null
        ? ([[t("surveys.one.target"), t("surveys.one.targetValue", target)]] as const)
        : []),
    ] as readonly (readonly [string, string])[],
    roundId: round.id,
    state: round.state,
    anonymous: round.anonymous,
    closesOn: round.closesOn,
    manages,
    due: due.length,
    coverage: coverage.map((row) => ({ ...row, name: t.pick(row.name) })),
    members: members.map((member) => {
      const last = member.savedAt ?? member.changedAt ?? member.openedAt;
      const remindedAt = reminded.get(member.invitationId);
      const answered = reads && member.responseId !== null && member.revision > 0;
      return {
        invitationId: member.invitationId,
        responseId: member.responseId,
        name: t.pick(member.name),
        progress: member.progress,
        entries: member.entries,
        last: last ? t.dateTime(last, seatZone) : "–",
        now: t.date(at, {
          weekday: "short",
          hour: "2-digit",
          minute: "2-digit",
          timeZone: member.timeZone ?? round.timeZone ?? "UTC",
        }),
        due: remindable.has(member.invitationId),
        reminded: remindedAt ? t.dateTime(remindedAt, seatZone) : null,
        answers: answered ? `/rounds/${round.id}/answers/${member.responseId}` : null,
      };
    }),
  };
}

const Told = z.object({ reminded: z.coerce.number().int().min(0), without: z.coerce.number().int().min(0) });

/** What the reminding that was just done came to. */
function toldOf(request: Request, t: Translator): string | null {
  const told = Told.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!told.success) return null;
  return t("surveys.one.reminded", { written: told.data.reminded, withoutAddress: told.data.without });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "round:manage");
  const { roundId } = parseParams(Params, params);
  const outcome = await changeRound(context, { roundId, form: await readForm(request), personId: viewer.personId });
  if ("notFound" in outcome) throw notFound("Round");
  if ("errors" in outcome) return data({ errors: outcome.errors, link: null }, { status: outcome.status });
  if ("reminded" in outcome) {
    const { written, withoutAddress } = outcome.reminded;
    return redirect(`/rounds/${roundId}?reminded=${written}&without=${withoutAddress}`, 303);
  }
  return outcome.link ? data({ errors: {}, link: outcome.link }) : redirect(`/rounds/${roundId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title} · Meridian` }];

export default function RoundPage() {
  const t = useTranslator();
  const { told, title, finding, terms, coverage, members, manages, due, ...round } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <main className="page" id="main">
      <Opening
        before={
          <>
            <p className="way-back screen-only">
              <a href="/surveys">{t("surveys.back")}</a>
            </p>
            {result && <ErrorSummary title={t("people.signIn.errors")} errors={result.errors} />}
            {told && (
              <p className="callout" role="status">
                {told}
              </p>
            )}
            {result?.link && (
              <div className="callout" role="status">
                <p>{t("surveys.one.linkShown", { member: result.link.member })}</p>
                <p>
                  <code className="break">{result.link.url}</code>
                </p>
              </div>
            )}
          </>
        }
        title={title}
        finding={finding}
        terms={terms}
      />
      {!round.anonymous && <CoverageTable rows={coverage} />}
      {members.length > 0 && !round.anonymous && (
        <TrackedMembers
          roundId={round.roundId}
          members={members}
          due={due}
          manages={manages}
          open={round.state === "open"}
        />
      )}
      {manages && round.state !== "draft" && <ManageRound {...round} errors={result?.errors ?? {}} />}
    </main>
  );
}
