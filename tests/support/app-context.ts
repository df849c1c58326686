import type { AppLoadContext } from "@remix-run/node";
import pino from "pino";
import type { Role } from "~/app/auth/permissions";
import type { Viewer } from "~/app/auth/viewer";
import { parseConfig } from "~/app/config.server";
import type { AppContext } from "~/app/context";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";
import { noon } from "./office";

/** Somebody who holds one role and is signed in; a member is of Fiji's administration. */
export function viewerWith(role: Role): Viewer {
  return {
    personId: "01980000-0000-7000-8000-000000000001",
    sessionHash: "0".repeat(64),
    name: "Somebody",
    email: "somebody@office.example",
    roles: [role],
    memberId: role === "member" ? "fiji" : null,
  };
}

/** What the server's entry hands to loaders and actions, at noon on 5 October 2026; nobody is signed in. */
export function appContext(
  db: Database,
  {
    pack,
    role,
    viewer = role ? viewerWith(role) : undefined,
    at = noon,
    env = {},
    ...changes
  }: Partial<Omit<AppContext, "db" | "now" | "viewer" | "config">> & {
    readonly pack: RegionPack;
    readonly role?: Role | null;
    /** Who is signed in, where a role alone does not say enough. */
    readonly viewer?: Viewer | undefined;
    readonly at?: Date;
    /** Environment variables that differ from none. */
    readonly env?: Readonly<Record<string, string>>;
  },
): AppLoadContext {
  const parsed = parseConfig(env);
  if ("faults" in parsed) throw new Error(parsed.faults.join());
  return {
    db,
    config: parsed.config,
    pack,
    log: pino({ level: "silent" }),
    nonce: "n",
    requestId: "r",
    ip: "127.0.0.1",
    locale: "en",
    locales: ["en", "fr"],
    officeName: "Asia/Pacific",
    cycleName: "2026–27",
    synthetic: false,
    now: () => at,
    viewer: async () => viewer,
    wakeJobs: () => {},
    wakeMail: () => {},
    ...changes,
  };
}
