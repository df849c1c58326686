import type { CompiledPlan } from "./compile-plan";

/** Teams of the lines of a plan that is being changed: lines come and go, teams are kept and mended. */
export interface TeamState {
  /** Whether missions suffice for one more line, whatever its month: if not, `seat` fails in all of them. */
  hasMissions(activity: number): boolean;
  /** Gives a line its team, changing others if need be; exact: `false` only if no teams exist for all lines. */
  seat(activity: number, month: number): boolean;
  unseat(activity: number): void;
}

/**
 * Staffing by augmenting paths: the flow of `staffSlots` for whole lines, kept between changes, so that one more line
 * costs one path per seat instead of a flow over all.
 */
export function createTeamState(plan: CompiledPlan): TeamState {
  const monthCount = plan.problem.months.length;
  const missions = Int32Array.from(plan.experts, (expert) => expert.missions);
  const free = new Uint8Array(plan.experts.length * monthCount);
  plan.experts.forEach((expert, at) => {
    expert.free.forEach((is, month) => {
      free[at * monthCount + month] = is ? 1 : 0;
    });
  });
  // Seat 2a is the lead's of activity a, seat 2a + 1 stands for all its others.
  const able = plan.activities.flatMap(({ leads, seconds }) => [
    Int32Array.from(leads),
    Int32Array.from([...leads, ...seconds]),
  ]);
  const monthOf = new Int32Array(plan.activities.length).fill(-1);
  const used = new Int32Array(plan.experts.length);
  const busy = new Int32Array(free.length).fill(-1);
  const seenMonth = new Int32Array(free.length);
  const seenExpert = new Int32Array(plan.experts.length);
  // What failed since the last line left fails still.
  const lacking = new Int32Array(plan.activities.length).fill(-1);
  const failed = new Int32Array(plan.activities.length * monthCount).fill(-1);
  let changes = 0;
  let stamp = 0;

  const fill = (seat: number): boolean => {
    const experts = able[seat] ?? new Int32Array();
    const month = monthOf[seat >> 1] ?? 0;
    for (const expert of experts) {
      const key = expert * monthCount + month;
      if (free[key] === 0 || busy[key] !== -1 || seenMonth[key] === stamp) continue;
      if ((used[expert] ?? 0) >= (missions[expert] ?? 0)) continue;
      busy[key] = seat;
      used[expert] = (used[expert] ?? 0) + 1;
      return true;
    }
    for (const expert of experts) {
      const key = expert * monthCount + month;
      const holder = busy[key] ?? -1;
      if (free[key] === 0 || holder === seat || seenMonth[key] === stamp) continue;
      seenMonth[key] = stamp;
      if (holder >= 0 ? fill(holder) : release(expert)) {
        busy[key] = seat;
        return true;
      }
    }
    return false;
  };

  /** Frees a mission of an expert who has none left: another seat of the expert's is filled by somebody else. */
  const release = (expert: number): boolean => {
    if (seenExpert[expert] === stamp) return false;
    seenExpert[expert] = stamp;
    for (let key = expert * monthCount; key < (expert + 1) * monthCount; key++) {
      const holder = busy[key] ?? -1;
      if (holder < 0 || seenMonth[key] === stamp) continue;
      seenMonth[key] = stamp;
      if (!fill(holder)) continue;
      busy[key] = -1;
      return true;
    }
    return false;
  };

  const missionsLeft = createMissionState(plan, able);
  const empty = (seat: number) => {
    const month = monthOf[seat >> 1] ?? 0;
    for (const expert of able[seat] ?? [])
      if (busy[expert * monthCount + month] === seat) {
        busy[expert * monthCount + month] = -1;
        used[expert] = (used[expert] ?? 0) - 1;
      }
  };
  const unseat = (activity: number) => {
    empty(2 * activity);
    empty(2 * activity + 1);
    monthOf[activity] = -1;
    missionsLeft.unseat(activity);
    changes++;
  };
  return {
    hasMissions: (activity) => {
      if (lacking[activity] === changes) return false;
      if (missionsLeft.seat(activity, changes)) {
        missionsLeft.unseat(activity);
        return true;
      }
      lacking[activity] = changes;
      return false;
    },
    unseat,
    seat: (activity, month) => {
      if (lacking[activity] === changes || failed[activity * monthCount + month] === changes) return false;
      if (!missionsLeft.seat(activity, changes)) {
        lacking[activity] = changes;
        return false;
      }
      const size = plan.activities[activity]?.teamSize ?? 0;
      monthOf[activity] = month;
      for (let taken = 0; taken < size; taken++) {
        stamp++;
        if (fill(2 * activity + (taken === 0 ? 0 : 1))) continue;
        unseat(activity);
        changes--;
        failed[activity * monthCount + month] = changes;
        return false;
      }
      return true;
    },
  };
}

/** The same with the months left aside: experts give missions, nothing else. */
function createMissionState(plan: CompiledPlan, able: readonly Int32Array[]) {
  const teams = able.map((): number[] => []);
  const held = plan.experts.map((): number[] => []);
  const seen = new Int32Array(plan.experts.length);
  const exhausted = new Int32Array(plan.experts.length).fill(-1);
  const seenInLine = new Int32Array(plan.experts.length * plan.activities.length);
  let stamp = 0;
  const take = (expert: number, seat: number) => {
    teams[seat]?.push(expert);
    held[expert]?.push(seat);
  };
  const drop = (expert: number, seat: number) => {
    const team = teams[seat] ?? [];
    team.splice(team.indexOf(expert), 1);
    const seats = held[expert] ?? [];
    seats.splice(seats.indexOf(seat), 1);
  };
  const fill = (seat: number): boolean => {
    const experts = able[seat] ?? new Int32Array();
    const inTeam = (expert: number) => teams[seat]?.includes(expert) || teams[seat ^ 1]?.includes(expert);
    for (const expert of experts)
      if ((held[expert]?.length ?? 0) < (plan.experts[expert]?.missions ?? 0) && !inTeam(expert)) {
        take(expert, seat);
        return true;
      }
    for (const expert of experts) {
      if (teams[seat]?.includes(expert)) continue;
      const line = expert * plan.activities.length + (seat >> 1);
      if (seenInLine[line] === stamp) continue;
      seenInLine[line] = stamp;
      const inLine = teams[seat ^ 1]?.includes(expert) ?? false;
      if (!inLine && seen[expert] === stamp) continue;
      if (!inLine) seen[expert] = stamp;
      const elsewhere = inLine ? [seat ^ 1] : [...(held[expert] ?? [])];
      for (const holder of elsewhere) {
        const there = expert * plan.activities.length + (holder >> 1);
        if (!inLine && seenInLine[there] === stamp) continue;
        seenInLine[there] = stamp;
        if (fill(holder)) {
          drop(expert, holder);
          take(expert, seat);
          return true;
        }
      }
    }
    return false;
  };
  const isExhausted = (experts: Int32Array | undefined, changes: number) =>
    experts?.every((expert) => exhausted[expert] === changes) ?? true;
  const unseat = (activity: number) => {
    for (const seat of [2 * activity, 2 * activity + 1])
      for (const expert of [...(teams[seat] ?? [])]) drop(expert, seat);
  };
  return {
    unseat,
    /** @param changes how often a line has left: what was found since the last time still holds */
    seat: (activity: number, changes: number): boolean => {
      const size = plan.activities[activity]?.teamSize ?? 0;
      if (isExhausted(able[2 * activity], changes) || (size > 1 && isExhausted(able[2 * activity + 1], changes)))
        return size === 0;
      for (let taken = 0; taken < size; taken++) {
        stamp++;
        if (fill(2 * activity + (taken === 0 ? 0 : 1))) continue;
        // Without a seat of its own line in the way, whoever was looked at has no mission left, nor has anybody
        // who could take one over: no other line can have them either until a line leaves.
        if (taken === 0)
          for (let expert = 0; expert < seen.length; expert++) if (seen[expert] === stamp) exhausted[expert] = changes;
        unseat(activity);
        return false;
      }
      return true;
    },
  };
}
