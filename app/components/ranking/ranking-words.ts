import type { Translator } from "~/app/i18n/translate";
import type { LensTab } from "~/app/operations/ranking/describe-ranking";
import type { ShownRanking } from "~/app/operations/ranking/show-ranking";

const NAMED = 6;

/** What was found, in one sentence that can be repeated; only what the figures carry. */
export function findingOf(t: Translator, ranking: ShownRanking): string {
  const { view, leading, unsettled, resampled, lines } = ranking;
  if (lines.every(({ n }) => n === 0)) return t("priorities.finding.nothing");
  if (!resampled) return t("priorities.finding.few", { n: view.n });
  const names = leading.map(({ name }) => t.pick(name));
  const values = {
    count: names.length,
    topics: t.list(names.slice(0, NAMED)),
    more: Math.max(0, names.length - NAMED),
  };
  const region = view.kind === "region";
  const first =
    names.length === 0
      ? t(region ? "priorities.finding.none" : "priorities.finding.noneHere")
      : t(region ? "priorities.finding.leading" : "priorities.finding.leadingHere", values);
  if (!unsettled) return first;
  return t("priorities.finding.both", { first, ...unsettled });
}

export function lensName(t: Translator, { kind, name }: Pick<LensTab, "kind" | "name">): string {
  if (kind === "region") return t("priorities.lens.region");
  if (kind === "asks") return t("priorities.lens.asks");
  if (kind === "lists") return t("priorities.lens.lists");
  return t.pick(name);
}

/** A chance of 100 resamples: whole numbers, and no certainty that was not drawn. */
export function ofHundred(t: Translator, share: number | null): string {
  if (share === null) return t("priorities.none");
  if (share < 0.01) return t("priorities.lessThanOne");
  if (share < 1 && share > 0.99) return t("priorities.moreThan99");
  return t.number(Math.round(share * 100));
}

export function fixed(t: Translator, value: number | null, digits: number): string {
  if (value === null) return t("priorities.none");
  // What rounds to zero has no sign.
  const rounded = Number(value.toFixed(digits));
  return t.number(rounded === 0 ? 0 : rounded, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function rangeOf(t: Translator, low: number | null, high: number | null): string {
  if (low === null || high === null) return t("priorities.none");
  return low === high ? t.number(low) : t("priorities.range", { low, high });
}
