import { z } from "zod";
import type { AppContext } from "~/app/context";
import type { FormErrors } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import { ConflictError } from "~/db/conflict-error";
import { endCycle } from "./close-cycle";
import { dropLine, takeUpLine } from "./decide-line";

export type CycleChange =
  | { readonly notFound: true }
  | { readonly errors: FormErrors; readonly status: 400 | 409 }
  /** The line that was decided about; `null`: the cycle was closed. */
  | { readonly line: string | null };

const line = z.string().min(1).max(300);
const Form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("takeUp"), line }),
  z.object({ intent: z.literal("drop"), line, because: z.string().trim().min(1).max(500) }),
  z.object({ intent: z.literal("close"), confirm: z.literal("yes") }),
]);

/** What the coordinator does on the page of a cycle: take up or drop a line that was carried over, close the cycle. */
export async function changeCycle(
  { db, locale, now }: Pick<AppContext, "db" | "locale" | "now">,
  { cycleId, form, personId }: { readonly cycleId: string; readonly form: FormData; readonly personId: string },
): Promise<CycleChange> {
  const t = translator(locale);
  const fields = Object.fromEntries(form);
  const parsed = Form.safeParse(fields);
  if (!parsed.success) {
    const wrong: Readonly<Record<string, FormErrors>> = {
      drop: { [`because-${String(fields.line)}`]: [t("cycles.carried.noBecause")] },
      close: { confirm: [t("cycles.close.unconfirmed")] },
    };
    return { errors: wrong[String(fields.intent)] ?? { "": [t("frame.error.400.body")] }, status: 400 };
  }
  const asked = parsed.data;
  if ("because" in asked && asked.because.includes("\0"))
    return { errors: { [`because-${asked.line}`]: [t("cycles.carried.noBecause")] }, status: 400 };
  const made = { cycleId, actor: { personId }, at: now() };
  try {
    switch (asked.intent) {
      case "takeUp":
        return (await takeUpLine(db, { lineId: asked.line, ...made })) ? { line: asked.line } : { notFound: true };
      case "drop":
        return (await dropLine(db, { lineId: asked.line, because: asked.because, ...made }))
          ? { line: asked.line }
          : { notFound: true };
      case "close": {
        const ended = await endCycle(db, made);
        if (!ended) return { notFound: true };
        if ("closed" in ended) return { line: null };
        const { openRounds } = ended;
        const names = t.list(openRounds.map(({ name }) => name));
        return {
          errors: { confirm: [t("cycles.close.openRounds", { count: openRounds.length, names })] },
          status: 409,
        };
      }
    }
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const told = error.reason === "alreadyDecided" ? "cycles.carried.decided" : "cycles.close.conflict";
    return { errors: { "": [t(told)] }, status: 409 };
  }
}
