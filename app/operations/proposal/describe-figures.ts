import type { RuleRef } from "~/analysis/plan/without-rule";
import { comparePlans } from "./compare-plans";
import { otherPlanName } from "./describe-comparison";
import { type ProposalScene, points, ruleText, shareOf, titleOf } from "./describe-reason";
import { keyOf } from "./explanation";
import { explanationItems, REPLICATES, ruleGroups } from "./explanation-items";
import type { OtherPlan } from "./other-plans";

/** In how many of the plans made from resampled answers a line is; `null`: not known yet. */
export function staysText(line: string, { read, t }: ProposalScene): string | null {
  const found = read.explained.replicates.filter((replicate) => replicate.found);
  if (found.length === 0) return null;
  const count = found.filter(({ activities }) => activities.includes(line)).length;
  return t("plan.in.stays", { count, of: found.length });
}

/** Prices of the rules, the dearest first. */
export function describePrices(scene: ProposalScene) {
  const { read, t } = scene;
  const ruleOf = new Map(
    (read.run ? [...ruleGroups(read.run.problem)] : []).map(([name, [first]]): [string, RuleRef | undefined] => [
      name,
      first,
    ]),
  );
  return [...read.explained.prices]
    .sort(([, a], [, b]) => (b.price ?? 0) - (a.price ?? 0))
    .flatMap(([name, { ruleSubject, price, status }]) => {
      const rule = ruleOf.get(name);
      if (rule === undefined) return [];
      return [
        {
          id: name,
          rule: ruleText({ ...rule, subject: ruleSubject }, scene),
          points:
            price === null
              ? t("plan.price.open")
              : status === "optimal"
                ? points(t, price, read.greatest)
                : t("plan.price.atLeast", { points: points(t, Math.max(0, price), read.greatest) }),
        },
      ];
    });
}

/** How far the answers about the plan have come; `null` without a plan. */
export function describeExplained({ read, t }: ProposalScene) {
  if (!read.run?.outcome.proposal.plan) return null;
  const items = explanationItems(read.run);
  const done = items.filter((item) => read.explained.done.has(keyOf(item))).length;
  if (items.length === 0 || done === items.length) return null;
  const underWay = read.explaining;
  return {
    part: done,
    of: items.length,
    underWay,
    text: t(underWay ? "plan.explained.underWay" : "plan.explained.stopped", { done, total: items.length }),
  };
}

/** The best plan at shares of the budget. */
export function describeBudgets({ read, words, t }: ProposalScene) {
  return read.explained.budgets.map(({ share, budget, score, gap, status }) => ({
    id: String(share),
    share,
    met: score === null || read.greatest === 0 ? null : score / read.greatest,
    most: score === null || read.greatest === 0 ? null : (score * (1 + (gap ?? 0))) / read.greatest,
    shareText: t.percent(share, 0),
    budgetText: words.money(budget),
    metText:
      score === null
        ? t(status === "infeasible" ? "plan.budget.impossible" : "plan.budget.open")
        : status === "optimal"
          ? shareOf(t, score, read.greatest)
          : t("plan.budget.atLeast", { share: shareOf(t, score, read.greatest) }),
  }));
}

/** How often each line is planned when the answers are resampled, the least sure line of the plan first. */
export function describeReplicates({ read, words, t }: ProposalScene) {
  const found = read.explained.replicates.filter((replicate) => replicate.found);
  if (found.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { activities } of found) for (const id of activities) counts.set(id, (counts.get(id) ?? 0) + 1);
  const inside = new Set(read.run?.outcome.proposal.plan?.lines.map(({ activity }) => activity));
  const rows = [...new Set([...inside, ...counts.keys()])]
    .map((id) => ({ id, count: counts.get(id) ?? 0, inside: inside.has(id) }))
    // Of lines left out only those that come in often say something.
    .filter(({ inside: own, count }) => own || 2 * count >= found.length)
    .sort((a, b) => Number(b.inside) - Number(a.inside) || a.count - b.count || (a.id < b.id ? -1 : 1));
  const always = rows.filter((row) => row.inside && row.count === found.length).length;
  return {
    text: t("plan.stays.finding", {
      always,
      lines: inside.size,
      of: found.length,
      proven: found.filter(({ proven }) => proven).length,
      all: REPLICATES,
    }),
    rows: rows.map(({ id, count, inside: own }) => ({
      id,
      title: titleOf(id, read, words),
      inside: own,
      share: count / found.length,
      text: t("plan.stays.count", { count, of: found.length }),
    })),
  };
}

/** The proposal beside greedy choice and another plan; who gets nothing. */
export function describeComparison({ read, words, t }: ProposalScene, beside: OtherPlan | undefined) {
  const outcome = read.run?.outcome;
  const plan = outcome?.proposal.plan;
  if (!read.run || !outcome?.figures || !plan) return null;
  const rows = [
    { id: "this", name: t("plan.compare.this"), figures: outcome.figures },
    ...(outcome.greedy ? [{ id: "greedy", name: t("plan.compare.greedy"), figures: outcome.greedy.figures }] : []),
  ];
  const lines = plan.lines.map(({ activity }) => activity);
  const other = beside && comparePlans(read.run.problem, lines, beside).other;
  const without = outcome.figures.membersWithout;
  return {
    rows: [
      ...rows.map(({ id, name, figures }) => ({
        id,
        name,
        lines: figures.lines,
        met: shareOf(t, figures.score, read.greatest),
        cost: words.money(figures.cost),
        perNeed: figures.costPerNeed === null ? "–" : words.money(Math.round(figures.costPerNeed)),
        without: figures.membersWithout.length,
      })),
      ...(beside && other
        ? [
            {
              id: beside.id,
              name: otherPlanName(beside, t),
              lines: other.lines,
              met: shareOf(t, other.score, read.greatest),
              cost: "–",
              perNeed: "–",
              without: other.membersWithout.length,
            },
          ]
        : []),
    ].filter((row, at, all) => all.findIndex(({ id }) => id === row.id) === at),
    who:
      without.length === 0
        ? t("plan.compare.nobody")
        : t("plan.compare.who", { members: t.list(without.map(words.member)) }),
  };
}
