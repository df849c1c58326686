import { z } from "zod";
import { ROLES, type Role } from "~/app/auth/permissions";
import type { FormErrors } from "~/app/http/respond";
import { LOCALES } from "~/app/i18n/locales";
import type { Translator } from "~/app/i18n/translate";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import {
  findPeopleWithRole,
  findPerson,
  findPersonByEmail,
  grantRole,
  insertPerson,
  revokeRole,
  updatePerson,
} from "~/db/people";

export interface PersonInput {
  readonly id?: string | undefined;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly memberId: string | null;
  readonly roles: readonly Role[];
}

/** The form of a person, checked; what was typed comes back with the errors. */
export function parsePersonForm(
  form: FormData,
  t: Translator,
):
  | { readonly person: PersonInput; readonly values: Record<string, string> }
  | { readonly errors: FormErrors; readonly values: Record<string, string> } {
  const roles = form.getAll("roles").map(String);
  const text = (name: string): string => String(form.get(name) ?? "").trim();
  const values = {
    name: text("name"),
    email: text("email"),
    language: text("language"),
    member: text("member"),
    roles: roles.join(" "),
    ...(text("id") ? { id: text("id") } : {}),
  };
  const Schema = z
    .object({
      id: z.uuid().optional(),
      name: z.string().min(1, t("people.office.nameMissing")).max(200),
      email: z.email(t("people.signIn.mailWrong")),
      language: z.enum(Object.keys(LOCALES) as (keyof typeof LOCALES)[]),
      member: z.string(),
      roles: z.array(z.enum(ROLES)).min(1, t("people.office.rolesMissing")),
    })
    .refine(({ member, roles }) => !roles.includes("member") || member !== "", {
      path: ["member"],
      error: t("people.office.memberMissing"),
    });
  const parsed = Schema.safeParse({ ...values, roles });
  if (!parsed.success) return { errors: z.flattenError(parsed.error).fieldErrors, values };
  const { member, ...person } = parsed.data;
  return { person: { ...person, memberId: member || null }, values };
}

/**
 * Registers a person or changes one, roles included, in one transaction.
 *
 * @returns `emailTaken` if the address is another person's, `lastAdministrator` if nobody would be left to give roles
 */
export async function savePerson(
  db: Database,
  { person, actor, at }: { readonly person: PersonInput; readonly actor: Actor; readonly at: Date },
): Promise<"saved" | "emailTaken" | "lastAdministrator"> {
  return db.transaction(async (tx) => {
    const holder = await findPersonByEmail(tx, person.email);
    if (holder && holder.id !== person.id) return "emailTaken";
    const known = person.id ? await findPerson(tx, person.id) : undefined;
    const heldRoles = known?.roles.map((grant) => grant.role) ?? [];
    if (heldRoles.includes("administrator") && !person.roles.includes("administrator")) {
      const administrators = await findPeopleWithRole(tx, "administrator");
      if (administrators.length < 2) return "lastAdministrator";
    }
    const { name, email, language, memberId } = person;
    const { id } = known ?? (await insertPerson(tx, { name, email, language, memberId, actor, at }));
    if (known) await updatePerson(tx, { id, name, email, language, actor, at });
    for (const role of person.roles)
      await grantRole(tx, {
        personId: id,
        role,
        memberId: role === "member" || role === "coordinator" ? memberId : null,
        actor,
        at,
      });
    for (const role of heldRoles)
      if (!person.roles.includes(role)) await revokeRole(tx, { personId: id, role, actor, at });
    return "saved";
  });
}
