import type { Translator } from "~/app/i18n/translate";
import type { ComparedRuns } from "~/app/operations/ranking/find-comparison";
import { fixed } from "./ranking-words";

/** What changed, in a sentence or two that the figures carry. */
export function changeFinding(
  t: Translator,
  comparison: ComparedRuns,
  { office }: { readonly office: boolean },
): string {
  const { n, N, smaller, larger, tested } = comparison;
  if (tested === 0) return t("changes.findingFew", { n, N });
  const named = (verdict: "shrank" | "grew") =>
    t.list(comparison.topics.flatMap(({ name, beyondChance }) => (beyondChance === verdict ? t.pick(name) : [])));
  const [shrank, grew] = [named("shrank"), named("grew")];
  const sure =
    shrank && grew
      ? t("changes.sure.both", { shrank, grew })
      : shrank
        ? t("changes.sure.shrank", { shrank })
        : grew
          ? t("changes.sure.grew", { grew })
          : t("changes.sure.none", { tested });
  return office ? t("changes.finding", { n, N, smaller, larger, sure }) : t("changes.findingPublic", { n, N, sure });
}

/** A change with its sign; what rounds to zero has none. */
export function signed(t: Translator, value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return t("priorities.none");
  const text = fixed(t, Math.abs(value), digits);
  const rounded = Number(value.toFixed(digits));
  return rounded > 0 ? `+${text}` : rounded < 0 ? `−${text}` : text;
}

/** A p-value: never zero, and no more digits than anybody reads. */
export function pValue(t: Translator, p: number | null | undefined): string {
  if (p === null || p === undefined) return t("changes.notTested");
  return p < 0.001 ? `< ${t.number(0.001)}` : fixed(t, p, 3);
}
