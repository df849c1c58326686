import { may, type Role } from "~/app/auth/permissions";
import type { Translator } from "~/app/i18n/translate";
import type { Desk } from "~/app/operations/read-desk";
import type { OfficeState } from "~/app/operations/read-home";
import type { Matter } from "./describe-office";

/** What waits beside the steps of the cycle, for somebody with these roles. */
export function deskMatters(
  desk: Desk,
  { survey, openRounds }: OfficeState,
  roles: readonly Role[],
  t: Translator,
): readonly Matter[] {
  const matters: Matter[] = [];
  const when = t("home.attention.today");
  const action = t("home.attention.look");
  if (may(roles, "round:manage")) {
    for (const { roundId, stopped } of desk.progress) {
      const name = openRounds.find(({ id }) => id === roundId)?.name ?? "";
      if (stopped > 0)
        matters.push({
          id: `stopped-${roundId}`,
          when,
          title: t("home.attention.stopped.title", { count: stopped }),
          body: t("home.attention.stopped.body", { name }),
          href: `/rounds/${roundId}#h-members`,
          action,
        });
    }
    if (survey && desk.unsigned > 0)
      matters.push({
        id: "unsigned",
        when,
        title: t("home.attention.unsigned.title", { count: desk.unsigned }),
        body: t("home.attention.unsigned.body", { name: survey.name }),
        href: `/rounds/${survey.id}#h-members`,
        action,
      });
    if (desk.undecided > 0)
      matters.push({
        id: "undecided",
        when,
        title: t("home.attention.undecided.title", { count: desk.undecided }),
        body: t("home.attention.undecided.body"),
        href: "/members",
        action,
      });
  }
  if (may(roles, "outbox:read") && desk.failedMails > 0)
    matters.push({
      id: "mail",
      when,
      title: t("home.attention.mail.title", { count: desk.failedMails }),
      body: t("home.attention.mail.body"),
      href: "/office/mail",
      action,
    });
  if (may(roles, "job:read") && desk.failedJobs > 0)
    matters.push({
      id: "jobs",
      when,
      title: t("home.attention.jobs.title", { count: desk.failedJobs }),
      body: t("home.attention.jobs.body"),
      href: "/office/work",
      action,
    });
  return matters;
}

const KINDS = ["ranking", "supply", "proposal", "explanation", "demonstration"] as const;

/** The name of a kind of long work; kinds without one are left out. */
export function workName(kind: string, t: Translator): string | undefined {
  const known = KINDS.find((name) => name === kind);
  return known && t(`home.work.${known}`);
}
