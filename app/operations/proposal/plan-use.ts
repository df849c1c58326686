import { seatOf, standingFor } from "~/analysis/plan/eligibility";
import type { GivenLine, PlanActivity, PlanExpert, PlanLine, PlanProblem } from "~/analysis/plan/problem";

/** What a plan uses of people, months and limits, for the figures in reasons. */
export interface PlanUse {
  readonly problem: PlanProblem;
  readonly activity: (id: string) => PlanActivity | undefined;
  /** Workdays of the office left in a month; `null`: no limit. */
  readonly daysLeft: (month: number) => number | null;
  /** Lines of the plan, given ones too, in which a person takes part. */
  readonly linesOf: (expert: string) => readonly { readonly activity: string; readonly month: number | null }[];
  /** Lines that name a member; of its missions only those. */
  readonly naming: (member: string, only: "all" | "missions") => number;
  /** What a funder has left. */
  readonly fundsLeft: (funder: string) => number;
  /** The chosen lines by id. */
  readonly chosen: readonly PlanActivity[];
}

export function planUse(problem: PlanProblem, lines: readonly PlanLine[]): PlanUse {
  const byId = new Map(problem.activities.map((activity) => [activity.id, activity]));
  const chosen = lines.flatMap(({ activity }) => byId.get(activity) ?? []);
  return {
    problem,
    activity: (id) => byId.get(id),
    chosen,
    daysLeft: (month) => {
      const all = problem.rules.officeDays?.[month];
      if (all === undefined) return null;
      const given = problem.given
        .filter((line) => line.month === month)
        .reduce((sum, line) => sum + line.officeDays, 0);
      const taken = lines
        .filter((line) => line.month === month)
        .reduce((sum, { activity }) => sum + (byId.get(activity)?.officeDays ?? 0), 0);
      return all - given - taken;
    },
    linesOf: (expert) => [
      ...problem.given
        .filter(({ experts }) => experts.includes(expert))
        .map(({ id, month }) => ({ activity: id, month })),
      ...lines.filter(({ experts }) => experts.includes(expert)).map(({ activity, month }) => ({ activity, month })),
    ],
    naming: (member, only) => {
      const named = (line: PlanActivity | GivenLine) =>
        line.members.includes(member) && (only === "all" || line.mode === "national" || line.kind === "national");
      return [...problem.given, ...chosen].filter(named).length;
    },
    fundsLeft: (funder) => {
      const amount = problem.rules.funders?.find(({ id }) => id === funder)?.amount ?? 0;
      const given = problem.given.filter((line) => line.funder === funder).reduce((sum, { cost }) => sum + cost, 0);
      const used = lines
        .flatMap(({ funding }) => funding)
        .filter((share) => share.funder === funder)
        .reduce((sum, share) => sum + share.amount, 0);
      return amount - given - used;
    },
  };
}

/** What keeps a person from a line: not free in its months, all missions given, or busy in them with other lines. */
export interface Obstacle {
  readonly expert: string;
  readonly kept: "away" | "missions" | "busy" | "free";
  /** The lines that hold the person. */
  readonly lines: readonly string[];
  readonly missions: number;
}

/** The persons who could lead a line, with what keeps each; how many could whatever they speak, and could take any seat. */
export function whoCouldLead(
  use: PlanUse,
  own: PlanActivity,
): { readonly leads: readonly Obstacle[]; readonly standing: number; readonly seats: number } {
  const { problem } = use;
  const able = problem.experts.filter((expert) => standingFor(expert, own, problem.rules) === "lead");
  const leads = able.filter((expert) => seatOf(expert, own, problem.rules) === "lead");
  const seats = problem.experts.filter((expert) => seatOf(expert, own, problem.rules) !== null).length;
  return { leads: leads.map((expert) => obstacleOf(use, own, expert)), standing: able.length, seats };
}

function obstacleOf(use: PlanUse, own: PlanActivity, expert: PlanExpert): Obstacle {
  const lines = use.linesOf(expert.id);
  const months = own.months.filter((month) => expert.months.includes(month));
  const { id, missions } = expert;
  if (months.length === 0) return { expert: id, kept: "away", lines: [], missions };
  if (use.problem.rules.missionsPerExpert && lines.length >= missions)
    return { expert: id, kept: "missions", lines: lines.map(({ activity }) => activity), missions };
  const busy = lines.filter(({ month }) => month !== null && months.includes(month));
  if (months.every((month) => busy.some((line) => line.month === month)))
    return { expert: id, kept: "busy", lines: busy.map(({ activity }) => activity), missions };
  return { expert: id, kept: "free", lines: [], missions };
}
