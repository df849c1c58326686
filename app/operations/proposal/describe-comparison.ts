import type { Translator } from "~/app/i18n/translate";
import { comparePlans } from "./compare-plans";
import { type ProposalScene, shareOf, titleOf } from "./describe-reason";
import { LineContent } from "./line-content";
import type { OtherPlan, OtherPlanName } from "./other-plans";

/** Another plan by name. */
export function otherPlanName({ id, name }: OtherPlanName, t: Translator): string {
  if (id === "greedy") return t("plan.compare.greedy");
  return id === "free" ? t("plan.compare.free") : (name ?? id);
}

/** The proposal and another plan side by side; `null` without a plan. */
export function describePlanComparison(other: OtherPlan, scene: ProposalScene) {
  const { read, words, t } = scene;
  const plan = read.run?.outcome.proposal.plan;
  if (!read.run || !plan) return null;
  const {
    own,
    other: theirs,
    difference,
    like,
  } = comparePlans(
    read.run.problem,
    plan.lines.map(({ activity }) => activity),
    other,
  );
  const name = otherPlanName(other, t);
  const further = new Map(other.further.map((activity) => [activity.id, activity]));
  const title = (id: string) => {
    const activity = further.get(id);
    if (!activity) return titleOf(id, read, words);
    return other.titles.get(id) ?? words.line({ id, content: LineContent.parse(activity) });
  };
  const signed = (value: number) =>
    t.number(value / 10_000, { minimumFractionDigits: 4, maximumFractionDigits: 4, signDisplay: "exceptZero" });
  const rowsOf = (lines: typeof difference.onlyA) =>
    lines
      .map(({ activity, score, cost }) => {
        const same = like.get(activity);
        return {
          id: activity,
          title: title(activity),
          candidate: !further.has(activity),
          score: signed(score),
          worth: Math.abs(score),
          cost: other.printed && further.has(activity) ? "–" : words.moneyChange(cost),
          like: same === undefined ? t("plan.compare.nothingLike") : title(same),
        };
      })
      .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
  const names = (ids: readonly string[]) => t.list(ids.map(words.member));
  const changed = [...difference.onlyA, ...difference.onlyB].reduce((sum, { score }) => sum + score, 0);
  return {
    id: other.id,
    name,
    finding: t("plan.compare.finding", {
      other: name,
      own: shareOf(t, own.score, read.greatest),
      theirs: shareOf(t, theirs.score, read.greatest),
      without: own.membersWithout.length,
      theirWithout: theirs.membersWithout.length,
    }),
    note: other.printed ? t("plan.compare.printed") : null,
    figures: [
      { id: "own", name: t("plan.compare.this"), figures: own },
      { id: "other", name, figures: theirs },
    ].map(({ id, name: row, figures }) => ({
      id,
      name: row,
      lines: figures.lines,
      met: shareOf(t, figures.score, read.greatest),
      needs: figures.coveredNeeds,
      without: figures.membersWithout.length,
      who: figures.membersWithout.length === 0 ? t("plan.compare.none") : names(figures.membersWithout),
    })),
    onlyOwn: rowsOf(difference.onlyA),
    onlyOther: rowsOf(difference.onlyB),
    shared: own.lines - difference.onlyA.length,
    sum: t("plan.compare.sum", {
      lines: signed(changed),
      moved: signed(difference.score - changed),
      total: signed(difference.score),
    }),
    members: [
      ...(difference.membersOnlyA.length > 0
        ? [t("plan.compare.membersOwn", { members: names(difference.membersOnlyA) })]
        : []),
      ...(difference.membersOnlyB.length > 0
        ? [t("plan.compare.membersOther", { members: names(difference.membersOnlyB), other: name })]
        : []),
    ],
  };
}
