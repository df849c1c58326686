import { ROLES, type Role } from "~/app/auth/permissions";
import { enter } from "~/app/auth/session.server";
import { isLoopback } from "~/app/config.server";
import type { AppContext } from "~/app/context";
import { findMember } from "~/db/members";
import { findOffice } from "~/db/office";
import { findPeopleWithRole } from "~/db/people";
import type { LocalizedText } from "~/db/schema/region";

/** Where the demonstration can be entered without a password: on this machine only, and only with made-up data. */
const isOpen = (context: AppContext): boolean => context.synthetic && isLoopback(context.config);

export interface DemonstrationEntries {
  readonly roles: readonly Role[];
  /** A survey that waits for whoever looks. */
  readonly answer: { readonly href: string; readonly member: LocalizedText } | null;
}

/** The ways into the demonstration, or `undefined` where there is none. */
export async function demonstrationEntries(context: AppContext): Promise<DemonstrationEntries | undefined> {
  if (!isOpen(context)) return undefined;
  const office = await findOffice(context.db);
  const open = office?.settings.demonstrationLink;
  const answer = isOpenLink(open) ? await findMember(context.db, open.memberId) : undefined;
  return {
    roles: ROLES,
    answer: answer && isOpenLink(open) ? { href: `/a/${open.token}`, member: answer.name } : null,
  };
}

/** One click, one role. @returns the cookie to set; `undefined` where the demonstration is not open */
export async function enterDemonstration(
  context: AppContext,
  { role, userAgent }: { readonly role: Role; readonly userAgent: string | null },
): Promise<{ readonly cookie: string } | undefined> {
  if (!isOpen(context)) return undefined;
  const [person] = await findPeopleWithRole(context.db, role);
  if (!person) return undefined;
  const cookie = await enter(context, { personId: person.id, userAgent });
  return cookie ? { cookie } : undefined;
}

/** The link is stored in the clear in the demonstration only, where it opens nothing but made-up answers. */
function isOpenLink(value: unknown): value is { readonly token: string; readonly memberId: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "token" in value &&
    typeof value.token === "string" &&
    "memberId" in value &&
    typeof value.memberId === "string"
  );
}
