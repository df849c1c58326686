import type { Translator } from "~/app/i18n/translate";
import {
  describeBudgets,
  describeComparison,
  describeExplained,
  describePrices,
  describeReplicates,
} from "~/app/operations/proposal/describe-figures";
import {
  describeClash,
  describeFinding,
  describeHand,
  describeLine,
  describeMoney,
  describeSearch,
  describeTerms,
  describeUnmet,
} from "~/app/operations/proposal/describe-proposal";
import { proposalScene } from "~/app/operations/proposal/describe-reason";
import type { OtherPlan } from "~/app/operations/proposal/other-plans";
import { ProposalSettings } from "~/app/operations/proposal/proposal-settings";
import type { ProposalWords } from "~/app/operations/proposal/proposal-words";
import type { ReadProposal } from "~/app/operations/proposal/read-proposal";
import type { Funder } from "~/db/members";

export const VIEWS = ["needs", "standing", "fixed", "member", "month"] as const;
export type View = (typeof VIEWS)[number];

/** Lines left out that the page shows before it is asked for all. */
const CLOSEST = 20;

/** Everything that the page of a proposal shows, in words. */
export function loadPage({
  read,
  beside,
  words,
  t,
  search: query,
  funders,
  currency,
  mayEdit,
  mayApprove,
  plan,
}: {
  readonly read: ReadProposal;
  /** The plan that stands in the table of comparison. */
  readonly beside: OtherPlan | undefined;
  readonly words: ProposalWords;
  readonly t: Translator;
  readonly search: URLSearchParams;
  readonly funders: readonly Funder[];
  readonly currency: string;
  readonly mayEdit: boolean;
  readonly mayApprove: boolean;
  readonly plan: string | null;
}) {
  const scene = proposalScene({ read, words, t });
  const { proposal, lines } = read;
  const draft = proposal.state === "draft";
  const view = VIEWS.find((each) => each === query.get("view")) ?? "needs";
  const all = query.get("out") === "all";
  const inside = lines.filter(({ included }) => included);
  const needs = inside.filter(({ kind }) => kind === "needs");
  const outside = lines.filter(({ included }) => !included);
  const adding = outside
    .filter(({ reason, lock }) => lock !== null || (reason?.gain ?? 0) > 0)
    .sort(
      (a, b) =>
        Number(b.lock !== null) - Number(a.lock !== null) ||
        (b.why?.closeness ?? 0) - (a.why?.closeness ?? 0) ||
        (b.reason?.gain ?? 0) - (a.reason?.gain ?? 0),
    );
  // What was decided by hand is always shown.
  const shown = Math.max(CLOSEST, adding.filter(({ lock }) => lock !== null).length);
  const settings = ProposalSettings.parse(proposal.settings);
  return {
    id: proposal.id,
    here: `/plan/proposals/${proposal.id}`,
    title: proposal.name,
    revision: proposal.revision,
    finding: describeFinding(scene),
    terms: describeTerms(scene),
    search: describeSearch(scene),
    changed: read.changed,
    solved: Boolean(read.run?.outcome.proposal.plan),
    mayEdit: mayEdit && draft,
    mayApprove: mayApprove && draft,
    plan,
    clash: describeClash(scene),
    money: describeMoney(scene),
    hand: draft ? describeHand(scene) : null,
    view,
    counts: {
      needs: needs.length,
      standing: inside.filter(({ kind }) => kind === "standing").length,
      fixed: inside.filter(({ kind }) => kind === "fixed").length,
    },
    groups: groupsOf(
      view,
      (view === "standing" || view === "fixed"
        ? inside.filter(({ kind }) => kind === view)
        : view === "month"
          ? inside
          : needs
      ).map((line) => describeLine(line, scene)),
      { words, t, months: read.run?.problem.months ?? [] },
    ),
    out: {
      all,
      lines: (all ? adding : adding.slice(0, shown)).map((line) => describeLine(line, scene)),
      adding: adding.length,
      more: adding.length > shown,
      rest: outside.length - adding.length,
    },
    unmet: describeUnmet(scene),
    compare: describeComparison(scene, beside),
    free: !read.changed && Boolean(read.run?.outcome.unlocked),
    explained: describeExplained(scene),
    prices: describePrices(scene),
    budgets: describeBudgets(scene),
    replicates: describeReplicates(scene),
    settings: {
      currency,
      values: settings,
      funders: funders
        .filter(({ id, amount }) => amount !== null || (settings.funders[id] ?? 0) > 0)
        .map(({ id }) => ({ id, name: words.funder(id), value: settings.funders[id] ?? 0 })),
    },
  };
}

export type Page = ReturnType<typeof loadPage>;
export type PageLine = ReturnType<typeof describeLine>;

/** One group, or one for each member or month that the lines name. */
function groupsOf(
  view: View,
  lines: readonly PageLine[],
  { words, t, months }: { readonly words: ProposalWords; readonly t: Translator; readonly months: readonly string[] },
): readonly { readonly title: string | null; readonly lines: readonly PageLine[] }[] {
  if (view === "member") {
    const members = [...new Set(lines.flatMap((line) => line.members))]
      .map((id) => ({ id, name: words.member(id) }))
      .sort((a, b) => a.name.localeCompare(b.name, t.locale));
    return members.map(({ id, name }) => ({ title: name, lines: lines.filter((line) => line.members.includes(id)) }));
  }
  if (view === "month")
    return [
      ...months.map((name, at) => ({ title: words.month(name), lines: lines.filter(({ monthAt }) => monthAt === at) })),
      { title: t("plan.in.allYear"), lines: lines.filter(({ monthAt }) => monthAt === null) },
    ].filter((group) => group.lines.length > 0);
  return [{ title: null, lines }];
}
