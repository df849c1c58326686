import { createCookie } from "@remix-run/node";
import type { Config } from "~/app/config.server";
import type { AppContext } from "~/app/context";
import type { Database } from "~/db/engine/database";
import { writeIfPossible } from "~/db/engine/storage-refusal";
import type { PersonWithRoles } from "~/db/people";
import { beginSession, endAllSessions, endSession, extendSession, findSessionPerson } from "~/db/sessions";
import { ROLES } from "./permissions";
import type { Viewer } from "./viewer";
import { hashOfSecret, newSecret } from "./viewer.server";

const DAYS = 14;
const end = (now: Date): Date => new Date(now.getTime() + DAYS * 24 * 3600 * 1000);

/** The cookie holds a random secret of which the database knows the hash; signed as well where a secret is configured. */
function cookieOf(config: Config) {
  return createCookie("meridian_session", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: config.publicUrl.startsWith("https:"),
    maxAge: DAYS * 24 * 3600,
    ...(config.secret ? { secrets: [config.secret] } : {}),
  });
}

type SessionServices = { readonly db: Database; readonly config: Config; readonly now: () => Date };

/** Who the request's cookie belongs to; `undefined` if nobody, or if the session has ended. */
export async function findViewer(
  { db, config, now }: SessionServices,
  cookieHeader: string | null,
): Promise<Viewer | undefined> {
  const secret: unknown = await cookieOf(config).parse(cookieHeader);
  if (typeof secret !== "string" || secret === "") return undefined;
  const sessionHash = hashOfSecret(secret);
  const at = now();
  const person = await findSessionPerson(db, { sessionHash, at });
  if (!person) return undefined;
  await writeIfPossible(() => extendSession(db, { sessionHash, at, expiresAt: end(at) }));
  return viewerOf(person, sessionHash);
}

function viewerOf(person: PersonWithRoles, sessionHash: string): Viewer {
  const held = new Set(person.roles.map((grant) => grant.role));
  return {
    personId: person.id,
    sessionHash,
    name: person.name,
    email: person.email ?? "",
    roles: ROLES.filter((role) => held.has(role)),
    memberId: person.roles.find((grant) => grant.role === "member")?.memberId ?? person.memberId,
  };
}

/** A secret for a new session, the hash to store, and the cookie to set. */
export async function newSession({ config, now }: SessionServices) {
  const secret = newSecret();
  return {
    sessionHash: hashOfSecret(secret),
    expiresAt: end(now()),
    cookie: await cookieOf(config).serialize(secret),
  };
}

/** Begins a session of a person who has been identified otherwise. @returns the cookie to set */
export async function enter(
  services: SessionServices,
  { personId, userAgent }: { personId: string; userAgent: string | null },
): Promise<string | undefined> {
  const { sessionHash, expiresAt, cookie } = await newSession(services);
  const person = await beginSession(services.db, { personId, sessionHash, expiresAt, userAgent, at: services.now() });
  return person && cookie;
}

/** Ends this session, or all of the person's. @returns the cookie that forgets */
export async function leave(context: AppContext, { everywhere }: { everywhere: boolean }): Promise<string> {
  const viewer = await context.viewer();
  const at = context.now();
  if (viewer && everywhere)
    await endAllSessions(context.db, { personId: viewer.personId, actor: { personId: viewer.personId }, at });
  else if (viewer) await endSession(context.db, { sessionHash: viewer.sessionHash, at });
  return cookieOf(context.config).serialize("", { maxAge: 0 });
}
