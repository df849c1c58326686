import type { Coverage, PlanProblem } from "./problem";

/**
 * Refuses a problem that a caller put together wrongly: unknown or repeated ids, amounts that are no whole numbers,
 * months that are none.
 *
 * @throws {RangeError} with the first value that is wrong
 */
export function checkProblem(problem: PlanProblem): void {
  const members = ids("member", problem.members);
  const needs = ids("need", problem.needs);
  const activities = ids("activity", problem.activities);
  const experts = ids("expert", problem.experts);
  ids("given line", problem.given);
  const funders = ids("funder", problem.rules.funders ?? []);
  const month = (position: number, of: string) => {
    if (!Number.isInteger(position) || position < 0 || position >= problem.months.length)
      throw new RangeError(`month ${position} of ${of} is none of ${problem.months.length}`);
  };
  const named = (id: string, among: ReadonlySet<string>, what: string, of: string) => {
    if (!among.has(id)) throw new RangeError(`${of} names the unknown ${what} ${id}`);
  };
  const covers = (list: readonly Coverage[], of: string) => {
    for (const { need } of list) named(need, needs, "need", of);
    if (new Set(list.map(({ need }) => need)).size !== list.length) throw new RangeError(`${of} covers a need twice`);
  };

  for (const need of problem.needs) {
    if (!Number.isFinite(need.weight) || need.weight < 0)
      throw new RangeError(`weight ${need.weight} of need ${need.id} is not a number from 0`);
    if (need.member !== null) named(need.member, members, "member", `need ${need.id}`);
  }
  for (const activity of problem.activities) {
    const of = `activity ${activity.id}`;
    whole(activity.cost, `cost of ${of}`);
    whole(activity.officeDays, `office days of ${of}`);
    whole(activity.teamSize, `team of ${of}`);
    for (const member of activity.members) named(member, members, "member", of);
    if (new Set(activity.members).size !== activity.members.length) throw new RangeError(`${of} names a member twice`);
    if (activity.kind === "national" && activity.members.length !== 1)
      throw new RangeError(`${of} is national and names ${activity.members.length} members`);
    for (const position of activity.months) month(position, of);
    covers(activity.covers, of);
    for (const host of activity.hosts) {
      named(host.member, members, "member", of);
      whole(host.cost, `cost of ${of} in ${host.member}`);
    }
    const cheapest = Math.min(...activity.hosts.map((host) => host.cost));
    if (activity.hosts.length > 0 && cheapest !== activity.cost)
      throw new RangeError(`cost ${activity.cost} of ${of} is not that of its cheapest host, ${cheapest}`);
  }
  for (const expert of problem.experts) {
    whole(expert.missions, `missions of expert ${expert.id}`);
    for (const position of expert.months) month(position, `expert ${expert.id}`);
  }
  for (const line of problem.given) {
    const of = `given line ${line.id}`;
    whole(line.cost, `cost of ${of}`);
    whole(line.officeDays, `office days of ${of}`);
    if (line.month !== null) month(line.month, of);
    for (const member of line.members) named(member, members, "member", of);
    for (const expert of line.experts) named(expert, experts, "expert", of);
    if (line.funder !== null && problem.rules.funders !== null) named(line.funder, funders, "funder", of);
    covers(line.covers, of);
  }
  checkRules(problem);
  ids(
    "lock of activity",
    problem.fixedIn.map(({ activity }) => ({ id: activity })),
  );
  for (const lock of problem.fixedIn) {
    named(lock.activity, activities, "activity", "a lock");
    if (lock.month !== null) month(lock.month, `the lock of ${lock.activity}`);
  }
  for (const id of problem.fixedOut) named(id, activities, "activity", "a lock");
}

function checkRules({ rules, months, quality, mismatch }: PlanProblem): void {
  const limits: readonly [string, number | null][] = [
    ["budget", rules.budget],
    ["missions per member", rules.missionsPerMember],
    ["islands", rules.islandsAtLeast],
    ["absorption warning", rules.absorption?.warning ?? null],
    ["absorption limit", rules.absorption?.limit ?? null],
    ...(rules.officeDays ?? []).map((days): [string, number] => ["office days of a month", days]),
    ...(rules.funders ?? []).map(({ id, amount }): [string, number] => [`amount of funder ${id}`, amount]),
    ...(rules.perMonth ?? []).flatMap((each): [string, number | null][] => [
      ["fewest lines of a month", each.fewest],
      ["most lines of a month", each.most],
    ]),
  ];
  for (const [what, value] of limits) if (value !== null) whole(value, what);
  for (const list of [rules.officeDays, rules.perMonth])
    if (list !== null && list.length !== months.length)
      throw new RangeError(`a rule by month has ${list.length} entries for ${months.length} months`);
  for (const value of [...Object.values(quality), mismatch])
    if (!(value >= 0 && value <= 1)) throw new RangeError(`quality ${value} is not from 0 to 1`);
}

function ids(what: string, list: readonly { readonly id: string }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) throw new RangeError(`${what} ${id} appears twice`);
    seen.add(id);
  }
  return seen;
}

function whole(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} is ${value}, not a whole number from 0`);
}
