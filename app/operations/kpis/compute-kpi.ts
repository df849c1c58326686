import type { Activity } from "~/db/activities";
import type { Cycle } from "~/db/cycles";
import type { MissionFact, WorkshopRatings } from "~/db/kpi-facts";
import type { KpiComputation } from "~/db/regions/plan-schema";
import type { RoundSummary } from "~/db/rounds";
import { type KpiFacts, NEEDS } from "./gather-facts";
import type { KpiEvidence, KpiFigure, KpiTarget } from "./kpi-figure";

const FOLLOW_UPS: readonly string[] = ["follow-up-participant", "follow-up-administration"];

/** Fewer ratings of a workshop do not leave the office, not even within an average. */
const FEWEST_RATINGS = 5;

interface Asked {
  readonly computation: KpiComputation;
  readonly target: KpiTarget;
  readonly cycle: Cycle;
  readonly frameworkId: string;
  readonly actionId: string;
}

/** One KPI of one cycle, as far as the cycle has gone. */
export function computeKpi(facts: KpiFacts, asked: Asked): KpiFigure {
  const { cycle, target, frameworkId, actionId } = asked;
  const over = cycle.endsOn < facts.today;
  const until = over ? cycle.endsOn : facts.today;
  const held = heldIn(facts.activities, { from: cycle.startsOn, until, cycleId: cycle.id });
  const onTopics = (activities: readonly Activity[]) => {
    const topics = facts.topicsOf(frameworkId, actionId);
    return activities.filter(({ topicIds }) => topicIds.some((topic) => topics.has(topic)));
  };
  const ofCycle = facts.rounds.filter(({ cycleId }) => cycleId === cycle.id);
  // A cycle before the platform's time is unknown, not empty.
  if (cycle.openedAt === null && held.length === 0 && ofCycle.length === 0) return undefinedFigure("notKept");

  switch (asked.computation) {
    case "membersContributing":
      return membersContributing(facts, ofCycle);
    case "surveysHeld":
      return counted(ofCycle.filter(({ instrumentId }) => instrumentId === NEEDS).map(ofRound));
    case "followUpsHeld":
      return counted(ofCycle.filter(({ instrumentId }) => FOLLOW_UPS.includes(instrumentId)).map(ofRound));
    case "activitiesHeld":
      return perPeriod(held, { target, cycle, until });
    case "activitiesOnTopics":
      return counted([...onTopics(held), ...onTopics(heldBefore(facts, target, cycle))].map(ofActivity));
    case "activitiesAtCentres":
      return counted(
        [...held, ...heldBefore(facts, target, cycle)].filter((one) => one.trainingCentreId !== null).map(ofActivity),
      );
    case "membersDiagnosed":
      return membersDiagnosed(facts, until);
    case "averageEvaluation":
      return averageEvaluation(facts.ratings.filter(({ cycleId }) => cycleId === cycle.id));
    case "expertsUsed":
      return expertsUsed(facts.missions.filter(({ startsOn }) => startsOn >= cycle.startsOn && startsOn <= until));
    case "plansFromNeeds":
      return counted(
        facts.plansFromNeeds
          .map(({ id, title, approvedAt }) => ({ id, title, date: approvedAt.toISOString().slice(0, 10) }))
          .filter(({ date }) => date >= cycle.startsOn && date <= cycle.endsOn)
          .map((plan) => ({ kind: "plan" as const, ...plan, href: `/plan/${plan.id}` })),
      );
  }
}

/** Held activities that belong to a cycle, or to none and lie in its days. */
export function heldIn(
  activities: readonly Activity[],
  { from, until, cycleId }: { readonly from: string; readonly until: string; readonly cycleId: string },
): readonly Activity[] {
  return activities.filter(
    (one) =>
      one.state === "held" &&
      (one.cycleId === cycleId ||
        (one.cycleId === null && one.startsOn !== null && one.startsOn >= from && one.startsOn <= until)),
  );
}

/** A target for two years looks at the cycle before as well. */
function heldBefore({ activities, cycles }: KpiFacts, { kind }: KpiTarget, cycle: Cycle): readonly Activity[] {
  const before = cycles.findLast(({ endsOn }) => endsOn < cycle.startsOn);
  if (kind !== "perTwoYears" || !before) return [];
  return heldIn(activities, { from: before.startsOn, until: before.endsOn, cycleId: before.id });
}

function membersContributing(facts: KpiFacts, ofCycle: readonly RoundSummary[]): KpiFigure {
  const rounds = ofCycle.filter(({ instrumentId }) => instrumentId === NEEDS);
  if (rounds.length === 0) return undefinedFigure("noSurvey");
  const answered = new Set(rounds.flatMap(({ id }) => [...(facts.contributed.get(id) ?? [])]));
  return { value: answered.size, n: answered.size, of: facts.members.length, evidence: rounds.map(ofRound) };
}

function membersDiagnosed({ missions, members }: KpiFacts, until: string): KpiFigure {
  const past = missions.filter(({ kind, endsOn }) => kind === "diagnostic" && endsOn <= until);
  const visited = new Set(past.map(({ memberId }) => memberId));
  return { value: visited.size, n: visited.size, of: members.length, evidence: past.map(ofMission) };
}

function averageEvaluation(ratings: readonly WorkshopRatings[]): KpiFigure {
  if (ratings.length === 0) return undefinedFigure("noEvaluation");
  const shown = ratings.filter(({ n }) => n >= FEWEST_RATINGS);
  if (shown.length === 0) return undefinedFigure("fewRatings");
  const n = shown.reduce((sum, one) => sum + one.n, 0);
  return {
    value: shown.reduce((sum, one) => sum + one.sum, 0) / n,
    n,
    of: null,
    evidence: shown.map(({ roundId, title }) => ({
      kind: "round",
      id: roundId,
      title,
      date: null,
      href: `/rounds/${roundId}`,
    })),
  };
}

function expertsUsed(missions: readonly MissionFact[]): KpiFigure {
  const requested = missions.filter((mission) => mission.requested);
  if (requested.length === 0) return undefinedFigure("noRequestedMission");
  const used = requested.filter(({ accredited }) => accredited);
  return {
    value: used.length / requested.length,
    n: used.length,
    of: requested.length,
    evidence: requested.map(ofMission),
  };
}

/** Months or quarters of the cycle so far in which enough was held. */
function perPeriod(
  held: readonly Activity[],
  { target, cycle, until }: { readonly target: KpiTarget; readonly cycle: Cycle; readonly until: string },
): KpiFigure {
  const size = target.kind === "perQuarter" ? 3 : 1;
  const periodOf = (date: string) => Math.floor(monthsBetween(cycle.startsOn, date) / size);
  const elapsed = Math.max(0, periodOf(until) + 1);
  const perPeriods = new Map<number, number>();
  for (const { startsOn } of held)
    if (startsOn !== null) perPeriods.set(periodOf(startsOn), (perPeriods.get(periodOf(startsOn)) ?? 0) + 1);
  const reached = [...perPeriods].filter(([at, count]) => at >= 0 && at < elapsed && count >= target.atLeast).length;
  return { value: reached, n: reached, of: elapsed, evidence: held.map(ofActivity) };
}

function monthsBetween(from: string, date: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(date) - months(from);
}

function counted(evidence: readonly KpiEvidence[]): KpiFigure {
  return { value: evidence.length, n: evidence.length, of: null, evidence };
}

function undefinedFigure(reason: NonNullable<KpiFigure["reason"]>): KpiFigure {
  return { value: null, reason, n: 0, of: null, evidence: [] };
}

const ofRound = ({ id, name, closesOn }: RoundSummary): KpiEvidence => ({
  kind: "round",
  id,
  title: name,
  date: closesOn,
  href: `/rounds/${id}`,
});

const ofActivity = ({ id, title, startsOn }: Activity): KpiEvidence => ({
  kind: "activity",
  id,
  title,
  date: startsOn,
  href: `/workshops/${encodeURIComponent(id)}`,
});

const ofMission = ({ id, memberId, startsOn }: MissionFact): KpiEvidence => ({
  kind: "mission",
  id,
  title: memberId,
  date: startsOn,
  href: null,
});
