import type { PlanActivity } from "~/analysis/plan/problem";
import type { HostLimit } from "./place-hosts";
import { DELIVERY } from "./proposal-settings";

/** A training centre: whose it is, what it takes. */
interface Centre {
  readonly memberId: string;
  readonly hosts: { readonly value: { readonly modes: readonly string[]; readonly perCycle: number } };
}

/** What the centres of each member take in a cycle, together. */
export function hostLimits(centres: readonly Centre[]): readonly HostLimit[] {
  const most = new Map<string, number>();
  for (const { memberId, hosts } of centres) most.set(memberId, (most.get(memberId) ?? 0) + hosts.value.perCycle);
  return [...most].map(([member, limit]) => ({ member, most: limit })).sort((a, b) => (a.member < b.member ? -1 : 1));
}

/** A line without hosts whose centres do not take lines of its mode. */
export function withHostsOf(activity: PlanActivity, centres: readonly Centre[]): PlanActivity {
  const takes = (member: string) => {
    const own = centres.filter(({ memberId }) => memberId === member);
    return (
      own.length === 0 || own.some(({ hosts }) => hosts.value.modes.some((mode) => DELIVERY[mode] === activity.mode))
    );
  };
  return { ...activity, hosts: activity.hosts.filter(({ member }) => takes(member)) };
}
