import type { Translator } from "~/app/i18n/translate";
import { findActivities } from "~/db/activities";
import { findAnalysisRun } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { findAdjustments, isReversed, type StoredAdjustment } from "~/db/feedback";
import { findMembers, findTopics } from "~/db/members";
import { findSupplyRound } from "../supply/run-supply";
import { adjustmentOf } from "./feedback-in-force";

/** One adjustment in words. */
export interface ShownAdjustment {
  readonly id: string;
  readonly rule: string;
  readonly about: string;
  readonly workshop: string | null;
  readonly effect: string;
  readonly evidence: string;
  readonly reversed: boolean;
  readonly decisions: readonly string[];
}

export interface ShownFeedback {
  readonly round: { readonly id: string; readonly name: string } | null;
  readonly run: { readonly id: string; readonly at: Date } | null;
  readonly adjustments: readonly ShownAdjustment[];
}

/** The adjustments of the needs survey that the next plan is made from, each with what was decided about it. */
export async function showFeedback(
  db: Database,
  { t, topicId, memberId }: { readonly t: Translator; readonly topicId?: string; readonly memberId?: string },
): Promise<ShownFeedback> {
  const round = await findSupplyRound(db);
  if (!round) return { round: null, run: null, adjustments: [] };
  const stored = (await findAdjustments(db, round.id)).filter(
    (one) =>
      (topicId === undefined || one.topicId === topicId) && (memberId === undefined || one.memberId === memberId),
  );
  const [first] = stored;
  const run = first && (await findAnalysisRun(db, first.runId));
  const members = new Map((await findMembers(db)).map(({ id, name }) => [id, t.pick(name)]));
  const topics = new Map((await findTopics(db)).map(({ id, name }) => [id, t.pick(name)]));
  const titles = new Map((await findActivities(db)).map(({ id, title }) => [id, title]));
  return {
    round: { id: round.id, name: round.name },
    run: run ? { id: run.id, at: run.createdAt } : null,
    adjustments: stored.map((one) => ({
      id: one.id,
      rule: t(`feedback.rule.${adjustmentOf(one).rule}`),
      about:
        one.memberId !== null && one.topicId !== null
          ? t("feedback.about", {
              member: members.get(one.memberId) ?? one.memberId,
              topic: topics.get(one.topicId) ?? one.topicId,
            })
          : (titles.get(one.activityId ?? "") ?? one.subject ?? ""),
      workshop: titles.get(one.activityId ?? "") ?? null,
      effect: effectOf(one, t),
      evidence: evidenceOf(one, t),
      reversed: isReversed(one),
      decisions: one.decisions.map(({ decision, byName, at, reason, factor }) =>
        t(`feedback.decision.${decision}`, { name: byName, date: t.date(at), reason, factor: t.percent(factor ?? 1) }),
      ),
    })),
  };
}

function effectOf(stored: StoredAdjustment, t: Translator): string {
  const { factor, trainable, mark, override } = adjustmentOf(stored);
  const counts = override?.factor ?? factor;
  return t.list([
    counts === 1 ? t("feedback.effect.none") : t("feedback.effect.factor", { factor: t.percent(counts) }),
    ...(trainable === null ? [] : [t("feedback.effect.trainable", { share: t.percent(trainable) })]),
    ...(mark === null ? [] : [t(`feedback.mark.${mark}`)]),
  ]);
}

function evidenceOf({ rule, evidence }: StoredAdjustment, t: Translator): string {
  const number = (key: string) => {
    const value = evidence[key];
    return typeof value === "number" ? value : 0;
  };
  const text = (key: string) => String(evidence[key] ?? "");
  switch (rule) {
    case "freshAnswer":
      return t("feedback.evidence.freshAnswer", { rated: t.date(text("ratedOn")), ended: t.date(text("endedOn")) });
    case "actionsDone":
      return evidence.committed === null
        ? t("feedback.evidence.unknown")
        : t("feedback.evidence.actionsDone", { committed: number("committed"), share: t.percent(number("share")) });
    case "kpiMissed":
      return t("feedback.evidence.kpiMissed", { mean: t.number(number("mean"), { maximumFractionDigits: 2 }) });
    case "deliveryQuality":
      return t("feedback.evidence.deliveryQuality", {
        workshops: number("workshops"),
        forms: number("forms"),
        shrunken: t.number(number("shrunken"), { maximumFractionDigits: 2 }),
        rank: number("rank"),
      });
    default:
      return t("feedback.evidence.outsideTraining", { stalled: number("stalled"), obstacles: text("obstacles") });
  }
}
