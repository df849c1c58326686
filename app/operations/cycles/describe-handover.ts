import type { AppContext } from "~/app/context";
import { type Translator, translator } from "~/app/i18n/translate";
import { findCycle } from "~/db/cycles";
import { currentCycle } from "./current-cycle";
import { cycleWords } from "./cycle-words";
import { gatherHandover, type Handover } from "./gather-handover";

/** What opening the next cycle would carry over, in words. */
export async function describeHandover({ db, pack, now, locale }: Pick<AppContext, "db" | "pack" | "now" | "locale">) {
  const t = translator(locale);
  const at = now();
  const current = await currentCycle(db, { pack, at });
  const from = (await findCycle(db, current.id)) ?? { ...current, openedAt: null, closedAt: null };
  const handover = await gatherHandover(db, { from, pack, at });
  const words = await cycleWords(db, t);
  const next = t.cycle(handover.to.id);
  return {
    title: t("cycles.next.title", { next }),
    finding: t("cycles.next.finding", { next, cycle: t.cycle(from.id) }),
    from: from.id,
    next,
    counts: countsOf(handover, t),
    known: knownBefore(handover, { today: at.toISOString().slice(0, 10), t }),
    lines: handover.lines.map(words.line),
    requests: handover.requests.map(({ id, memberId, topicId, result, state, notBecause }) => ({
      id,
      member: words.member(memberId),
      topic: words.topic(topicId),
      result,
      why: notBecause ?? t(state === "notThisYear" ? "cycles.carried.noReason" : `cycles.next.requests.${state}`),
    })),
  };
}

function countsOf(handover: Handover, t: Translator) {
  const { from, to, lines, plan } = handover;
  const names = { cycle: t.cycle(from.id), next: t.cycle(to.id) };
  const row = (id: "pledges" | "requests" | "notHeld" | "leftOut", count: number, how?: string) => ({
    id,
    kind: t(`cycles.next.${id}`),
    count: t.number(count),
    how: how ?? t(`cycles.next.${id}.how`, names),
  });
  return [
    {
      id: "topics",
      kind: t("cycles.next.topics"),
      count: t.number(handover.topics),
      how: t("cycles.next.topics.how", { rated: handover.ratedTopics, all: handover.topics }),
    },
    {
      id: "experts",
      kind: t("cycles.next.experts"),
      count: t.number(handover.experts),
      how: t("cycles.next.experts.how", {
        ...names,
        unconfirmed: handover.unconfirmedExperts,
        all: handover.experts,
      }),
    },
    row("pledges", handover.pledges.length),
    row("requests", handover.requests.length),
    row("notHeld", lines.filter(({ activityId }) => activityId).length),
    row(
      "leftOut",
      lines.filter(({ proposalId }) => proposalId).length,
      plan ? undefined : t("cycles.next.leftOut.noPlan", names),
    ),
  ];
}

function knownBefore(
  { from, to, plan, openRounds }: Handover,
  { today, t }: { readonly today: string; readonly t: Translator },
): readonly string[] {
  const names = { cycle: t.cycle(from.id), next: t.cycle(to.id) };
  return [
    ...(today < to.startsOn ? [t("cycles.next.early", { ...names, date: t.date(to.startsOn) })] : []),
    ...(plan ? [] : [t("cycles.next.noPlan", names)]),
    ...(openRounds.length > 0
      ? [
          t("cycles.next.openRounds", {
            ...names,
            count: openRounds.length,
            names: t.list(openRounds.map(({ name }) => name)),
          }),
        ]
      : []),
  ];
}
