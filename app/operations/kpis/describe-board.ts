import type { Translator } from "~/app/i18n/translate";
import { type KpiOutcome, reachedShare } from "./kpi-figure";
import { figureText, targetInWords, trendText } from "./kpi-words";
import type { Board, BoardRow } from "./read-board";

export interface BoardRowInWords {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly text: string;
  readonly kpi: string;
  readonly target: string;
  readonly value: string;
  readonly outcome: KpiOutcome;
  readonly origin: string;
  readonly trend: readonly string[];
  /** Shares of what is wanted by cycle; 1 is the target reached. */
  readonly shares: readonly (number | null)[];
}

/** The board in words, by pillar. */
export function describeBoard(board: Board, { now, t }: { readonly now: Date; readonly t: Translator }) {
  const cells = board.rows.flatMap((row) => row.cells.at(-1) ?? []);
  const count = (outcome: KpiOutcome) => cells.filter((cell) => cell.outcome === outcome).length;
  const { participants, known, women } = board.attendance;
  const pillars = new Map<string, { readonly id: string; readonly title: string; rows: BoardRowInWords[] }>();
  for (const row of board.rows) {
    const id = `${row.frameworkId}-${row.pillar.number}`;
    const pillar = pillars.get(id) ?? { id, title: row.pillar.title, rows: [] };
    pillar.rows.push(rowInWords(row, board, t));
    pillars.set(id, pillar);
  }
  const over = board.cycle.endsOn < now.toISOString().slice(0, 10);
  return {
    title: t("kpis.title", { cycle: t.cycle(board.cycle.id) }),
    finding: t(over ? "kpis.finding.over" : "kpis.finding", {
      met: count("met"),
      all: cells.length,
      notYet: count("notYet"),
      missed: count("missed"),
      without: count("noFigure"),
    }),
    cycleId: board.cycle.id,
    cycles: board.cycles.map(({ id }) => ({ id, name: t.cycle(id) })),
    trendOf: (board.rows[0]?.cells ?? []).map(({ cycle }) => t.cycle(cycle.id)),
    pillars: [...pillars.values()],
    beside: [
      {
        id: "participants",
        name: t("kpis.beside.participants"),
        value: participants > 0 ? t.number(participants) : t("kpis.beside.none"),
      },
      {
        id: "women",
        name: t("kpis.beside.women"),
        value:
          known > 0
            ? t("kpis.beside.womenOf", { share: t.percent(women / known), women, known, participants })
            : t("kpis.beside.none"),
      },
    ],
  };
}

export function kpiHref({
  frameworkId,
  actionId,
  position,
  cycleId,
}: Pick<BoardRow, "frameworkId" | "actionId" | "position"> & { readonly cycleId: string }): string {
  return `/kpis/${frameworkId}/${actionId}/${position}?cycle=${cycleId}`;
}

function rowInWords(row: BoardRow, board: Board, t: Translator): BoardRowInWords {
  const cell = row.cells.at(-1);
  return {
    key: `${row.frameworkId}/${row.actionId}/${row.position}`,
    href: kpiHref({ ...row, cycleId: board.cycle.id }),
    label: row.label,
    text: row.text,
    kpi: row.kpi,
    target: row.targetText ?? targetInWords(row.target, t),
    value: cell ? figureText(row.target, cell.figure, t) : "–",
    outcome: cell?.outcome ?? "noFigure",
    origin: cell?.entry
      ? t("kpis.origin.entered", { name: cell.entry.enteredByName, date: t.date(cell.entry.asOf) })
      : t(row.computation ? "kpis.origin.computed" : "kpis.origin.open"),
    trend: row.cells.map(({ figure }) => trendText(row.target, figure, t)),
    shares: row.cells.map(({ figure }) => reachedShare(row.target, figure)),
  };
}
