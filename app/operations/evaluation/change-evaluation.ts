import { z } from "zod";
import type { AppContext } from "~/app/context";
import type { FormErrors } from "~/app/http/respond";
import { translator } from "~/app/i18n/translate";
import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import { openEvaluation } from "./open-evaluation";
import { readEvaluation } from "./read-evaluation";
import { closeEvaluation, storeEvaluationRun } from "./run-evaluation";

const Form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("open"), opensOn: z.iso.date(), closesOn: z.iso.date() }),
  z.object({ intent: z.literal("close"), confirm: z.literal("yes") }),
  z.object({ intent: z.literal("again") }),
]);

/**
 * What the coordinator does on the page of an evaluation: open it, close it, calculate it again.
 *
 * @returns `undefined` if there is no such activity or evaluation
 */
export async function changeEvaluation(
  context: AppContext,
  { activityId, form, actor }: { readonly activityId: string; readonly form: FormData; readonly actor: Actor },
): Promise<{ readonly done: true } | { readonly errors: FormErrors; readonly status: 400 | 409 } | undefined> {
  const { db, pack, config, officeName } = context;
  const t = translator(context.locale);
  const at = context.now();
  const parsed = Form.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const errors: FormErrors =
      form.get("intent") === "close"
        ? { confirm: [t("evaluation.close.unconfirmed")] }
        : { closesOn: [t("evaluation.open.dateWrong")] };
    return { errors, status: 400 };
  }
  const asked = parsed.data;
  try {
    if (asked.intent === "open") {
      const letters = { publicUrl: config.publicUrl, officeName };
      const opened = await openEvaluation(db, { activityId, dates: asked, pack, letters, actor, at });
      if (opened && "refused" in opened)
        return { errors: { closesOn: [t(`evaluation.open.${opened.refused}`)] }, status: 400 };
      return opened && { done: true };
    }
    const evaluation = await readEvaluation(db, { activityId });
    if (!evaluation) return undefined;
    const made = { roundId: evaluation.round.id, pack, actor, at };
    if (asked.intent === "close") await closeEvaluation(db, made);
    else await storeEvaluationRun(db, made);
    return { done: true };
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const texts = { evaluationHeld: "evaluation.open.held", nameTaken: "evaluation.open.nameTaken" } as const;
    const known = error.reason === "evaluationHeld" || error.reason === "nameTaken" ? texts[error.reason] : undefined;
    return { errors: { "": [t(known ?? "evaluation.conflict")] }, status: 409 };
  }
}
