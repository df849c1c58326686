import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/app/auth/permissions";
import type { Viewer } from "~/app/auth/viewer";
import { requirePermission } from "~/app/auth/viewer.server";
import { Opening } from "~/app/components/part";
import type { AppContext } from "~/app/context";
import { notFound, parseParams, readForm } from "~/app/http/respond";
import { type Translator, translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import { openOwnSurvey } from "~/app/operations/open-own-survey";
import { readDesk, readPlanning, readPublications, readWorkUnderWay } from "~/app/operations/read-desk";
import { NEWS, readNews, readOfficeState } from "~/app/operations/read-home";
import { readMemberRoom } from "~/app/operations/read-member-room";
import { findMember } from "~/db/members";
import { deskMatters, workName } from "./describe-desk";
import { findingOf, mattersOf, stepsOf } from "./describe-office";
import { GapsAndProposals, Published, UnderWay } from "./desk-parts";
import { MemberHome, type MemberHomeProps } from "./member-home";
import { Attention, News, OpenRounds, WhereTheOfficeStands } from "./office-home";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePermission(context, request, "home:read");
  const t = translator(context.locale);
  const at = context.now();
  const state = await readOfficeState(context.db, { pack: context.pack, at });
  const ofMember = may(viewer.roles, "ownMember:read") && !may(viewer.roles, "round:read");
  const member = ofMember ? await readOwnRoom(context, viewer, t) : null;
  const { seat } = context.pack.manifest;
  const follows = may(viewer.roles, "round:read");
  const desk = follows ? await readDesk(context.db, { ...state, cycleId: state.cycle.id, at }) : null;
  const matters = ofMember ? [] : [...mattersOf(state, viewer.roles, t)];
  if (desk) matters.push(...deskMatters(desk, state, viewer.roles, t));
  const published = may(viewer.roles, "ranking:read") ? await readPublications(context.db) : null;
  const planning = may(viewer.roles, "proposal:edit") ? await readPlanning(context.db) : null;
  return {
    title: t("home.title"),
    finding: ofMember ? (member?.finding ?? t("home.member.noMember")) : findingOf(state, t),
    terms: [
      [t("home.now"), t("home.nowIn", { when: t.dateTime(at, seat.timeZone), place: seat.place })],
      [t("home.cycle"), t("home.cycleValue", { cycle: t.cycle(state.cycle.id), next: t.cycle(state.cycle.next) })],
    ] as const,
    member: member?.room ?? null,
    matters,
    work: (await readWorkUnderWay(context.db, { at })).flatMap(({ id, kind, share }) => {
      const name = workName(kind, t);
      return name === undefined ? [] : [{ id, name, share }];
    }),
    published: published && {
      rankings: published.rankings.map(({ id, name, at: signed }) => ({ id, name, when: t.date(signed) })),
      plans: published.plans.map(({ id, title, cycleId }) => ({ id, title, cycle: t.cycle(cycleId) })),
    },
    planning: planning && {
      gaps: planning.gaps.map((gap) => ({ ...gap, name: t.pick(gap.name) })),
      counted: planning.counted && t.date(planning.counted),
      proposals: planning.proposals.map(({ id, name, state: reached, solved }) => ({
        id,
        name,
        state: t(
          reached === "approved"
            ? "home.proposals.state.approved"
            : solved
              ? "home.proposals.state.draft"
              : "home.proposals.state.unsolved",
        ),
      })),
    },
    steps: stepsOf(state, t),
    step: state.step,
    rounds: ofMember
      ? null
      : state.openRounds.map(({ id, name, submitted, invited, closesOn }) => ({
          id,
          name,
          submitted,
          invited,
          closes: t.date(closesOn),
          progress: desk?.progress.find(({ roundId }) => roundId === id) ?? null,
        })),
    linked: follows,
    news: follows ? await newsOf(context, t) : [],
  };
}

async function readOwnRoom(
  context: AppContext,
  viewer: Viewer,
  t: Translator,
): Promise<{ readonly finding: string; readonly room: MemberHomeProps } | null> {
  const member = viewer.memberId ? await findMember(context.db, viewer.memberId) : undefined;
  if (!member) return null;
  const room = await readMemberRoom(context.db, { memberId: member.id });
  return {
    finding: t("home.member.finding", {
      open: room.open.length,
      asked: room.asked.length,
      member: t.pick(member.name),
    }),
    room: {
      open: room.open.map(({ roundId, name, closesOn, begun }) => ({
        roundId,
        name,
        begun,
        until: t("home.member.open.until", { date: t.date(closesOn) }),
      })),
      given: room.given.map(({ receivedAt, ...rest }) => ({
        ...rest,
        received: receivedAt ? t.dateTime(receivedAt, member.timeZone) : "–",
      })),
      asked: room.asked.map((request) => ({ ...request, topic: t.pick(request.topic) })),
    },
  };
}

async function newsOf(context: AppContext, t: Translator) {
  const events = await readNews(context.db, { at: context.now() });
  return events.flatMap((event) => {
    const action = NEWS.find((told) => told === event.action);
    if (!action) return [];
    const name = event.actorName ?? t("home.news.platform");
    return [
      {
        id: event.id,
        at: event.at.toISOString(),
        when: t.dateTime(event.at, context.pack.manifest.seat.timeZone),
        text: t(`home.news.${action}`, { name, subject: event.subjectId }),
      },
    ];
  });
}

/** A member's person opens the survey from here without the mailed link. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePermission(context, request, "ownMember:read");
  const { roundId } = parseParams(z.object({ roundId: z.uuid() }), {
    roundId: String((await readForm(request)).get("roundId")),
  });
  if (!viewer.memberId) throw notFound("member");
  const secret = await openOwnSurvey(context.db, {
    roundId,
    memberId: viewer.memberId,
    personId: viewer.personId,
    at: context.now(),
  });
  if (!secret) throw notFound("invitation");
  return redirect(`/a/${secret}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Meridian` }];

export default function Home() {
  const t = useTranslator();
  const { finding, terms, member, matters, steps, step, rounds, linked, news, ...more } =
    useLoaderData<typeof loader>();
  return (
    <main className="page" id="main">
      <Opening title={t("home.title")} finding={finding} terms={terms} />
      <UnderWay work={more.work} />
      {member ? <MemberHome {...member} /> : <Attention matters={matters} />}
      <WhereTheOfficeStands steps={steps} now={step} />
      {more.planning && <GapsAndProposals {...more.planning} />}
      {more.published && <Published {...more.published} />}
      {rounds && <OpenRounds rounds={rounds} linked={linked} />}
      <News events={news} />
    </main>
  );
}
