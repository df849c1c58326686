import { describe, expect, test } from "vitest";
import { findAuditEvents } from "~/db/audit";
import { findPeopleWithRole, findPersonByEmail, grantRole, insertPerson, revokeRole } from "~/db/people";
import {
  beginSession,
  endAllSessions,
  findSessionPerson,
  insertSignInLink,
  isSignInLinkOpen,
  redeemSignInLink,
} from "~/db/sessions";
import { testDatabase } from "../support/database";
import { foundOffice, hashOf, noon, person, system } from "../support/office";

const database = testDatabase();
const later = new Date(noon.getTime() + 3_600_000);
const session = { sessionHash: hashOf("cookie"), sessionExpiresAt: later, at: noon };

describe("a sign-in link", () => {
  test(
    "lets in one of two that open it at once",
    database.committed(async (db) => {
      const mere = await person(db, { name: "Mere Tuilagi", role: "coordinator" });
      await insertSignInLink(db, { tokenHash: hashOf("link"), personId: mere.id, createdAt: noon, expiresAt: later });
      const outcomes = await Promise.all([
        redeemSignInLink(db, { ...session, tokenHash: hashOf("link") }),
        redeemSignInLink(db, { ...session, tokenHash: hashOf("link"), sessionHash: hashOf("other") }),
      ]);
      expect(outcomes.filter((outcome) => outcome?.person.name === "Mere Tuilagi")).toHaveLength(1);
      expect(await isSignInLinkOpen(db, { tokenHash: hashOf("link"), at: noon })).toBe(false);
    }),
  );

  test(
    "lets nobody in after its time",
    database.rolledBack(async (db) => {
      const mere = await person(db, { name: "Mere Tuilagi" });
      await insertSignInLink(db, { tokenHash: hashOf("link"), personId: mere.id, createdAt: noon, expiresAt: later });
      expect(await redeemSignInLink(db, { ...session, tokenHash: hashOf("link"), at: later })).toBeUndefined();
    }),
  );
});

describe("a session", () => {
  test(
    "names its person with roles until it expires",
    database.rolledBack(async (db) => {
      await foundOffice(db);
      const { id } = await person(db, { name: "Ratu Vula", role: "member", memberId: "fiji" });
      await beginSession(db, { personId: id, sessionHash: hashOf("cookie"), expiresAt: later, at: noon });
      expect(await findSessionPerson(db, { sessionHash: hashOf("cookie"), at: noon })).toMatchObject({
        name: "Ratu Vula",
        roles: [{ role: "member", memberId: "fiji" }],
      });
      expect(await findSessionPerson(db, { sessionHash: hashOf("cookie"), at: later })).toBeUndefined();
    }),
  );

  test(
    "ends everywhere at once, with the links that were not used",
    database.rolledBack(async (db) => {
      const { id } = await person(db, { name: "Mere Tuilagi" });
      for (const cookie of ["phone", "desk"]) {
        await beginSession(db, { personId: id, sessionHash: hashOf(cookie), expiresAt: later, at: noon });
      }
      await insertSignInLink(db, { tokenHash: hashOf("link"), personId: id, createdAt: noon, expiresAt: later });
      expect(await endAllSessions(db, { personId: id, actor: { personId: id }, at: noon })).toBe(2);
      expect(await findSessionPerson(db, { sessionHash: hashOf("desk"), at: noon })).toBeUndefined();
      expect(await isSignInLinkOpen(db, { tokenHash: hashOf("link"), at: noon })).toBe(false);
    }),
  );
});

describe("a person", () => {
  test(
    "is registered once for an address, whatever its letter case",
    database.rolledBack(async (db) => {
      const first = await insertPerson(db, { name: "A", email: "Vula@Example.org", actor: system, at: noon });
      const again = await insertPerson(db, { name: "B", email: "vula@example.ORG ", actor: system, at: noon });
      expect(again).toEqual(first);
      expect(await findPersonByEmail(db, "VULA@example.org")).toMatchObject({ name: "A" });
    }),
  );

  test(
    "cannot have the member's role without a member, nor a planner's with one",
    database.rolledBack(async (db) => {
      await foundOffice(db);
      const { id } = await person(db, { name: "Ratu Vula" });
      const grant = { personId: id, actor: system, at: noon };
      await expect(grantRole(db, { ...grant, role: "member" })).rejects.toMatchObject({ cause: { code: "23514" } });
      await expect(grantRole(db, { ...grant, role: "planner", memberId: "fiji" })).rejects.toMatchObject({
        cause: { constraint_name: "role_grant_member" },
      });
      await expect(grantRole(db, { ...grant, role: "coordinator", memberId: "japan" })).resolves.toBeUndefined();
    }),
  );

  test(
    "loses a role, and the trail says who gave and took it",
    database.rolledBack(async (db) => {
      const { id } = await person(db, { name: "Mere Tuilagi", role: "planner" });
      const administrator = await person(db, { name: "Ana Reyes", role: "administrator" });
      await revokeRole(db, { personId: id, role: "planner", actor: { personId: administrator.id }, at: noon });
      expect(await findPeopleWithRole(db, "planner")).toEqual([]);
      const [event] = await findAuditEvents(db, { action: "role:", subjectId: id });
      expect(event).toMatchObject({ action: "role:revoke", actorName: "Ana Reyes", details: { role: "planner" } });
    }),
  );
});
