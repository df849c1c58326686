import type { Translator } from "~/app/i18n/translate";
import type { Database } from "~/db/engine/database";
import { findKpiEntries } from "~/db/kpi-entries";
import { findMembers } from "~/db/members";
import { kpiHref } from "./describe-board";
import { figureText, targetInWords } from "./kpi-words";
import { outOf } from "./parse-figure";
import type { Board, BoardRow } from "./read-board";

/** One target with its trend, what its figure was counted from, and what was entered for it, in words. */
export async function describeKpi(
  db: Database,
  { board, row, t }: { readonly board: Board; readonly row: BoardRow; readonly t: Translator },
) {
  const { target, cells, computation, label, text, kpi, targetText } = row;
  const { cycle } = board;
  const cell = cells.at(-1);
  const members = new Map((await findMembers(db)).map(({ id, name }) => [id, t.pick(name)]));
  const own = (await findKpiEntries(db, row.frameworkId)).filter(
    (one) => one.actionId === row.actionId && one.position === row.position && one.cycleId === cycle.id,
  );
  const of = outOf(target);
  const last = own.find(({ id }) => !own.some(({ corrects }) => corrects === id));
  return {
    title: t("kpis.one.title", { label, cycle: t.cycle(cycle.id) }),
    finding: text,
    cycleId: cycle.id,
    terms: [
      [t("kpis.head.kpi"), kpi],
      [t("kpis.head.target"), targetText ?? targetInWords(target, t)],
      [t("kpis.head.value"), cell ? figureText(target, cell.figure, t) : "–"],
      [t("kpis.head.verdict"), t(`kpis.outcome.${cell?.outcome ?? "noFigure"}`)],
    ] as readonly (readonly [string, string])[],
    how: t(computation ? `kpis.how.${computation}` : "kpis.how.entered"),
    trend: cells.map((one) => ({
      id: one.cycle.id,
      cycle: t.cycle(one.cycle.id),
      href: kpiHref({ ...row, cycleId: one.cycle.id }),
      value: figureText(target, one.figure, t),
      outcome: t(`kpis.outcome.${one.outcome}`),
    })),
    evidence:
      computation === null
        ? null
        : (cell?.figure.evidence ?? []).map(({ kind, id, title, date, href }) => ({
            id: `${kind} ${id}`,
            title: kind === "mission" ? t("kpis.one.mission", { member: members.get(title) ?? title }) : title,
            date: date ? t.date(date) : "–",
            href,
          })),
    history: own.map((entry) => ({
      id: entry.id,
      value:
        entry.value === null
          ? t("kpis.one.takenBack")
          : entry.of === null
            ? t.number(entry.value)
            : t("kpis.one.valueOf", { value: entry.value, of: entry.of }),
      source: entry.source,
      asOf: t.date(entry.asOf),
      by: t("kpis.one.enteredBy", { name: entry.enteredByName, date: t.date(entry.enteredAt) }),
    })),
    // What the platform counts is not overwritten by hand.
    form:
      computation !== null && cell?.figure.value != null && cell.entry === null
        ? null
        : { corrects: last?.id ?? null, unit: t(`kpis.unit.${target.kind}`), of: of && t(`kpis.of.${of}`) },
  };
}
