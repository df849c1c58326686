import { and, asc, eq, inArray } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import type { Database } from "./engine/database";
import { people, type Role, roleGrants } from "./schema/people";

export type Person = typeof people.$inferSelect;

export interface RoleGrant {
  readonly role: Role;
  readonly memberId: string | null;
}

export interface PersonWithRoles extends Person {
  readonly roles: readonly RoleGrant[];
}

export async function findPerson(db: Database, id: string): Promise<PersonWithRoles | undefined> {
  const [person] = await withRoles(db, await db.select().from(people).where(eq(people.id, id)));
  return person;
}

/** Letter case of the address does not matter. */
export async function findPersonByEmail(db: Database, email: string): Promise<PersonWithRoles | undefined> {
  const found = await db.select().from(people).where(eq(people.email, email.trim().toLowerCase()));
  const [person] = await withRoles(db, found);
  return person;
}

/** Everyone with a role, or with a certain one, by name and id. */
export async function findPeopleWithRole(db: Database, role?: Role): Promise<readonly PersonWithRoles[]> {
  const granted = db
    .select({ personId: roleGrants.personId })
    .from(roleGrants)
    .where(role === undefined ? undefined : eq(roleGrants.role, role));
  const found = await db
    .select()
    .from(people)
    .where(inArray(people.id, granted))
    .orderBy(asc(people.name), asc(people.id));
  return withRoles(db, found);
}

/** Contact points and colleagues of an administration. */
export async function findPeopleOfMember(db: Database, memberId: string): Promise<readonly PersonWithRoles[]> {
  const found = await db
    .select()
    .from(people)
    .where(eq(people.memberId, memberId))
    .orderBy(asc(people.name), asc(people.id));
  return withRoles(db, found);
}

/**
 * Registers a person.
 *
 * @returns the person who has that address already, unchanged, if there is one; two at once get the same
 */
export async function insertPerson(
  db: Database,
  {
    name,
    email = null,
    language = "en",
    memberId = null,
    actor,
    at,
  }: {
    name: string;
    email?: string | null;
    language?: string;
    memberId?: string | null;
    actor: Actor;
    at: Date;
  },
): Promise<Person> {
  return db.transaction(async (tx) => {
    const address = email?.trim().toLowerCase() ?? null;
    const [person] = await tx
      .insert(people)
      .values({ id: newId(), name, email: address, language, memberId, createdAt: at })
      .onConflictDoNothing({ target: people.email })
      .returning();
    if (person) {
      await recordAudit(tx, { at, actor, action: "person:register", subjectType: "person", subjectId: person.id });
      return person;
    }
    const [known] = await tx
      .select()
      .from(people)
      .where(eq(people.email, address ?? ""));
    if (!known) throw new Error("a person that was in the way has gone");
    return known;
  });
}

/** Gives a role, or binds it to another member; giving it again is harmless. */
export async function grantRole(
  db: Database,
  {
    personId,
    role,
    memberId = null,
    actor,
    at,
  }: { personId: string; role: Role; memberId?: string | null; actor: Actor; at: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const grant = { memberId, grantedBy: actor.personId ?? null, grantedAt: at };
    await tx
      .insert(roleGrants)
      .values({ personId, role, ...grant })
      .onConflictDoUpdate({ target: [roleGrants.personId, roleGrants.role], set: grant });
    await recordAudit(tx, {
      at,
      actor,
      action: "role:grant",
      subjectType: "person",
      subjectId: personId,
      details: { role, memberId },
    });
  });
}

/** @returns whether the person had the role */
export async function revokeRole(
  db: Database,
  { personId, role, actor, at }: { personId: string; role: Role; actor: Actor; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const revoked = await tx
      .delete(roleGrants)
      .where(and(eq(roleGrants.personId, personId), eq(roleGrants.role, role)))
      .returning({ role: roleGrants.role });
    if (revoked.length === 0) return false;
    await recordAudit(tx, {
      at,
      actor,
      action: "role:revoke",
      subjectType: "person",
      subjectId: personId,
      details: { role },
    });
    return true;
  });
}

/** Name, address and language of a person, as the person or an administrator changes them. */
export async function updatePerson(
  db: Database,
  {
    id,
    actor,
    at,
    ...changes
  }: { id: string; name?: string; email?: string | null; language?: string; actor: Actor; at: Date },
): Promise<Person | undefined> {
  return db.transaction(async (tx) => {
    const email = changes.email?.trim().toLowerCase() ?? changes.email;
    const [person] = await tx
      .update(people)
      .set({ ...changes, email })
      .where(eq(people.id, id))
      .returning();
    if (!person) return undefined;
    await recordAudit(tx, {
      at,
      actor,
      action: "person:change",
      subjectType: "person",
      subjectId: id,
      details: { changed: Object.keys(changes) },
    });
    return person;
  });
}

async function withRoles(db: Database, found: readonly Person[]): Promise<readonly PersonWithRoles[]> {
  if (found.length === 0) return [];
  const grants = await db
    .select()
    .from(roleGrants)
    .where(
      inArray(
        roleGrants.personId,
        found.map((person) => person.id),
      ),
    )
    .orderBy(asc(roleGrants.role));
  return found.map((person) => ({
    ...person,
    roles: grants.filter((grant) => grant.personId === person.id).map(({ role, memberId }) => ({ role, memberId })),
  }));
}
