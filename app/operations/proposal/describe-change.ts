import { z } from "zod";
import type { ProposalScene } from "./describe-reason";
import type { LineChanges } from "./explanation";
import type { ReadLine } from "./read-proposal";

const Change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cost"), cost: z.number() }),
  z.object({ kind: z.literal("members"), more: z.number() }),
  z.object({ kind: z.literal("budget"), budget: z.number() }),
  z.object({ kind: z.literal("funder"), funder: z.string(), amount: z.number() }),
  z.object({ kind: z.literal("officeDays"), month: z.union([z.string(), z.number()]), days: z.number() }),
  z.object({ kind: z.literal("absorption"), limit: z.number() }),
  z.object({ kind: z.literal("expert") }),
  z.object({ kind: z.literal("language"), expert: z.string(), language: z.string() }),
]);

/** One change that would bring a line in, in words with its figures. */
export function fitText(
  line: ReadLine,
  change: LineChanges["changes"][number],
  { read, words, t }: ProposalScene,
): { readonly id: string; readonly text: string } {
  const parsed = Change.safeParse(change);
  if (!parsed.success) return { id: JSON.stringify(change), text: t("plan.changes.other", { change: change.kind }) };
  const { data } = parsed;
  const problem = read.run?.problem;
  const now = line.cost ?? 0;
  const id = JSON.stringify(change);
  switch (data.kind) {
    case "cost":
      return {
        id,
        text: t("plan.changes.cost", {
          cost: words.money(data.cost),
          now: words.money(now),
          less: words.money(now - data.cost),
        }),
      };
    case "members":
      return { id, text: t("plan.changes.members", { count: data.more }) };
    case "budget": {
      const budget = problem?.rules.budget ?? 0;
      return {
        id,
        text: t("plan.changes.budget", {
          budget: words.money(data.budget),
          now: words.money(budget),
          more: words.money(data.budget - budget),
        }),
      };
    }
    case "funder": {
      const amount = problem?.rules.funders?.find((funder) => funder.id === data.funder)?.amount ?? 0;
      return {
        id,
        text: t("plan.changes.funder", {
          funder: words.funder(data.funder),
          amount: words.money(data.amount),
          now: words.money(amount),
        }),
      };
    }
    case "officeDays": {
      const at = typeof data.month === "number" ? data.month : (problem?.months.indexOf(data.month) ?? -1);
      return {
        id,
        text: t("plan.changes.officeDays", {
          month: words.month(problem?.months[at] ?? String(data.month)),
          days: data.days,
          now: problem?.rules.officeDays?.[at] ?? 0,
        }),
      };
    }
    case "absorption":
      return {
        id,
        text: t("plan.changes.absorption", { limit: data.limit, now: problem?.rules.absorption?.limit ?? 0 }),
      };
    case "expert":
      return { id, text: t("plan.changes.expert", { topic: words.topic(line.content.topic) }) };
    case "language":
      return {
        id,
        text: t("plan.changes.language", {
          expert: words.expert(data.expert),
          language: words.language(data.language),
        }),
      };
  }
}
