import type { Translator } from "~/app/i18n/translate";
import { type KpiFigure, type KpiTarget, wantedOf } from "./kpi-figure";

/** A figure as the board writes it: "27 of 35 members", "9 of 12 months", "4.21 of 5". */
export function figureText(target: KpiTarget, figure: KpiFigure, t: Translator): string {
  const { value, n, of, reason } = figure;
  if (value === null) return t(`kpis.reason.${reason ?? "notEntered"}`);
  switch (target.kind) {
    case "members":
      return of === null ? t("kpis.value.membersOnly", { n }) : t("kpis.value.members", { n, of });
    case "perMonth":
      return t("kpis.value.perMonth", { n, of: of ?? n });
    case "perQuarter":
      return t("kpis.value.perQuarter", { n, of: of ?? n });
    case "perYear":
      return t("kpis.value.perYear", { n });
    case "perTwoYears":
      return t("kpis.value.perTwoYears", { n });
    case "share":
      return t("kpis.value.share", { share: t.percent(value), n, of });
    case "score":
      return t("kpis.value.score", {
        mean: t.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        of: target.of,
        n: figure.evidence.length > 0 ? n : 0,
      });
  }
}

/** A target in the reader's language. */
export function targetInWords(target: KpiTarget, t: Translator): string {
  switch (target.kind) {
    case "members":
      return t("kpis.target.members", { atLeast: target.atLeast, of: target.of });
    case "share":
      return t("kpis.target.share", { atLeast: t.percent(target.atLeast) });
    case "score":
      return t("kpis.target.score", { atLeast: t.number(target.atLeast), of: target.of });
    default:
      return t(`kpis.target.${target.kind}`, { atLeast: target.atLeast });
  }
}

/** The figure beside what is wanted, short, for a trend: "27/25", "9/12", "4.2/4". */
export function trendText(target: KpiTarget, figure: KpiFigure, t: Translator): string {
  if (figure.value === null) return "–";
  const digits = { maximumFractionDigits: target.kind === "score" ? 2 : 0 };
  if (target.kind === "share") return t.percent(figure.value);
  return t("kpis.trend.pair", {
    value: t.number(figure.value, digits),
    wanted: t.number(wantedOf(target, figure), digits),
  });
}
