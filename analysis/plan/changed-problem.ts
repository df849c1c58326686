import { standingFor } from "./eligibility";
import type { PlanActivity, PlanExpert, PlanProblem } from "./problem";

/** The problem with a line kept out. */
export function withoutLine(problem: PlanProblem, activity: string): PlanProblem {
  return {
    ...problem,
    fixedIn: problem.fixedIn.filter((lock) => lock.activity !== activity),
    fixedOut: [...problem.fixedOut.filter((id) => id !== activity), activity],
  };
}

/** Value of one more need of the topic's median weight at the line's quality. */
export function valueOfOneMore(problem: PlanProblem, own: PlanActivity): number {
  return Math.round(10_000 * medianWeight(problem, own.topic) * problem.quality[own.mode]);
}

function medianWeight({ needs }: PlanProblem, topic: string): number {
  const weights = needs
    .filter((need) => need.topic === topic && need.weight > 0 && !need.imputed)
    .map(({ weight }) => weight)
    .sort((a, b) => a - b);
  return weights[Math.floor((weights.length - 1) / 2)] ?? 0;
}

/** The problem with `more` needs of the topic's median weight that only this line covers; who has them is left open. */
export function withMembers(problem: PlanProblem, own: PlanActivity, more: number): PlanProblem {
  const taken = new Set(problem.needs.map(({ id }) => id));
  const needs = Array.from({ length: more }, (_, at) => ({
    id: unusedId(`further ${at} ${own.id}`, taken),
    member: null,
    topic: own.topic,
    weight: medianWeight(problem, own.topic),
    imputed: false,
  }));
  return {
    ...problem,
    needs: [...problem.needs, ...needs],
    activities: problem.activities.map((each) =>
      each.id === own.id
        ? { ...each, covers: [...each.covers, ...needs.map(({ id }) => ({ need: id, mismatch: false }))] }
        : each,
    ),
  };
}

export function withCost(problem: PlanProblem, activity: string, cost: number): PlanProblem {
  return {
    ...problem,
    activities: problem.activities.map((each) => (each.id === activity ? { ...each, cost, hosts: [] } : each)),
  };
}

export function withBudget(problem: PlanProblem, budget: number | null): PlanProblem {
  return { ...problem, rules: { ...problem.rules, budget } };
}

/** The problem with one more expert who could lead the line. */
export function withExpert(problem: PlanProblem, own: PlanActivity): PlanProblem {
  const expert: PlanExpert = {
    id: unusedId("further expert", new Set(problem.experts.map(({ id }) => id))),
    member: null,
    languages: own.languages ?? [],
    areas: own.area === null ? [] : [{ area: own.area, standing: "accredited" }],
    topics: own.area === null ? [own.topic] : [],
    missions: 1,
    months: problem.months.map((_, month) => month),
    conflicts: [],
  };
  return { ...problem, experts: [...problem.experts, expert] };
}

export function withLanguage(problem: PlanProblem, expert: string, language: string): PlanProblem {
  return {
    ...problem,
    experts: problem.experts.map((each) =>
      each.id === expert ? { ...each, languages: [...each.languages, language] } : each,
    ),
  };
}

/** Persons with the standing for the line and none of its languages, in the order of ids. */
export function missingSpeakers(
  problem: PlanProblem,
  own: PlanActivity,
): readonly { readonly expert: string; readonly language: string }[] {
  const [language] = [...(own.languages ?? [])].sort();
  if (language === undefined || !problem.rules.languages) return [];
  return problem.experts
    .filter(
      (expert) =>
        standingFor(expert, own, problem.rules) !== null &&
        !own.languages?.some((each) => expert.languages.includes(each)),
    )
    .map(({ id }) => ({ expert: id, language }))
    .sort((a, b) => (a.expert < b.expert ? -1 : 1));
}

/** The name itself, or with the first number that no one has. */
function unusedId(name: string, taken: ReadonlySet<string>): string {
  let id = name;
  for (let next = 2; taken.has(id); next++) id = `${name} ${next}`;
  return id;
}
