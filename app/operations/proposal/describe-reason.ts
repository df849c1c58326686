import type { RuleRef } from "~/analysis/plan/without-rule";
import type { Translator } from "~/app/i18n/translate";
import type { ProposalWords } from "./proposal-words";
import type { ReadLine, ReadProposal } from "./read-proposal";

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

interface Scene {
  readonly read: ReadProposal;
  readonly words: ProposalWords;
  readonly t: Translator;
}

/** Why a line is left out, with the figures of its own case. */
export function reasonText(line: ReadLine, { read, words, t }: Scene): string {
  if (line.lock === "out") return t("plan.reason.locked");
  const left = moneyLeft(read);
  const values = {
    cost: words.money(line.cost ?? 0),
    left: words.money(left),
    team: line.content.teamSize,
    language: t.list((line.content.languages ?? []).map(words.language), "disjunction"),
    limit: read.run?.problem.rules.absorption?.limit ?? 0,
  };
  switch (line.reason?.reason) {
    case "noRequest":
    case "budget":
    case "funder":
    case "expert":
    case "language":
    case "month":
    case "absorption":
    case "officeWorkload":
    case "dominated":
    case "needMetOtherwise":
    case "locked":
      return t(`plan.reason.${line.reason.reason}`, values);
    default:
      return t("plan.reason.unknown");
  }
}

/** Budget less the cost of the plan and the given lines. */
export function moneyLeft(read: ReadProposal): number {
  const budget = read.run?.problem.rules.budget ?? 0;
  return budget - (read.run?.outcome.proposal.plan?.cost ?? 0);
}

/** What the plan would lose with a line that is left out, and which lines would give way. */
export function withText(line: ReadLine, { read, words, t }: Scene): string {
  const why = line.reason?.why;
  if (!why) return t("plan.out.notYet");
  if (why.status === "infeasible") return t("plan.out.impossible");
  if (why.loss === null) return t("plan.out.notYet");
  if (why.loss <= 0) return t("plan.out.same");
  const titles = (why.displaces ?? []).map((id) => titleOf(id, read, words));
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
export function ruleText({ rule, subject }: RuleRef, { read, words, t }: Scene): string {
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
