import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { readActivity } from "~/app/operations/activities/read-activity";
import { describeEvaluation } from "~/app/operations/evaluation/describe-evaluation";
import { usualDates } from "~/app/operations/evaluation/open-evaluation";
import { type EvaluationView, readComments, readEvaluation } from "~/app/operations/evaluation/read-evaluation";
import { readFacilitation } from "~/app/operations/evaluation/read-facilitation";
import { shownShortCode } from "~/app/operations/evaluation/short-code";
import { findPledges } from "~/db/activities";

/** The page of a workshop's evaluation in the reader's language; `undefined` if there is no such activity. */
export async function describeEvaluationPage(
  { db, config, now }: AppContext,
  {
    activityId,
    office,
    manages,
    t,
  }: {
    readonly activityId: string;
    readonly office: boolean;
    readonly manages: boolean;
    readonly t: Translator;
  },
) {
  const activity = await readActivity(db, { activityId });
  if (!activity) return undefined;
  const evaluation = await readEvaluation(db, { activityId });
  const result = evaluation?.run && describeEvaluation(evaluation.run.document, { office, t });
  const closed = evaluation?.round.state === "closed";
  const present = activity.total.present.total;
  const before = evaluation?.run?.document.inputs.participants ?? null;
  const pledges = await findPledges(db, { activityId });
  return {
    activityId,
    title: t("evaluation.title", { title: activity.activity.title }),
    finding: result?.finding ?? findingOf(evaluation, t),
    terms: [
      ...(result?.terms ?? []),
      ...(evaluation?.run
        ? [
            [
              t("evaluation.terms.run"),
              t("evaluation.terms.runValue", {
                date: t.date(evaluation.run.at),
                sha: evaluation.run.sha256.slice(0, 8),
              }),
            ] as const,
          ]
        : []),
    ],
    state: evaluation?.round.state ?? null,
    opening: manages && !evaluation ? openingOf(activity.activity, now(), t) : null,
    way:
      office && evaluation?.round.state === "open" && evaluation.round.sharedCode
        ? {
            address: `${config.publicUrl}/e/${shownShortCode(evaluation.round.sharedCode)}`,
            until: t("evaluation.way.until", {
              date: t.date(evaluation.round.closesOn),
              zone: evaluation.round.timeZone ?? "UTC",
            }),
          }
        : null,
    closes: manages && evaluation?.round.state === "open",
    again:
      manages && closed && result && present !== (before ?? 0)
        ? t("evaluation.again.note", { now: present, before: before ?? t("evaluation.again.unknown") })
        : null,
    result: result ?? null,
    comments: office && result && evaluation ? await readComments(db, { round: evaluation.round }) : null,
    facilitators:
      office && result
        ? await readFacilitation(db, { personIds: activity.facilitators.map(({ personId }) => personId), t })
        : null,
    pledges: {
      count: t("evaluation.pledges.count", { count: pledges.length }),
      rows: office
        ? pledges.map(({ id, action, byWhen, supervisorSupport }) => ({
            id,
            action,
            byWhen: byWhen ? t.date(byWhen, { month: "long", year: "numeric" }) : "–",
            support: t(`evaluation.pledges.support.${supportOf(supervisorSupport)}`),
          }))
        : [],
    },
  };
}

function findingOf(evaluation: EvaluationView | undefined, t: Translator): string {
  if (!evaluation) return t("evaluation.finding.none");
  const { round, ratings } = evaluation;
  if (round.state === "draft") return t("evaluation.finding.notYet", { date: t.date(round.opensOn) });
  return t(round.state === "open" ? "evaluation.finding.open" : "evaluation.finding.withheld", { ratings });
}

function openingOf(
  activity: Parameters<typeof usualDates>[0] & { readonly timeZone: string | null },
  at: Date,
  t: Translator,
) {
  const missing =
    activity.startsOn === null
      ? t("evaluation.open.noDate")
      : activity.timeZone === null
        ? t("evaluation.open.noZone")
        : null;
  return { ...usualDates(activity, at), missing, zone: activity.timeZone ?? "" };
}

function supportOf(answer: string | null): "yes" | "probably" | "no" | "none" {
  return answer === "yes" || answer === "probably" || answer === "no" ? answer : "none";
}
