import { may, type Role } from "~/app/auth/permissions";
import type { CycleStep } from "~/app/components/cycle-drawing";
import type { Translator } from "~/app/i18n/translate";
import type { OfficeState } from "~/app/operations/read-home";

/** A matter that waits for the reader. */
export interface Matter {
  readonly id: string;
  readonly when: string;
  readonly title: string;
  readonly body: string;
  readonly href: string;
  readonly action: string;
}

/** The state of the office in one sentence. */
export function findingOf(state: OfficeState, t: Translator): string {
  const { survey, ranking, supply, proposal, plan, members, cycle } = state;
  if (plan) return t("home.finding.planned");
  if (proposal) return t("home.finding.proposed", { next: t.cycle(cycle.next) });
  if (!survey) return t("home.finding.none");
  const counts = { submitted: survey.submitted, invited: survey.invited, members };
  if (survey.state === "open") return t("home.finding.open", { ...counts, date: t.date(survey.closesOn) });
  if (!ranking) return t("home.finding.closed", counts);
  if (!ranking.published) return t("home.finding.ranked", counts);
  return supply ? t("home.finding.supplied", { next: t.cycle(cycle.next) }) : t("home.finding.published");
}

/** The steps of the year with where each of them stands. */
export function stepsOf(state: OfficeState, t: Translator): readonly CycleStep[] {
  const { survey, ranking, supply, proposal, plan, members } = state;
  const day = (at: Date) => t.date(at);
  return [
    {
      id: "survey",
      title: t("home.step.survey"),
      body: !survey
        ? t("home.step.survey.none")
        : survey.state === "open"
          ? t("home.step.survey.open", {
              date: t.date(survey.closesOn),
              submitted: survey.submitted,
              invited: survey.invited,
            })
          : t("home.step.survey.closed", {
              date: t.date(survey.closesOn),
              submitted: survey.submitted,
              members,
              silent: members - survey.submitted,
            }),
    },
    {
      id: "gap",
      title: t("home.step.gap"),
      body: !ranking
        ? t(survey?.state === "closed" ? "home.step.gap.waiting" : "home.step.gap.none")
        : ranking.published
          ? t("home.step.gap.published", { date: day(ranking.published.at), name: ranking.published.name })
          : t("home.step.gap.ranked", { date: day(ranking.at) }),
    },
    {
      id: "accreditation",
      title: t("home.step.accreditation"),
      body: supply ? t("home.step.accreditation.counted", { date: day(supply.at) }) : t("home.step.accreditation.none"),
    },
    { id: "experts", title: t("home.step.experts"), body: t("home.step.experts.body") },
    {
      id: "plan",
      title: t("home.step.plan"),
      body: plan
        ? t("home.step.plan.approved", { date: day(plan.at) })
        : proposal
          ? t("home.step.plan.draft", { name: proposal.name })
          : t("home.step.plan.none"),
    },
  ];
}

/** What waits for somebody with these roles: each matter once, the most urgent first. */
export function mattersOf(state: OfficeState, roles: readonly Role[], t: Translator): readonly Matter[] {
  const { survey, openRounds, ranking, supply, proposal, plan, cycle } = state;
  const next = t.cycle(cycle.next);
  const matters: Matter[] = [];
  const add = (id: Matter["id"], href: string, words: Omit<Matter, "id" | "href">) =>
    matters.push({ id, href, ...words });

  if (may(roles, "round:manage")) {
    for (const round of openRounds.filter(({ anonymous, practice }) => !anonymous && !practice)) {
      const missing = round.invited - round.submitted;
      if (missing > 0)
        add(`silent-${round.id}`, `/rounds/${round.id}`, {
          when: t("home.attention.by", { date: t.date(round.closesOn, { day: "numeric", month: "long" }) }),
          title: t("home.attention.silent.title", { count: missing }),
          body: t("home.attention.silent.body", { name: round.name, date: t.date(round.closesOn) }),
          action: t("home.attention.silent.do"),
        });
    }
    if (!survey)
      add("publish", "/surveys", {
        when: t("home.attention.next"),
        title: t("home.attention.publish.title"),
        body: t("home.attention.publish.body"),
        action: t("home.attention.publish.do"),
      });
  }
  if (may(roles, "ranking:run") && survey?.state === "closed" && !ranking)
    add("rank", "/priorities", {
      when: t("home.attention.next"),
      title: t("home.attention.rank.title"),
      body: t("home.attention.rank.body", { submitted: survey.submitted }),
      action: t("home.attention.rank.do"),
    });
  if (may(roles, "ranking:publish") && ranking && !ranking.published)
    add("sign", "/priorities", {
      when: t("home.attention.next"),
      title: t("home.attention.sign.title"),
      body: t("home.attention.sign.body", { date: t.date(ranking.at) }),
      action: t("home.attention.sign.do"),
    });
  if (may(roles, "supply:run") && ranking && !supply)
    add("supply", "/experts", {
      when: t("home.attention.next"),
      title: t("home.attention.supply.title"),
      body: t("home.attention.supply.body"),
      action: t("home.attention.supply.do"),
    });
  if (may(roles, "proposal:edit") && supply && !proposal && !plan)
    add("propose", "/plan", {
      when: t("home.attention.next"),
      title: t("home.attention.propose.title", { next }),
      body: t("home.attention.propose.body"),
      action: t("home.attention.propose.do"),
    });
  if (may(roles, "proposal:approve") && proposal?.state === "draft")
    add("approve", `/plan/proposals/${proposal.id}`, {
      when: t("home.attention.next"),
      title: t("home.attention.approve.title", { next }),
      body: t("home.attention.approve.body", { name: proposal.name }),
      action: t("home.attention.approve.do"),
    });
  if (plan)
    add("print", `/plan/${plan.id}`, {
      when: t("home.attention.next"),
      title: t("home.attention.print.title"),
      body: t("home.attention.print.body", { title: plan.title, date: t.date(plan.at) }),
      action: t("home.attention.print.do"),
    });
  return matters;
}
