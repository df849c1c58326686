import { expect, test } from "vitest";
import { enter, findViewer } from "~/app/auth/session.server";
import { action } from "~/app/routes/sign-out/route";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { loadPack } from "~/db/regions/read-pack";
import { appContext } from "../support/app-context";
import { testDatabase } from "../support/database";
import { person } from "../support/office";

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");

/** Ana is signed in on two devices, Ben on one. */
async function threeSessions(db: Database) {
  const office = appContext(db, { pack });
  const signIn = async (personId: string) =>
    (await enter(office, { personId, userAgent: null }))?.split(";")[0] ?? "no session";
  const { id: ana } = await person(db, { name: "Ana", role: "planner" });
  const { id: ben } = await person(db, { name: "Ben", role: "planner" });
  const devices = { desk: await signIn(ana), phone: await signIn(ana), ben: await signIn(ben) };
  const signedIn = async () =>
    Promise.all(Object.values(devices).map(async (cookie) => (await findViewer(office, cookie)) !== undefined));
  const signOut = async (fields: Readonly<Record<string, string>>) => {
    const viewer = await findViewer(office, devices.desk);
    const request = new Request("http://localhost/sign-out", { method: "POST", body: new URLSearchParams(fields) });
    return action({ request, params: {}, context: appContext(db, { pack, viewer }) }).catch((reply: unknown) => reply);
  };
  return { signedIn, signOut };
}

test(
  "signing out ends this device's session alone and forgets its cookie",
  database.rolledBack(async (db) => {
    const { signedIn, signOut } = await threeSessions(db);
    expect(await signedIn()).toEqual([true, true, true]);
    const reply = await signOut({});
    expect(reply).toBeInstanceOf(Response);
    if (!(reply instanceof Response)) return;
    expect(reply.headers.get("Location")).toBe("/");
    expect(reply.headers.get("Set-Cookie")).toMatch(/^meridian_session=[^;]*;.*Max-Age=0/);
    expect(await signedIn()).toEqual([false, true, true]);
  }),
);

test(
  "signing out on all devices ends every session of that person and of nobody else, and is in the audit trail",
  database.rolledBack(async (db) => {
    const { signedIn, signOut } = await threeSessions(db);
    await signOut({ everywhere: "yes" });
    expect(await signedIn()).toEqual([false, false, true]);
    expect(await findAuditEvents(db, { action: "session:endAll" })).toMatchObject([{ details: { sessions: 2 } }]);
  }),
);
