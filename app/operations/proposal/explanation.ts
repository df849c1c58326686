import { z } from "zod";

/**
 * What is worked out about a solved proposal after its plan is stored: why a line is in or out (`line`), what would
 * bring it in (`changes`), who, when and where else (`choices`), what a rule costs (`price`), the best score at a share
 * of the budget (`budget`), the plan under resampled answers (`replicate`).
 */
export const EXPLANATION_KINDS = ["line", "changes", "choices", "price", "budget", "replicate"] as const;
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];

/** One question about a solved proposal. */
export const ExplanationItem = z.object({ kind: z.enum(EXPLANATION_KINDS), subject: z.string().min(1) });
export type ExplanationItem = Readonly<z.infer<typeof ExplanationItem>>;

/** How far a re-solve came. */
const Status = z.enum(["optimal", "bestFound", "infeasible", "notSolved"]);

const ChangedLine = z.object({ activity: z.string(), cost: z.number(), score: z.number() });

/** Why a line is in or out: the re-solved plan minus the proposal, lines with signed score and cost. */
export const LineWhy = z.object({
  status: Status,
  /** What the plan would lose: without a line of it, or with one that is left out; `null` if that is not known. */
  loss: z.number().nullable(),
  /** Of a line left out: the re-solved score over that of the proposal. */
  closeness: z.number().nullable(),
  /** Of a line left out. */
  reason: z.string().nullable(),
  come: z.array(ChangedLine),
  gone: z.array(ChangedLine),
  membersCome: z.array(z.string()),
  membersGone: z.array(z.string()),
});
export type LineWhy = Readonly<z.infer<typeof LineWhy>>;

const Choice = z.object({
  id: z.string(),
  month: z.number().nullable(),
  feasible: z.boolean(),
  score: z.number().nullable(),
  cost: z.number().nullable(),
  drops: z.array(z.string()),
  newTeams: z.array(z.string()),
});
export type LineChoice = Readonly<z.infer<typeof Choice>>;
export const LineChoices = z.object({
  experts: z.array(Choice),
  months: z.array(Choice),
  hosts: z.array(Choice),
});
export type LineChoices = Readonly<z.infer<typeof LineChoices>>;

/** What would bring a line in; kinds that are not known here are shown with their figures. */
export const LineChanges = z.object({
  tied: z.boolean(),
  complete: z.boolean(),
  changes: z.array(z.looseObject({ kind: z.string() })),
});
export type LineChanges = Readonly<z.infer<typeof LineChanges>>;

export const RuleCost = z.object({
  rule: z.string(),
  ruleSubject: z.string().nullable(),
  price: z.number().nullable(),
  status: Status,
});
export type RuleCost = Readonly<z.infer<typeof RuleCost>>;

export const BudgetStep = z.object({
  share: z.number(),
  budget: z.number(),
  score: z.number().nullable(),
  gap: z.number().nullable(),
  status: Status,
});
export type BudgetStep = Readonly<z.infer<typeof BudgetStep>>;

/** The lines of the best plan under one resample of the answers; none if no plan was found in its time. */
export const Replicate = z.object({ found: z.boolean(), proven: z.boolean(), activities: z.array(z.string()) });
export type Replicate = Readonly<z.infer<typeof Replicate>>;

/** Everything worked out so far, read. */
export interface Explanations {
  readonly lines: ReadonlyMap<string, LineWhy>;
  readonly changes: ReadonlyMap<string, LineChanges>;
  readonly choices: ReadonlyMap<string, LineChoices>;
  readonly prices: ReadonlyMap<string, RuleCost>;
  readonly budgets: readonly BudgetStep[];
  readonly replicates: readonly Replicate[];
  /** Keys of all that is there, as `keyOf` makes them. */
  readonly done: ReadonlySet<string>;
}

export function keyOf({ kind, subject }: { readonly kind: string; readonly subject: string }): string {
  return `${kind} ${subject}`;
}

export function readExplanations(
  rows: readonly { readonly kind: string; readonly subject: string; readonly content: unknown }[],
): Explanations {
  const of = <T>(kind: ExplanationKind, schema: z.ZodType<T>) =>
    rows.flatMap((row): [string, T][] => (row.kind === kind ? [[row.subject, schema.parse(row.content)]] : []));
  return {
    lines: new Map(of("line", LineWhy)),
    changes: new Map(of("changes", LineChanges)),
    choices: new Map(of("choices", LineChoices)),
    prices: new Map(of("price", RuleCost)),
    budgets: of("budget", BudgetStep)
      .map(([, step]) => step)
      .sort((a, b) => a.share - b.share),
    replicates: of("replicate", Replicate).map(([, replicate]) => replicate),
    done: new Set(rows.map(keyOf)),
  };
}
