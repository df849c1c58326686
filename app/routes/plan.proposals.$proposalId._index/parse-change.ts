import { z } from "zod";
import type { FormErrors } from "~/app/http/respond";
import type { Translator } from "~/app/i18n/translate";
import type { ProposalChange } from "~/app/operations/proposal/change-proposal";
import { ProposalSettings } from "~/app/operations/proposal/proposal-settings";
import type { ProposalWords } from "~/app/operations/proposal/proposal-words";
import type { ReadProposal } from "~/app/operations/proposal/read-proposal";

const Intent = z.enum(["lock", "drop", "free", "freeAll", "solve", "settings", "discard"]);
const Amount = z
  .string()
  .trim()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** What a planner's form asks for, with the revision that the planner saw. */
export function parseChange(
  form: FormData,
  funders: readonly string[],
  t: Translator,
): { readonly change: ProposalChange; readonly baseRevision: number } | { readonly errors: FormErrors } {
  const revision = Amount.safeParse(form.get("revision"));
  // A button carries both: "lock national/…".
  const [word = "", ...rest] = String(form.get("intent") ?? "").split(" ");
  const intent = Intent.safeParse(word);
  if (!revision.success || !intent.success) return { errors: { "": [t("plan.set.errors")] } };
  const baseRevision = revision.data;
  if (intent.data !== "settings") {
    const line = rest.join(" ");
    if (intent.data !== "lock" && intent.data !== "drop" && intent.data !== "free")
      return { baseRevision, change: { intent: intent.data } };
    if (line === "") return { errors: { "": [t("plan.set.errors")] } };
    return { baseRevision, change: { intent: intent.data, line } };
  }
  const errors: Record<string, readonly string[]> = {};
  const amount = (name: string): number => {
    const parsed = Amount.safeParse(form.get(name) ?? "0");
    if (!parsed.success) errors[name] = [t("plan.set.wrong")];
    return parsed.success ? parsed.data : 0;
  };
  const settings = {
    budget: amount("budget"),
    funders: Object.fromEntries(
      funders.map((id): [string, number] => [id, amount(`funder-${id}`)]).filter(([, money]) => money > 0),
    ),
    absorptionLimit: amount("absorptionLimit"),
    islandsAtLeast: amount("islandsAtLeast"),
    officeDays: amount("officeDays"),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const checked = ProposalSettings.safeParse(settings);
  if (!checked.success) return { errors: { absorptionLimit: [t("plan.set.wrong")] } };
  return { baseRevision, change: { intent: "settings", settings: checked.data } };
}

/** What the planner wanted and what is there now, with the form to do it all the same. */
export function describeConflict({
  read,
  words,
  t,
  change,
  baseRevision,
  form,
}: {
  readonly read: ReadProposal;
  readonly words: ProposalWords;
  readonly t: Translator;
  readonly change: ProposalChange;
  readonly baseRevision: number;
  readonly form: FormData;
}) {
  const line = "line" in change ? read.lines.find(({ id }) => id === change.line) : undefined;
  const wanted = line
    ? t("plan.conflict.line", {
        act: change.intent,
        line: words.line(line),
        state: line.included ? "in" : "out",
        lock: line.lock ?? "none",
      })
    : change.intent === "settings"
      ? t("plan.conflict.settings", {
          yours: words.money(change.settings.budget),
          theirs: words.money(ProposalSettings.parse(read.proposal.settings).budget),
        })
      : null;
  return {
    body: t("plan.conflict.body", { base: baseRevision, now: read.proposal.revision }),
    wanted,
    mayRepeat: read.proposal.state === "draft",
    fields: [...form]
      .filter(([name]) => name !== "revision")
      .flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : [])),
    revision: read.proposal.revision,
  };
}

export type Conflict = ReturnType<typeof describeConflict>;
