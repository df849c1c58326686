import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { hashOfSecret } from "~/app/auth/viewer.server";
import type { Database } from "~/db/engine/database";
import { type OpenDatabase, openDatabase } from "~/db/engine/open-database";
import { insertInvitations } from "~/db/invitations";
import { insertRound, openRound } from "~/db/rounds";
import { bundledOffice } from "~/tests/support/held-survey";
import { NEEDS_GIVEN } from "~/tests/support/needs-answers";
import { system } from "~/tests/support/office";

const DAY = 24 * 3_600_000;

/** The database of a server that does not run at this moment. */
export function openOf(env: Readonly<Record<string, string>>): Promise<OpenDatabase> {
  const { DATABASE_URL: url, DATA_DIR: dataDirectory = "" } = env;
  return openDatabase(url ? { url } : { dataDirectory, workerFile: resolve("build/embedded-worker.js") });
}

/**
 * An office with its needs survey open for a month: a link for each of some members, and one that everybody shares.
 *
 * @returns the secrets of the links
 */
export async function openOfficeSurvey(
  env: Readonly<Record<string, string>>,
  { members }: { readonly members: number },
): Promise<{ readonly kept: readonly string[]; readonly shared: string }> {
  const database = await openOf(env);
  try {
    await database.migrate("db/migrations");
    const { pack, cycle, version } = await bundledOffice(database.db);
    const asked = { cycleId: cycle.id, versionId: version.id };
    const kept = pack.members.slice(0, members).map(({ id }) => ({ memberId: id, secret: randomUUID() }));
    await openedSurvey(database.db, { ...asked, audience: "members", links: kept });
    const shared = randomUUID();
    await openedSurvey(database.db, { ...asked, audience: "shared", links: [{ memberId: null, secret: shared }] });
    return { kept: kept.map(({ secret }) => secret), shared };
  } finally {
    await database.close();
  }
}

async function openedSurvey(
  db: Database,
  {
    cycleId,
    versionId,
    audience,
    links,
  }: {
    readonly cycleId: string;
    readonly versionId: string;
    readonly audience: "members" | "shared";
    readonly links: readonly { readonly memberId: string | null; readonly secret: string }[];
  },
): Promise<void> {
  const now = new Date();
  const day = (later: number) => new Date(now.getTime() + later * DAY).toISOString().slice(0, 10);
  const round = await insertRound(db, {
    round: {
      cycleId,
      versionId,
      name: `Needs survey, ${audience}`,
      audience,
      anonymous: false,
      opensOn: day(-2),
      closesOn: day(30),
    },
    given: audience === "shared" ? NEEDS_GIVEN : {},
    actor: system,
    at: now,
  });
  await openRound(db, { id: round.id, actor: system, at: now });
  await insertInvitations(db, {
    roundId: round.id,
    invitations: links.map(({ memberId, secret }) => ({
      memberId,
      language: "en",
      tokenHash: hashOfSecret(secret),
      given: memberId === null ? {} : NEEDS_GIVEN,
    })),
    actor: system,
    at: now,
  });
}
