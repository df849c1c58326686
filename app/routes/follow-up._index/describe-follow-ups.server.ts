import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { followUpTable } from "~/app/operations/follow-up/follow-up-tables";
import { listFollowUps } from "~/app/operations/follow-up/list-follow-ups";
import { findFollowUp } from "~/app/operations/follow-up/run-follow-up";
import { cycleAt } from "~/db/regions/cycle-dates";

const SHOWN = ["workshops", "obstacles", "evidence", "administrations", "trained"] as const;

/** Everything that the page of the follow-ups shows, in the reader's language. */
export async function describeFollowUps(
  { db, pack, now }: AppContext,
  { cycle: asked, t }: { readonly cycle: string | undefined; readonly t: Translator },
) {
  const { rounds, workshops } = await listFollowUps(db);
  const cycle =
    asked ?? workshops.find(({ pledges }) => pledges > 0)?.activity.cycleId ?? cycleAt(pack, now().toISOString()).id;
  const stored = await findFollowUp(db, { cycleId: cycle });
  const all = stored?.document.all;
  const trained = stored?.document.trained;
  const kept = all?.kept.share.value ?? null;
  const done = all?.status.find(({ id }) => id === "done")?.count ?? 0;
  return {
    title: t("followUp.title", { cycle: t.cycle(cycle) }),
    cycle,
    finding:
      !all || !trained
        ? t("followUp.finding.none")
        : kept === null
          ? t("followUp.finding.silent", { made: all.pledges.made, asked: all.pledges.asked })
          : t("followUp.finding", {
              done,
              answered: all.pledges.answered,
              asked: all.pledges.asked,
              share: t.percent(kept),
              stillAsk: trained.stillAsk,
              N: trained.provenance.n,
            }),
    terms: termsOf(stored, t),
    status:
      all && all.pledges.answered > 0
        ? {
            segments: all.status.map(({ id, count }) => ({ id, count })),
            label: t.list(
              all.status.map(({ id, count }) => t("followUp.statusOf", { status: t(`followUp.status.${id}`), count })),
            ),
          }
        : null,
    results: stored
      ? SHOWN.map((name) => {
          const { columns, rows } = followUpTable(stored.document, name, t);
          const isFigure = (at: number) => rows.some((row) => typeof row[at] === "number");
          return {
            name,
            title: t(`followUp.part.${name}`),
            note: t(`followUp.part.${name}.note`, {
              n: trained?.provenance.n ?? 0,
              N: trained?.provenance.N ?? 0,
              answered: all?.administrations.answered ?? 0,
              asked: all?.administrations.asked ?? 0,
              stalled: all?.stalled ?? 0,
              withKind: all?.stalledWithKind ?? 0,
            }),
            empty: t(`followUp.part.${name}.empty`),
            columns,
            figures: columns.flatMap((_, at) => (isFigure(at) ? [at] : [])),
            rows: rows.map((row) =>
              row.map((cell) => (typeof cell === "number" ? t.number(cell) : cell == null ? "–" : String(cell))),
            ),
            method: name === "trained" ? "trained-need-unchanged" : "follow-up-summary",
          };
        })
      : [],
    rounds: rounds.map(({ id, name, state, closesOn, submitted, invited }) => ({
      id,
      name,
      state,
      closes: t.date(closesOn),
      answered: t("followUp.of", { n: submitted, N: invited }),
    })),
    workshops: workshops.map(({ activity, pledges, byAddress, throughMember, unreachable, underWay }) => ({
      id: activity.id,
      title: activity.title,
      pledges,
      underWay,
      askable: byAddress + throughMember > 0,
      reach: pledges === 0 ? t("followUp.reach.none") : t("followUp.reach", { byAddress, throughMember, unreachable }),
    })),
  };
}

function termsOf(
  stored: Awaited<ReturnType<typeof findFollowUp>>,
  t: Translator,
): readonly (readonly [string, string])[] {
  if (!stored) return [];
  const { pledges, kept, administrations, trained } = stored.document.all;
  return [
    [t("followUp.term.answered"), t("followUp.of", { n: pledges.answered, N: pledges.asked })],
    [t("followUp.term.successors"), t.number(pledges.bySuccessor)],
    [
      t("followUp.term.kept"),
      kept.lower.value === null || kept.upper.value === null
        ? t("followUp.census")
        : t("followUp.interval", { low: t.percent(kept.lower.value), high: t.percent(kept.upper.value) }),
    ],
    [t("followUp.term.administrations"), t("followUp.of", { n: administrations.answered, N: administrations.asked })],
    [
      t("followUp.term.colleagues"),
      t("followUp.colleagues", {
        sum: trained.sum + administrations.reached.sum,
        n: trained.n + administrations.reached.n,
      }),
    ],
    [t("followUp.term.run"), t.date(stored.at)],
  ];
}
