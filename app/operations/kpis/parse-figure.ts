import { z } from "zod";
import type { Translator } from "~/app/i18n/translate";
import type { EnteredFigure } from "./enter-figure";
import type { KpiTarget } from "./kpi-figure";

/** Kinds of target whose figure is so many of so many. */
const OUT_OF: Readonly<Partial<Record<KpiTarget["kind"], "needed" | "allowed">>> = {
  share: "needed",
  perMonth: "needed",
  perQuarter: "needed",
  members: "allowed",
};

/** How a figure of this kind says out of how many. */
export function outOf({ kind }: KpiTarget): "needed" | "allowed" | null {
  return OUT_OF[kind] ?? null;
}

/** The form of a figure, checked against what its target can be held against. */
export function parseFigure(
  values: Readonly<Record<string, string>>,
  { target, today, t }: { readonly target: KpiTarget; readonly today: string; readonly t: Translator },
):
  | { readonly figure: EnteredFigure; readonly corrects: string | null }
  | { readonly errors: Readonly<Record<string, readonly string[]>> } {
  const errors: Record<string, string[]> = {};
  const corrects = z.uuid().safeParse(values.corrects);
  const of = outOf(target);
  const value = numberIn(values.value);
  const outOfHowMany = of === null ? null : numberIn(values.of);
  const takenBack = (values.value ?? "").trim() === "" && corrects.success;
  if (!takenBack) {
    const whole = target.kind !== "score";
    const most = target.kind === "score" ? target.of : 1e9;
    if (value === null || value < 0 || value > most || (whole && !Number.isInteger(value)))
      errors.value = [t(whole ? "kpis.form.valueWrong" : "kpis.form.scoreWrong", { most })];
    if (outOfHowMany === null ? of === "needed" : !Number.isInteger(outOfHowMany) || outOfHowMany < 1)
      errors.of = [t("kpis.form.ofWrong")];
    else if (value !== null && outOfHowMany !== null && value > outOfHowMany) errors.of = [t("kpis.form.ofLess")];
  }
  const source = (values.source ?? "").trim();
  if (source === "" || source.length > 500 || source.includes("\0")) errors.source = [t("kpis.form.sourceWrong")];
  const asOf = z.iso.date().safeParse(values.asOf);
  if (!asOf.success || asOf.data > today) errors.asOf = [t("kpis.form.asOfWrong")];
  if (Object.keys(errors).length > 0 || !asOf.success) return { errors };
  return {
    figure: {
      value: takenBack ? null : value,
      of: takenBack ? null : outOfHowMany,
      source,
      asOf: asOf.data,
    },
    corrects: corrects.success ? corrects.data : null,
  };
}

/** "4.2" and "4,2"; `null` for anything else. */
function numberIn(text: string | undefined): number | null {
  const plain = (text ?? "").trim().replace(",", ".");
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}
