import type { Role } from "~/db/schema/people";

export type { Role };

/** What a person of the office or a member may be, the widest first. One person may hold several. */
export const ROLES = ["coordinator", "planner", "administrator", "member", "viewer"] as const satisfies readonly Role[];

/**
 * Who may what; the only place where it stands. A route names a permission, never a role.
 *
 * `member` is bound to its administration: routes that show one member's things ask `mayActForMember` as well.
 */
export const PERMISSIONS = {
  "home:read": ["administrator", "coordinator", "planner", "member", "viewer"],
  "instrument:read": ["administrator", "coordinator", "planner"],
  "instrument:edit": ["coordinator"],
  "instrument:publish": ["coordinator"],
  "round:read": ["administrator", "coordinator", "planner"],
  "round:manage": ["coordinator"],
  "response:readNamed": ["coordinator"],
  "response:manage": ["coordinator"],
  "member:read": ["administrator", "coordinator", "planner", "viewer"],
  "ownMember:read": ["member"],
  "ownMember:signOff": ["member"],
  "ranking:read": ["coordinator", "planner", "viewer", "member"],
  "ranking:readOffice": ["coordinator", "planner"],
  "ranking:run": ["coordinator", "planner"],
  "ranking:publish": ["coordinator"],
  "expert:read": ["coordinator", "planner", "viewer"],
  "expert:manage": ["coordinator"],
  "supply:run": ["coordinator", "planner"],
  "accreditation:read": ["coordinator", "planner", "viewer"],
  "proposal:read": ["coordinator", "planner", "viewer"],
  "proposal:edit": ["planner"],
  "proposal:approve": ["planner"],
  "plan:read": ["administrator", "coordinator", "planner", "member", "viewer"],
  "cycle:read": ["administrator", "coordinator", "planner", "viewer"],
  "cycle:manage": ["coordinator"],
  "kpi:read": ["administrator", "coordinator", "planner", "viewer"],
  "kpi:enter": ["coordinator", "planner"],
  "activity:read": ["coordinator", "planner", "viewer", "member"],
  "activity:readAll": ["coordinator", "planner", "viewer"],
  "activity:readOffice": ["coordinator", "planner"],
  "activity:manage": ["coordinator"],
  "followUp:read": ["coordinator", "planner"],
  "followUp:manage": ["coordinator"],
  "feedback:decide": ["coordinator", "planner"],
  "audit:read": ["administrator"],
  "people:manage": ["administrator"],
  "office:settings": ["administrator"],
  "outbox:read": ["administrator"],
  "job:read": ["administrator", "coordinator", "planner"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of the roles carries the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
