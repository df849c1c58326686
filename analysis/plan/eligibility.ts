import type { PlanActivity, PlanExpert, PlanFunder, PlanRules } from "./problem";

/** Which seat a person may take: `lead` any seat, `second` any but the lead's. */
export type Seat = "lead" | "second";

/**
 * The seat that an expert may take in an activity, months and missions left aside; `null` for none.
 *
 * A conflict is a member of the activity that declined the person or is in dispute with it, and for an activity of one
 * member also that the person belongs to it (in joint activities that is none).
 */
export function seatOf(expert: PlanExpert, activity: PlanActivity, rules: PlanRules): Seat | null {
  if (rules.conflicts && hasConflict(expert, activity)) return null;
  if (rules.languages && activity.languages !== null && !activity.languages.some((id) => expert.languages.includes(id)))
    return null;
  return standingFor(expert, activity, rules);
}

/** The seat by standing alone: what the person may do, whatever the language and the conflicts. */
export function standingFor(expert: PlanExpert, activity: PlanActivity, rules: PlanRules): Seat | null {
  if (activity.area === null) return expert.topics.includes(activity.topic) ? "lead" : null;
  const standing = expert.areas.find(({ area }) => area === activity.area)?.standing;
  if (standing === undefined) return null;
  return standing === "accredited" || !rules.accreditedLead ? "lead" : "second";
}

function hasConflict(expert: PlanExpert, activity: PlanActivity): boolean {
  if (activity.members.some((member) => expert.conflicts.includes(member))) return true;
  return activity.members.length === 1 && expert.member !== null && activity.members[0] === expert.member;
}

/** Whether a funder may pay for an activity: its topic, its mode and all its members are within the conditions. */
export function mayFund(funder: PlanFunder, activity: PlanActivity): boolean {
  return (
    (funder.topics === null || funder.topics.includes(activity.topic)) &&
    (funder.modes === null || funder.modes.includes(activity.mode)) &&
    (funder.members === null || activity.members.every((member) => funder.members?.includes(member)))
  );
}
