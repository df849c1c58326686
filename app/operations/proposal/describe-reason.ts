import { coverageValue } from "~/analysis/plan/compile-plan";
import { mayFund } from "~/analysis/plan/eligibility";
import type { PlanActivity } from "~/analysis/plan/problem";
import type { RuleRef } from "~/analysis/plan/without-rule";
import type { Translator } from "~/app/i18n/translate";
import { type Obstacle, type PlanUse, planUse, whoCouldLead } from "./plan-use";
import type { ProposalWords } from "./proposal-words";
import type { ReadLine, ReadProposal } from "./read-proposal";

/** What the texts of a proposal are made from. */
export interface ProposalScene {
  readonly read: ReadProposal;
  readonly words: ProposalWords;
  readonly t: Translator;
  /** What the plan uses; `null` without a plan. */
  readonly use: PlanUse | null;
}

export function proposalScene(scene: Omit<ProposalScene, "use">): ProposalScene {
  const { run } = scene.read;
  const plan = run?.outcome.proposal.plan;
  return { ...scene, use: run && plan ? planUse(run.problem, plan.lines) : null };
}

/** Points of met need: hundredths of all need that training can close. */
export function points(t: Translator, score: number, greatest: number): string {
  const value = greatest > 0 ? (100 * score) / greatest : 0;
  const rounded = Math.abs(value) < 0.005 ? 0 : value;
  return t.number(rounded, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A score as a share of all need that training can close. */
export function shareOf(t: Translator, score: number, greatest: number): string {
  return t.percent(greatest > 0 ? score / greatest : 0, 1);
}

/** Why a line is left out, with the figures of its own case. */
export function reasonText(line: ReadLine, scene: ProposalScene): string {
  const { read, words, t, use } = scene;
  const own = use?.activity(line.id);
  const gain = points(t, line.reason?.gain ?? 0, read.greatest);
  if (line.lock === "out" || line.reason?.reason === "locked") return t("plan.reason.locked", { points: gain });
  const reason = line.reason?.reason ?? line.why?.reason;
  if (!own || !use) return t("plan.reason.unknown");
  switch (reason) {
    case "noRequest":
      return t("plan.reason.noRequest", { members: own.members.length, topic: words.topic(own.topic) });
    case "budget":
      return t("plan.reason.budget", { cost: words.money(own.cost), left: words.money(moneyLeft(read)) });
    case "funder":
      return funderText(own, scene, use);
    case "expert":
    case "language":
      return expertText(own, reason, scene, use);
    case "month":
      return monthText(own, scene, use);
    case "absorption":
      return absorptionText(own, scene, use);
    case "officeWorkload":
      return workloadText(own, scene, use);
    case "dominated":
      return dominatedText(own, scene, use);
    case "needMetOtherwise":
      return metText(own, scene, use);
    default:
      return t("plan.reason.unknown");
  }
}

function funderText(own: PlanActivity, { words, t }: ProposalScene, use: PlanUse): string {
  const funders = use.problem.rules.funders ?? [];
  const able = funders.filter((funder) => mayFund(funder, own));
  const cost = words.money(own.cost);
  if (able.length === 0) return t("plan.reason.noFunder", { cost, funders: funders.length });
  const purses = able.map(({ id }) =>
    t("plan.reason.purse", { funder: words.funder(id), left: words.money(use.fundsLeft(id)) }),
  );
  return t("plan.reason.funder", { cost, purses: t.list(purses) });
}

/** Persons that a reason names before it counts the others. */
const MOST_NAMED = 3;

function expertText(own: PlanActivity, reason: "expert" | "language", scene: ProposalScene, use: PlanUse): string {
  const { words, t } = scene;
  const { leads, standing, seats } = whoCouldLead(use, own);
  const language = t.list((own.languages ?? []).map(words.language), "disjunction");
  const values = { team: own.teamSize, seats, standing, leads: leads.length, language };
  if (leads.length === 0 && (reason === "language" || standing > 0)) return t("plan.reason.noSpeaker", values);
  if (leads.length === 0) return t("plan.reason.nobody", values);
  const named = leads.slice(0, MOST_NAMED).map((lead) => obstacleText(lead, scene));
  const more = leads.length - named.length;
  const who = more > 0 ? [...named, t("plan.reason.moreLeads", { count: more })] : named;
  return t(reason === "language" ? "plan.reason.language" : "plan.reason.expert", { ...values, who: t.list(who) });
}

function obstacleText({ expert, kept, lines, missions }: Obstacle, { read, words, t }: ProposalScene): string {
  const name = words.expert(expert);
  const taken = t.list(lines.slice(0, 2).map((id) => titleOf(id, read, words)));
  const values = { name, missions, lines: taken, count: lines.length };
  return t(`plan.reason.kept.${kept}`, values);
}

function monthText(own: PlanActivity, { t }: ProposalScene, use: PlanUse): string {
  const { leads } = whoCouldLead(use, own);
  const full = own.months.filter((month) => (use.daysLeft(month) ?? Number.POSITIVE_INFINITY) < own.officeDays);
  const free = (month: number) =>
    leads.some(
      ({ expert, kept }) =>
        kept === "free" &&
        use.problem.experts.find(({ id }) => id === expert)?.months.includes(month) &&
        !use.linesOf(expert).some((line) => line.month === month),
    );
  const unstaffed = own.months.filter((month) => own.teamSize > 0 && !free(month));
  return t("plan.reason.month", {
    months: own.months.length,
    full: full.length,
    days: own.officeDays,
    unstaffed: unstaffed.length,
  });
}

function absorptionText(own: PlanActivity, { words, t }: ProposalScene, use: PlanUse): string {
  const { absorption, missionsPerMember } = use.problem.rules;
  const limit = absorption?.limit ?? Number.POSITIVE_INFINITY;
  const full = own.members.find((member) => use.naming(member, "all") >= limit);
  if (full !== undefined)
    return t("plan.reason.absorption", { member: words.member(full), lines: use.naming(full, "all"), limit });
  const member = own.members[0] ?? "";
  return t("plan.reason.missions", {
    member: words.member(member),
    lines: use.naming(member, "missions"),
    limit: missionsPerMember ?? 0,
  });
}

function workloadText(own: PlanActivity, { words, t }: ProposalScene, use: PlanUse): string {
  const { officeDays } = use.problem.rules;
  const [best] = [...own.months].sort((a, b) => (use.daysLeft(b) ?? 0) - (use.daysLeft(a) ?? 0) || a - b);
  return t("plan.reason.officeWorkload", {
    days: own.officeDays,
    months: own.months.length,
    month: best === undefined ? "–" : words.month(use.problem.months[best] ?? ""),
    left: best === undefined ? 0 : (use.daysLeft(best) ?? 0),
    all: best === undefined ? 0 : (officeDays?.[best] ?? 0),
  });
}

function dominatedText(own: PlanActivity, { read, words, t }: ProposalScene, use: PlanUse): string {
  const values = valuesOf(own, use);
  const rival = use.chosen.find((line) => {
    const theirs = valuesOf(line, use);
    return line.cost <= own.cost && [...values].every(([need, value]) => (theirs.get(need) ?? -1) >= value);
  });
  if (rival === undefined) return t("plan.reason.needMetByNone");
  return t("plan.reason.dominated", {
    line: titleOf(rival.id, read, words),
    needs: values.size,
    cost: words.money(rival.cost),
    own: words.money(own.cost),
  });
}

function metText(own: PlanActivity, { read, words, t }: ProposalScene, use: PlanUse): string {
  const contributions = read.run?.outcome.proposal.plan?.contributions ?? [];
  const covered = new Map(contributions.map(({ need, activity }) => [need, activity]));
  const needs = own.covers.map(({ need }) => need);
  const met = needs.filter((need) => covered.has(need));
  const by = [...new Set(met.flatMap((need) => covered.get(need) ?? []))];
  const same = use.chosen.filter((line) => line.requests.some((id) => own.requests.includes(id))).map(({ id }) => id);
  const lines = by.length > 0 ? by : same;
  if (lines.length === 0) return t("plan.reason.needMetByNone");
  const named = lines.slice(0, 2).map((id) => titleOf(id, read, words));
  return t("plan.reason.needMetOtherwise", {
    met: met.length,
    needs: needs.length,
    lines: t.list(named),
    more: lines.length - named.length,
  });
}

function valuesOf(activity: PlanActivity, { problem }: PlanUse): ReadonlyMap<string, number> {
  const weights = new Map(problem.needs.map(({ id, weight }) => [id, weight]));
  return new Map(
    activity.covers
      .map((coverage): [string, number] => [
        coverage.need,
        coverageValue(problem, weights.get(coverage.need) ?? 0, activity.mode, coverage),
      ])
      .filter(([, value]) => value > 0),
  );
}

/** Budget less the cost of the plan and the given lines. */
export function moneyLeft(read: ReadProposal): number {
  const budget = read.run?.problem.rules.budget ?? 0;
  return budget - (read.run?.outcome.proposal.plan?.cost ?? 0);
}

/** What the plan would lose with a line that is left out, and which lines would give way. */
export function withText(line: ReadLine, { read, words, t }: ProposalScene): string {
  const { why } = line;
  if (!why) return t("plan.out.notYet");
  if (why.status === "infeasible") return t("plan.out.impossible");
  if (why.loss === null) return t("plan.out.notSolved");
  if (why.loss <= 0) return t("plan.out.same");
  const titles = why.gone.map(({ activity }) => titleOf(activity, read, words));
  const [first = "", second, ...more] = titles;
  const lines = second === undefined ? first : t.list(more.length > 0 ? [first] : [first, second]);
  const values = { points: points(t, why.loss, read.greatest), lines, count: titles.length, more: titles.length - 1 };
  return t(titles.length > 2 ? "plan.out.losesMany" : "plan.out.loses", values);
}

export function titleOf(id: string, read: ReadProposal, words: ProposalWords): string {
  const line = read.lines.find((each) => each.id === id);
  return line === undefined ? id : words.line(line);
}

/** A rule by name, with what it is about. */
export function ruleText({ rule, subject }: RuleRef, { read, words, t }: Omit<ProposalScene, "use">): string {
  switch (rule) {
    case "funder":
      return t("plan.rule.funder", { subject: words.funder(subject ?? "") });
    case "officeDays":
      return subject === null
        ? t("plan.rule.officeDays")
        : t("plan.rule.officeDaysIn", { subject: words.month(subject) });
    case "fixedIn":
    case "fixedOut":
      return t(`plan.rule.${rule}`, { subject: titleOf(subject ?? "", read, words) });
    default:
      return t(`plan.rule.${rule}`);
  }
}
