import { z } from "zod";
import type { Translator } from "~/app/i18n/translate";
import { moneyLeft, points, reasonText, ruleText, shareOf, withText } from "./describe-reason";
import type { ProposalWords } from "./proposal-words";
import type { ReadLine, ReadProposal } from "./read-proposal";

interface Scene {
  readonly read: ReadProposal;
  readonly words: ProposalWords;
  readonly t: Translator;
}

const Progress = z.object({
  step: z.enum(["plan", "reasons", "prices", "clash"]),
  score: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  done: z.number(),
  total: z.number(),
  greatest: z.number(),
});

/** The search under way in words, `null` if there is none. */
export function describeSearch({ read: { job }, t }: Scene) {
  if (job?.state !== "queued" && job?.state !== "running") return null;
  const parsed = Progress.safeParse(job.progress);
  if (!parsed.success)
    return { part: 0, of: 1, text: t(job.state === "queued" ? "plan.search.queued" : "plan.search.begun") };
  const { step, score, bound, gap, done, total, greatest } = parsed.data;
  if (step !== "plan") return { part: done, of: total, text: t(`plan.search.${step}`, { done, total }) };
  const share = (value: number | null) => (value === null || greatest === 0 ? "–" : shareOf(t, value, greatest));
  const text = t(score === null ? "plan.search.first" : "plan.search.plan", {
    score: share(score),
    bound: share(bound),
    gap: gap === null ? "–" : t.percent(gap, 1),
  });
  return { part: gap === null ? 0 : Math.max(0, 1 - gap), of: 1, text };
}

/** What was found, in one sentence. */
export function describeFinding({ read, words, t }: Scene): string {
  const plan = read.run?.outcome.proposal.plan;
  const state = read.job?.state;
  if (state === "failed") {
    const reason = read.job?.error ?? "";
    return reason.includes("changed") ? t("plan.finding.conflict") : t("plan.finding.failed", { reason });
  }
  if (!read.run) return t(state === "cancelled" ? "plan.finding.stopped" : "plan.finding.waiting");
  if (!plan)
    return t(read.run.outcome.proposal.status === "infeasible" ? "plan.finding.clash" : "plan.finding.stopped");
  if (plan.lines.length === 0) return t("plan.finding.empty");
  return t("plan.finding.solved", {
    lines: plan.lines.length,
    cost: words.money(plan.cost - read.run.problem.given.reduce((sum, { cost }) => sum + cost, 0)),
    share: shareOf(t, plan.score, read.greatest),
    out: unanswered(read).length,
  });
}

/** Lines that were asked for, would add something and stay out; of several for one request the one that adds most. */
export function unanswered({ lines }: ReadProposal): readonly ReadLine[] {
  const seen = new Set<string>();
  return [...lines]
    .filter(({ included, content, reason }) => !included && content.requests.length > 0 && (reason?.gain ?? 0) > 0)
    .sort(
      (a, b) => a.content.members.length - b.content.members.length || (b.reason?.gain ?? 0) - (a.reason?.gain ?? 0),
    )
    .filter(({ content }) => {
      if (content.requests.some((id) => seen.has(id))) return false;
      for (const id of content.requests) seen.add(id);
      return true;
    });
}

/** The margin of the head: state, what it rests on, how sure. */
export function describeTerms({ read, t }: Scene): readonly (readonly [string, string])[] {
  const { proposal, run, solvedAt, lines } = read;
  const terms: (readonly [string, string])[] = [[t("plan.term.state"), t(`plan.state.${proposal.state}`)]];
  if (!run || !solvedAt) return terms;
  const { scene, outcome } = run;
  const { status, gap, plan } = outcome.proposal;
  const at = t.dateTime(solvedAt);
  terms.push([t("plan.term.rests"), t("plan.term.restsValue", { answered: scene.answered, members: scene.members })]);
  terms.push([
    t("plan.term.solved"),
    plan === null
      ? t("plan.term.unknown", { at })
      : status === "optimal"
        ? t("plan.term.optimal", { at, seconds: t.number(outcome.seconds, { maximumFractionDigits: 1 }) })
        : t("plan.term.bestFound", { at, gap: gap === null ? "–" : t.percent(gap, 2) }),
  ]);
  const hand = lines.filter(({ lock }) => lock !== null).length;
  terms.push([t("plan.term.hand"), t("plan.term.handValue", { count: hand })]);
  terms.push([t("plan.term.supply"), t(scene.supplyRunId === null ? "plan.term.noSupply" : "plan.term.withSupply")]);
  return terms;
}

/** Money by funder, with the segments of its drawing. */
export function describeMoney({ read, words, t }: Scene) {
  const plan = read.run?.outcome.proposal.plan;
  const problem = read.run?.problem;
  if (!plan || !problem) return null;
  const given = problem.given.reduce((sum, { cost }) => sum + cost, 0);
  const used = (funder: string) =>
    plan.lines.reduce(
      (sum, line) => sum + line.funding.reduce((own, each) => own + (each.funder === funder ? each.amount : 0), 0),
      0,
    );
  const rows = [
    { id: "given", name: t("plan.money.given"), amount: given, used: given },
    ...(problem.rules.funders ?? []).map(({ id, amount }) => ({ id, name: words.funder(id), amount, used: used(id) })),
  ];
  const budget = problem.rules.budget ?? 0;
  return {
    label: t("plan.money.drawn", {
      used: words.money(plan.cost),
      budget: words.money(budget),
      left: words.money(moneyLeft(read)),
    }),
    segments: rows,
    rows: rows.map((row) => ({
      ...row,
      amount: words.money(row.amount),
      used: words.money(row.used),
      left: words.money(row.amount - row.used),
    })),
  };
}

/** What the planner's locks cost, as far as it is known. */
export function describeHand({ read, t }: Scene): string | null {
  const count = read.lines.filter(({ lock }) => lock !== null).length;
  if (count === 0) return null;
  const plan = read.run?.outcome.proposal.plan;
  const free = read.run?.outcome.unlocked;
  if (read.changed || !plan) return t("plan.hand.unknown", { count });
  if (!free) return t("plan.hand.late", { count });
  const values = {
    count,
    points: points(t, free.score - plan.score, read.greatest),
    with: shareOf(t, plan.score, read.greatest),
    without: shareOf(t, free.score, read.greatest),
  };
  if (free.score > plan.score) return t(free.proven ? "plan.hand.costs" : "plan.hand.atLeast", values);
  return t(free.proven ? "plan.hand.free" : "plan.hand.late", values);
}

/** A line as the tables show it. */
export function describeLine(line: ReadLine, scene: Scene) {
  const { read, words, t } = scene;
  const { content, reason, score, lock } = line;
  const problem = read.run?.problem;
  const month = content.month === null || content.month === undefined ? null : (problem?.months[content.month] ?? null);
  const contributions =
    read.run?.outcome.proposal.plan?.contributions.filter(({ activity }) => activity === line.id) ?? [];
  const why = reason?.why ?? null;
  const values = {
    points: points(t, score ?? 0, read.greatest),
    needs: contributions.length,
    requests: content.requests.length,
    instead: why?.instead?.length ?? 0,
  };
  const whom =
    content.members.length > 6
      ? t("plan.in.members", { count: content.members.length })
      : t.list(content.members.map(words.member));
  const closeness = why?.closeness ?? null;
  return {
    id: line.id,
    kind: line.kind,
    lock,
    title: words.line(line),
    asked: content.asked,
    monthAt: content.month ?? null,
    members: content.members,
    when:
      month === null ? (line.kind === "standing" ? t("plan.in.allYear") : t("plan.in.noMonth")) : words.month(month),
    whom,
    reason:
      line.kind !== "needs"
        ? t("plan.in.whyGiven")
        : line.included
          ? t(why === null ? "plan.in.reasonShort" : "plan.in.reason", values)
          : reasonText(line, scene),
    experts: content.experts.map((id, seat) =>
      seat === 0 ? t("plan.in.lead", { name: words.expert(id) }) : words.expert(id),
    ),
    cost: words.money(line.cost ?? 0),
    without:
      line.kind !== "needs" || !why
        ? line.kind === "needs"
          ? t("plan.in.notYet")
          : "–"
        : why.status === "infeasible"
          ? t("plan.in.indispensable")
          : why.loss === null
            ? t("plan.in.notYet")
            : why.status === "bestFound"
              ? t("plan.in.atMost", { points: points(t, why.loss, read.greatest) })
              : points(t, why.loss, read.greatest),
    closeness,
    closenessText: closeness === null ? "–" : t.percent(Math.floor(closeness * 1000) / 1000, 1),
    taken: line.included ? "" : withText(line, scene),
  };
}

/** The rules that clash, each with its way out. */
export function describeClash(scene: Scene) {
  const clash = scene.read.run?.outcome.clash;
  if (!clash) return null;
  const { t, words } = scene;
  const amount = (rule: string, value: number) =>
    rule === "budget" || rule === "funder" ? words.money(value) : t.number(value);
  return clash.clash.map((rule) => {
    const remedy = clash.remedies.find((each) => each.rule === rule.rule && each.subject === rule.subject);
    const way =
      remedy === undefined
        ? t("plan.clash.none")
        : remedy.now === null || remedy.needed === null
          ? t("plan.clash.drop")
          : t("plan.clash.amount", { now: amount(rule.rule, remedy.now), needed: amount(rule.rule, remedy.needed) });
    return { id: `${rule.rule} ${rule.subject}`, rule: ruleText(rule, scene), way };
  });
}

/** Prices of the rules, the dearest first. */
export function describePrices(scene: Scene) {
  const { read, t } = scene;
  return [...(read.run?.outcome.prices ?? [])]
    .sort((a, b) => (b.price ?? 0) - (a.price ?? 0))
    .map((price) => ({
      id: `${price.rule} ${price.subject}`,
      rule: ruleText(price, scene),
      points:
        price.price === null
          ? "–"
          : price.status === "optimal"
            ? points(t, price.price, read.greatest)
            : t("plan.price.atLeast", { points: points(t, Math.max(0, price.price), read.greatest) }),
    }));
}

/** The proposal beside greedy choice; who gets nothing. */
export function describeComparison({ read, words, t }: Scene) {
  const outcome = read.run?.outcome;
  if (!outcome?.figures) return null;
  const rows = [
    { id: "this", name: t("plan.compare.this"), figures: outcome.figures },
    ...(outcome.greedy ? [{ id: "greedy", name: t("plan.compare.greedy"), figures: outcome.greedy.figures }] : []),
  ];
  const without = outcome.figures.membersWithout;
  return {
    rows: rows.map(({ id, name, figures }) => ({
      id,
      name,
      lines: figures.lines,
      met: shareOf(t, figures.score, read.greatest),
      cost: words.money(figures.cost),
      perNeed: figures.costPerNeed === null ? "–" : words.money(Math.round(figures.costPerNeed)),
      without: figures.membersWithout.length,
    })),
    who:
      without.length === 0
        ? t("plan.compare.nobody")
        : t("plan.compare.who", { members: t.list(without.map(words.member)) }),
  };
}

/** Needs without a candidate and workshops with too few candidates. */
export function describeUnmet({ read, words, t }: Scene): readonly string[] {
  if (!read.run) return [];
  const { unmet, notViable } = read.run;
  return [
    t("plan.not.unmet", { count: unmet.length, members: new Set(unmet.map(({ member }) => member)).size }),
    ...notViable.map(({ area, candidates, administrations }) =>
      t("plan.not.accreditation", { area: words.topic(area), candidates, administrations }),
    ),
  ];
}
