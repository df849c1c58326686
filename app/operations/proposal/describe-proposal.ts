import { z } from "zod";
import { lineAnswering } from "./answered-requests";
import { staysText } from "./describe-figures";
import { moneyLeft, type ProposalScene, points, reasonText, ruleText, shareOf, withText } from "./describe-reason";
import type { PlannedRequest } from "./proposal-document";
import type { ReadLine, ReadProposal } from "./read-proposal";

const Progress = z.object({
  step: z.enum(["plan", "reasons", "clash"]),
  score: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  done: z.number(),
  total: z.number(),
  greatest: z.number(),
});

/** The search under way in words, `null` if there is none. */
export function describeSearch({ read: { job }, t }: ProposalScene) {
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
export function describeFinding({ read, words, t }: ProposalScene): string {
  const plan = read.run?.outcome.proposal.plan;
  const state = read.job?.state;
  if (state === "failed") return t("plan.finding.failed", { reason: read.job?.error ?? "" });
  if (state === "finished" && wasSuperseded(read.job?.result)) return t("plan.finding.conflict");
  if (!read.run) return t(state === "queued" || state === "running" ? "plan.finding.waiting" : "plan.finding.stopped");
  if (!plan)
    return t(read.run.outcome.proposal.status === "infeasible" ? "plan.finding.clash" : "plan.finding.stopped");
  if (plan.lines.length === 0) return t("plan.finding.empty");
  return t("plan.finding.solved", {
    lines: plan.lines.length,
    cost: words.money(plan.cost - read.run.problem.given.reduce((sum, { cost }) => sum + cost, 0)),
    share: shareOf(t, plan.score, read.greatest),
    asked: read.run.requests.length,
    out: unanswered(read).length,
  });
}

const Superseded = z.object({ superseded: z.literal(true) });

/** Whether a search ended without being stored, because the proposal was changed meanwhile. */
function wasSuperseded(result: unknown): boolean {
  return Superseded.safeParse(result).success;
}

/** Requests that no line of the plan answers and whose need none covers: as many as approval turns down. */
export function unanswered({ run }: Pick<ReadProposal, "run">): readonly PlannedRequest[] {
  if (!run) return [];
  const answers = lineAnswering(run);
  return run.requests.filter((request) => answers(request) === null);
}

/** The margin of the head: state, what it rests on, how sure. */
export function describeTerms({ read, t }: ProposalScene): readonly (readonly [string, string])[] {
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
export function describeMoney({ read, words, t }: ProposalScene) {
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
export function describeHand({ read, t }: ProposalScene): string | null {
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
export function describeLine(line: ReadLine, scene: ProposalScene) {
  const { read, words, t } = scene;
  const { content, why, score, lock } = line;
  const problem = read.run?.problem;
  const month = content.month === null || content.month === undefined ? null : (problem?.months[content.month] ?? null);
  const contributions =
    read.run?.outcome.proposal.plan?.contributions.filter(({ activity }) => activity === line.id) ?? [];
  const values = {
    points: points(t, score ?? 0, read.greatest),
    needs: contributions.length,
    requests: content.requests.length,
    instead: why?.come.length ?? 0,
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
    stays: staysText(line.id, scene),
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
export function describeClash(scene: ProposalScene) {
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

/** Needs without a candidate, groups that are no candidates, and workshops with too few candidates. */
export function describeUnmet({ read, words, t }: ProposalScene): readonly string[] {
  if (!read.run) return [];
  const { unmet, notViable, jointLeftOut } = read.run;
  return [
    t("plan.not.unmet", { count: unmet.length, members: new Set(unmet.map(({ member }) => member)).size }),
    ...(jointLeftOut.leftOut > 0 ? [t("plan.not.joint", { ...jointLeftOut })] : []),
    ...notViable.map(({ area, candidates, administrations }) =>
      t("plan.not.accreditation", { area: words.topic(area), candidates, administrations }),
    ),
  ];
}
