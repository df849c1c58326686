import { coverageValue } from "~/analysis/plan/compile-plan";
import { fitText } from "./describe-change";
import { staysText } from "./describe-figures";
import { describeLine } from "./describe-proposal";
import { type ProposalScene, points, reasonText, titleOf } from "./describe-reason";
import type { LineChoice } from "./explanation";
import type { ReadLine } from "./read-proposal";

/** Everything that the page of one line says, as far as it has been worked out. */
export function describeLinePage(line: ReadLine, scene: ProposalScene) {
  const { t } = scene;
  const { why } = line;
  return {
    ...describeLine(line, scene),
    finding: findingText(line, scene),
    facts: describeFacts(line, scene),
    credit: describeCredit(line, scene),
    why: why === null ? null : describeWhy(line, scene),
    changes: line.included ? null : describeChanges(line, scene),
    choices: line.included ? describeChoices(line, scene) : null,
    stays: staysText(line.id, scene),
    locking: lockingText(line, scene),
    given: line.kind !== "needs" ? t("plan.in.whyGiven") : null,
  };
}

/** The line in one sentence: in or out, why, how close. */
function findingText(line: ReadLine, scene: ProposalScene): string {
  const { read, t } = scene;
  if (line.kind !== "needs") return t("plan.in.whyGiven");
  const { why } = line;
  if (line.included) {
    const met = points(t, line.score ?? 0, read.greatest);
    if (why?.status === "infeasible") return t("plan.one.indispensable", { met });
    if (!why || why.loss === null) return t("plan.one.in", { met });
    return t("plan.one.inLoss", {
      met,
      loss: points(t, why.loss, read.greatest),
      status: why.status,
      come: why.come.length,
    });
  }
  const reason = reasonText(line, scene);
  if (why?.status === "infeasible") return t("plan.one.outImpossible", { reason });
  if (!why || why.loss === null || why.closeness === null) return t("plan.one.out", { reason });
  return t("plan.one.outLoss", {
    reason,
    loss: points(t, Math.max(0, why.loss), read.greatest),
    closeness: t.percent(Math.floor(why.closeness * 1000) / 1000, 1),
    status: why.status,
  });
}

/** Terms of the margin: what the line is. */
function describeFacts(line: ReadLine, { read, words, t, use }: ProposalScene): readonly (readonly [string, string])[] {
  const { content } = line;
  const own = use?.activity(line.id);
  const months = read.run?.problem.months ?? [];
  const monthOf = (at: number) => words.month(months[at] ?? "");
  const facts: (readonly [string, string])[] = [
    [t("plan.one.state"), t(line.included ? "plan.one.inPlan" : "plan.one.leftOut", { lock: line.lock ?? "none" })],
    [t("plan.one.mode"), t(`plan.mode.${content.kind === "accreditation" ? "accreditation" : content.mode}`)],
  ];
  if (content.topic) facts.push([t("plan.one.topic"), words.topic(content.topic)]);
  if (line.kind === "needs")
    facts.push([t("plan.one.requests"), t("plan.one.requestsValue", { count: content.requests.length })]);
  if (content.month !== null && content.month !== undefined) facts.push([t("plan.one.month"), monthOf(content.month)]);
  if (own && own.months.length < months.length) facts.push([t("plan.one.months"), t.list(own.months.map(monthOf))]);
  if (own && own.teamSize > 0) facts.push([t("plan.one.team"), t("plan.one.teamValue", { count: own.teamSize })]);
  if (content.experts.length > 0) facts.push([t("plan.in.led"), t.list(content.experts.map(words.expert))]);
  if (content.languages && content.languages.length > 0)
    facts.push([t("plan.one.languages"), t.list(content.languages.map(words.language), "disjunction")]);
  if (content.host) facts.push([t("plan.one.host"), words.member(content.host)]);
  else if (line.included && own && own.hosts.length > 0)
    facts.push([t("plan.one.host"), t("plan.one.hostOpen", { count: own.hosts.length })]);
  if (own) facts.push([t("plan.one.days"), t("plan.one.daysValue", { count: own.officeDays })]);
  facts.push([t("plan.in.cost"), words.money(line.cost ?? 0)]);
  if (content.funding.length > 0)
    facts.push([
      t("plan.one.paid"),
      t.list(
        content.funding.map(({ funder, amount }) =>
          t("plan.one.share", { funder: words.funder(funder), amount: words.money(amount) }),
        ),
      ),
    ]);
  return facts;
}

/**
 * What each covered need adds: of a line in the plan the contributions that are credited to it, whose sum is its score;
 * of one left out what it would add over the line that meets the need now, whose sum is what it would add beside the plan.
 */
function describeCredit(line: ReadLine, { read, words, t, use }: ProposalScene) {
  const own = use?.activity(line.id);
  const plan = read.run?.outcome.proposal.plan;
  if (!use || !own || !plan) return null;
  const needs = new Map(use.problem.needs.map((need) => [need.id, need]));
  const now = new Map(plan.contributions.map((each) => [each.need, each]));
  const rows = own.covers.flatMap((coverage) => {
    const need = needs.get(coverage.need);
    if (!need) return [];
    const value = coverageValue(use.problem, need.weight, own.mode, coverage);
    const met = now.get(need.id);
    const mine = met?.activity === own.id;
    const adds = line.included ? (mine ? value : 0) : Math.max(0, value - (met?.value ?? 0));
    return [
      {
        id: need.id,
        member: need.member === null ? t("plan.one.region") : words.member(need.member),
        topic: words.topic(need.topic),
        weight: need.weight,
        quality: Math.max(0, use.problem.quality[own.mode] - (coverage.mismatch ? use.problem.mismatch : 0)),
        mismatch: coverage.mismatch,
        imputed: need.imputed,
        by:
          met === undefined || mine
            ? null
            : { id: met.activity, title: titleOf(met.activity, read, words), value: met.value },
        adds,
      },
    ];
  });
  const sum = rows.reduce((total, { adds }) => total + adds, 0);
  const exact = (value: number) => t.number(value / 10_000, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  return {
    rows: rows
      .sort((a, b) => b.adds - a.adds || (a.id < b.id ? -1 : 1))
      .map(({ weight, quality, adds, by, ...row }) => ({
        ...row,
        weight: t.number(weight, { minimumFractionDigits: 4, maximumFractionDigits: 4 }),
        quality: t.number(quality, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        by: by && { id: by.id, title: by.title, value: exact(by.value) },
        adds: exact(adds),
      })),
    sum: exact(sum),
    points: points(t, sum, read.greatest),
    greatest: exact(read.greatest),
  };
}

/** The re-solved plan beside the proposal, changed line by changed line; the rows add up to the last one. */
function describeWhy(line: ReadLine, { read, words, t }: ProposalScene) {
  const { why } = line;
  if (!why) return null;
  const signed = (value: number) =>
    t.number(value / 10_000, { minimumFractionDigits: 4, maximumFractionDigits: 4, signDisplay: "exceptZero" });
  const changed = [
    ...why.gone.map((each) => ({ ...each, way: "gone" as const })),
    ...why.come.map((each) => ({ ...each, way: "come" as const })),
  ];
  const loss = why.loss;
  const moved = loss === null ? 0 : 0 - loss - changed.reduce((sum, { score }) => sum + score, 0);
  return {
    status: why.status,
    text:
      why.status === "infeasible"
        ? t(line.included ? "plan.why.neededAll" : "plan.out.impossible")
        : loss === null
          ? t("plan.out.notSolved")
          : t(line.included ? "plan.why.in" : "plan.why.out", {
              loss: points(t, Math.max(0, loss), read.greatest),
              status: why.status,
              gone: line.included ? why.gone.length - 1 : why.gone.length,
              come: line.included ? why.come.length : why.come.length - 1,
            }),
    rows: changed.map(({ activity, cost, score, way }) => ({
      id: activity,
      title: titleOf(activity, read, words),
      way: t(`plan.why.${way}`),
      score: signed(score),
      cost: words.moneyChange(cost),
    })),
    moved: moved === 0 ? null : signed(moved),
    total:
      loss === null
        ? null
        : { score: signed(0 - loss), cost: words.moneyChange(changed.reduce((sum, { cost }) => sum + cost, 0)) },
    members: [
      ...(why.membersGone.length > 0
        ? [t("plan.why.membersGone", { members: t.list(why.membersGone.map(words.member)) })]
        : []),
      ...(why.membersCome.length > 0
        ? [t("plan.why.membersCome", { members: t.list(why.membersCome.map(words.member)) })]
        : []),
    ],
  };
}

function describeChanges(line: ReadLine, scene: ProposalScene) {
  const { read, t } = scene;
  const found = read.explained.changes.get(line.id);
  if (found === undefined) return null;
  if (found.tied) return { rows: [], text: t("plan.changes.tied") };
  return {
    rows: found.changes.map((change) => fitText(line, change, scene)),
    text: !found.complete ? t("plan.changes.open") : found.changes.length === 0 ? t("plan.changes.none") : null,
  };
}

function describeChoices(line: ReadLine, scene: ProposalScene) {
  const { read, words } = scene;
  const found = read.explained.choices.get(line.id);
  if (found === undefined) return null;
  return [
    { id: "experts" as const, rows: found.experts.map((choice) => choiceRow(choice, words.expert(choice.id), scene)) },
    { id: "months" as const, rows: found.months.map((choice) => choiceRow(choice, words.month(choice.id), scene)) },
    { id: "hosts" as const, rows: found.hosts.map((choice) => hostRow(choice, scene)) },
  ];
}

function choiceRow(
  { id, feasible, score, cost, drops, newTeams }: LineChoice,
  name: string,
  { read, words, t }: ProposalScene,
) {
  return {
    id,
    name,
    feasible,
    score: score === null ? "–" : points(t, score, read.greatest),
    cost: cost === null ? "–" : words.moneyChange(cost),
    what: !feasible
      ? t("plan.choice.impossible")
      : drops.length > 0
        ? t("plan.choice.drops", { line: t.list(drops.map((drop) => titleOf(drop, read, words))) })
        : t("plan.choice.free", { teams: newTeams.length }),
  };
}

/** A host that has taken all it takes says so. */
function hostRow(choice: LineChoice, scene: ProposalScene) {
  const { read, words, t } = scene;
  const row = choiceRow(choice, words.member(choice.id), scene);
  const most = read.run?.hosting.find(({ member }) => member === choice.id)?.most;
  const taken = read.run?.outcome.proposal.plan?.lines.filter(({ host }) => host === choice.id).length ?? 0;
  return most === undefined || taken < most ? row : { ...row, what: t("plan.choice.hostFull", { taken, most }) };
}

/** What it costs to lock the line in or to drop it. */
function lockingText(line: ReadLine, { read, t }: ProposalScene): string | null {
  if (line.kind !== "needs") return null;
  if (line.lock !== null) return t("plan.locking.locked", { lock: line.lock });
  const { why } = line;
  if (!why || (why.loss === null && why.status !== "infeasible")) return t("plan.locking.open");
  if (why.status === "infeasible") return t(line.included ? "plan.locking.never" : "plan.locking.clash");
  return t(line.included ? "plan.locking.drop" : "plan.locking.bring", {
    points: points(t, Math.max(0, why.loss ?? 0), read.greatest),
    status: why.status,
  });
}
