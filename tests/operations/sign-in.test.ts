import { expect, it } from "vitest";
import { enter, findViewer } from "~/app/auth/session.server";
import type { AppContext } from "~/app/context";
import { enterDemonstration } from "~/app/operations/enter-demonstration";
import { requestSignIn } from "~/app/operations/request-sign-in";
import { savePerson } from "~/app/operations/save-person";
import { signInByLink } from "~/app/operations/sign-in-by-link";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findMails } from "~/db/mail";
import { findPersonByEmail, grantRole, insertPerson } from "~/db/people";
import { readPack } from "~/db/regions/read-pack";
import { appContext } from "../support/app-context";
import { testDatabase } from "../support/database";
import { noon, system } from "../support/office";

const database = testDatabase();
const reading = await readPack("db/regions/asia-pacific");
if ("faults" in reading) throw new Error("the pack is broken");
const { pack } = reading;

function officeOf(db: Database, { at = noon, synthetic = false, host = "127.0.0.1" } = {}): AppContext {
  const office = appContext(db, {
    pack,
    at,
    synthetic,
    env: { SMTP_URL: "smtp://127.0.0.1:9", SECRET: "s".repeat(32) },
  });
  return { ...office, config: { ...office.config, host } };
}

async function registerLeilani(db: Database) {
  const person = await insertPerson(db, { name: "Leilani", email: "leilani@customs.example", actor: system, at: noon });
  await grantRole(db, { personId: person.id, role: "planner", actor: system, at: noon });
  return person;
}

const secretIn = (text: string): string => /\/sign-in\/([\w-]+)/.exec(text)?.[1] ?? "";

it(
  "lets Leilani in by the link in her mail, once",
  database.rolledBack(async (db) => {
    await registerLeilani(db);
    const office = officeOf(db);
    await requestSignIn(office, { email: "Leilani@customs.example", to: "/plan" });
    const [mail] = await findMails(db);
    const token = secretIn(mail?.text ?? "");

    const entered = await signInByLink(office, { token, userAgent: null });
    expect(entered?.to).toBe("/plan");
    const viewer = await findViewer(office, entered?.cookie.split(";")[0] ?? null);
    expect(viewer).toMatchObject({ name: "Leilani", roles: ["planner"] });
    expect(await signInByLink(office, { token, userAgent: null })).toBeUndefined();
  }),
);

it(
  "refuses the link after fifteen minutes",
  database.rolledBack(async (db) => {
    await registerLeilani(db);
    await requestSignIn(officeOf(db), { email: "leilani@customs.example", to: "/home" });
    const [mail] = await findMails(db);
    const later = officeOf(db, { at: new Date(noon.getTime() + 16 * 60_000) });
    expect(await signInByLink(later, { token: secretIn(mail?.text ?? ""), userAgent: null })).toBeUndefined();
  }),
);

it(
  "writes to nobody whom the office does not know, and to nobody without a role, with the same reply",
  database.rolledBack(async (db) => {
    await insertPerson(db, { name: "Guest", email: "guest@customs.example", actor: system, at: noon });
    const unknown = await requestSignIn(officeOf(db), { email: "nobody@customs.example", to: "/home" });
    const guest = await requestSignIn(officeOf(db), { email: "guest@customs.example", to: "/home" });
    expect(unknown).toEqual(guest);
    expect(await findMails(db)).toEqual([]);
  }),
);

it(
  "stores the secret of neither link nor session",
  database.rolledBack(async (db) => {
    const { id } = await registerLeilani(db);
    const office = officeOf(db);
    const cookie = await enter(office, { personId: id, userAgent: null });
    const forged = officeOf(db);
    expect(await findViewer(forged, `meridian_session=${encodeURIComponent("guess")}`)).toBeUndefined();
    expect(await findViewer(office, cookie?.split(";")[0] ?? null)).toBeDefined();
    const rows = await db.execute("select token_hash from session");
    expect(JSON.stringify(rows)).toMatch(/[0-9a-f]{64}/);
    expect(cookie).not.toContain(JSON.stringify(rows).slice(16, 80));
  }),
);

it(
  "opens the demonstration on this machine only, and only with made-up data",
  database.rolledBack(async (db) => {
    await registerLeilani(db);
    const click = { role: "planner" as const, userAgent: null };
    expect(await enterDemonstration(officeOf(db, { synthetic: true }), click)).toBeDefined();
    expect(await enterDemonstration(officeOf(db), click)).toBeUndefined();
    expect(await enterDemonstration(officeOf(db, { synthetic: true, host: "0.0.0.0" }), click)).toBeUndefined();
  }),
);

it(
  "keeps the last administrator, and tells whose address is taken",
  database.rolledBack(async (db) => {
    const change = { actor: system, at: noon };
    const ana = { name: "Ana", email: "ana@office.example", language: "en", memberId: null };
    expect(await savePerson(db, { person: { ...ana, roles: ["administrator"] }, ...change })).toBe("saved");
    const { id } = (await findPersonByEmail(db, ana.email)) ?? { id: "" };
    expect(await savePerson(db, { person: { ...ana, id, roles: ["viewer"] }, ...change })).toBe("lastAdministrator");
    const bo = { name: "Bo", email: "bo@office.example", language: "fr", memberId: null };
    expect(await savePerson(db, { person: { ...bo, email: ana.email, roles: ["viewer"] }, ...change })).toBe(
      "emailTaken",
    );
    expect(await savePerson(db, { person: { ...bo, roles: ["administrator"] }, ...change })).toBe("saved");
    expect(await savePerson(db, { person: { ...ana, id, roles: ["viewer"] }, ...change })).toBe("saved");
    const told = (await findAuditEvents(db, { action: "role:" })).map(
      ({ action, details }) => `${action} ${details.role}`,
    );
    expect(told).toContain("role:revoke administrator");
  }),
);
