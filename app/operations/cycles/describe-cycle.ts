import type { Translator } from "~/app/i18n/translate";
import type { CarriedLine } from "~/db/carried-lines";
import type { Database } from "~/db/engine/database";
import { cycleWords } from "./cycle-words";
import { readCycle } from "./read-cycles";

/** One cycle in words; `undefined` if there is none. */
export async function describeCycle(
  db: Database,
  { cycleId, t }: { readonly cycleId: string; readonly t: Translator },
) {
  const view = await readCycle(db, cycleId);
  if (!view) return undefined;
  const { cycle, state, carried, prepareFrom } = view;
  const words = await cycleWords(db, t);
  const name = t.cycle(cycle.id);
  return {
    cycleId,
    name,
    title: t("cycles.one.title", { cycle: name }),
    finding: t("cycles.one.finding", {
      rounds: view.rounds,
      held: view.held,
      activities: view.activities,
      open: carried.filter((line) => line.state === "open").length,
    }),
    terms: [
      [t("cycles.state"), t(`cycles.state.${state}`, { date: t.date(cycle.closedAt ?? cycle.endsOn) })],
      [t("cycles.dates"), t("cycles.range", { from: t.date(cycle.startsOn), until: t.date(cycle.endsOn) })],
      [t("cycles.one.opened"), cycle.openedAt ? t.date(cycle.openedAt) : t("cycles.one.notOpened")],
    ] as readonly (readonly [string, string])[],
    plan: view.plan,
    prepare: prepareFrom && { roundId: prepareFrom.id, name: prepareFrom.name },
    rounds: view.roundsOfCycle.map((round) => ({
      id: round.id,
      name: round.name,
      answered: round.anonymous
        ? t("cycles.one.ratings", { count: round.submitted })
        : t("cycles.one.answered", { submitted: round.submitted, invited: round.invited }),
      dates: t("cycles.range", { from: t.date(round.opensOn), until: t.date(round.closesOn) }),
      state: t(`surveys.state.${round.state}`),
    })),
    carried: carried.map((line) => ({ ...words.line(line), decision: decisionOf(line, t), takenUpAs: line.takenUpAs })),
    closable: state === "before",
    closed: state === "closed",
  };
}

function decisionOf({ state, decidedAt, droppedBecause }: CarriedLine, t: Translator): string | null {
  if (state === "open" || decidedAt === null) return null;
  const date = t.date(decidedAt);
  return state === "takenUp"
    ? t("cycles.carried.takenUp", { date })
    : t("cycles.carried.dropped", { date, because: droppedBecause });
}
