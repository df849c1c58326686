import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { hashOfSecret } from "~/app/auth/viewer.server";
import type { Database } from "~/db/engine/database";
import { needsAnswers } from "~/tests/support/needs-answers";

/** Somebody who sends one thing after the other, and the same again, with its key, until it was acknowledged. */
export interface AnsweringClient {
  /** One try. @returns whether it was acknowledged */
  readonly try: (url: string) => Promise<boolean>;
  /** Whether something was sent and not yet acknowledged. */
  readonly waits: () => boolean;
  readonly acknowledged: () => number;
  /** Submissions that were stored although their sender did not hear so before asking again. */
  readonly unheard: () => number;
  /** What the database lacks, or has too much of, of what was acknowledged; to be asked when nothing waits. */
  readonly faults: (db: Database) => Promise<readonly string[]>;
}

/** A member who changes one answer again and again. */
export function savingMember(secret: string): AnsweringClient {
  const path = "comments";
  let version = 0;
  let sent: { readonly key: string; readonly value: string } | undefined;
  return {
    waits: () => sent !== undefined,
    acknowledged: () => version,
    unheard: () => 0,
    async try(url) {
      sent ??= { key: randomUUID(), value: `as of change ${version + 1}` };
      const answer = await post(`${url}/a/${secret}/entries`, { saves: [{ path, baseVersion: version, ...sent }] });
      if (answer === undefined) return false;
      const [outcome] = outcomesOf(answer);
      if (outcome?.outcome !== "saved" || outcome.version !== version + 1) {
        throw new Error(`change ${version + 1} was answered with ${JSON.stringify(answer)}`);
      }
      version++;
      sent = undefined;
      return true;
    },
    async faults(db) {
      if (version === 0) return [];
      const rows = await db.execute<{ value: unknown; version: number }>(sql`
        select e.value, e.version from draft_entry e
        join response r on r.id = e.response_id
        join invitation_link l on l.invitation_id = r.invitation_id
        where l.token_hash = ${hashOfSecret(secret)} and e.path = ${path}`);
      const [row] = rows;
      if (rows.length === 1 && row?.version === version && row.value === `as of change ${version}`) return [];
      return [`after ${version} changes there is ${JSON.stringify([...rows])}`];
    },
  };
}

/** People who answer by a link that all share: each submission is a response of its own. */
export function submittingPeople(secret: string): AnsweringClient {
  const receipts = new Set<string>();
  let key: string | undefined;
  let unheard = 0;
  return {
    waits: () => key !== undefined,
    acknowledged: () => receipts.size,
    unheard: () => unheard,
    async try(url) {
      key ??= randomUUID();
      const answer = await post(`${url}/a/${secret}/submit`, { key, document: needsAnswers() });
      if (answer === undefined) return false;
      const receipt = Reflect.get(answer, "receipt");
      if (typeof receipt !== "string" || receipts.has(receipt)) {
        throw new Error(`a submission was answered with ${JSON.stringify(answer)}`);
      }
      receipts.add(receipt);
      if (Reflect.get(answer, "repeated") === true) unheard++;
      key = undefined;
      return true;
    },
    async faults(db) {
      const rows = await db.execute<{ receipt: string; times: number }>(sql`
        select v.receipt, count(*)::int as times from response_revision v
        where v.receipt in (select jsonb_array_elements_text(${JSON.stringify([...receipts])}::jsonb)) group by v.receipt`);
      const twice = rows.filter(({ times }) => times !== 1).map(({ receipt }) => `${receipt} is there twice`);
      return rows.length === receipts.size
        ? twice
        : [...twice, `of ${receipts.size} submissions ${rows.length} are there`];
    },
  };
}

/** How many submissions the database has in all. */
export async function countSubmissions(db: Database): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from response_revision`);
  return row?.n ?? 0;
}

/**
 * Lets all clients send at once, without a pause, until told to stop.
 *
 * @returns stops them, after what they have under way
 */
export function sendAll(clients: readonly AnsweringClient[], url: string): () => Promise<void> {
  let stopped = false;
  const loops = clients.map(async (client) => {
    while (!stopped) if (!(await client.try(url))) await new Promise((resolve) => setTimeout(resolve, 5));
  });
  return async () => {
    stopped = true;
    await Promise.all(loops);
  };
}

/** Sends what waits until it is acknowledged. */
export async function settleAll(clients: readonly AnsweringClient[], url: string): Promise<void> {
  for (const client of clients) for (let tries = 0; client.waits() && tries < 200; tries++) await client.try(url);
  const waiting = clients.filter((client) => client.waits()).length;
  if (waiting > 0) throw new Error(`${waiting} senders get no answer`);
}

/** @returns `undefined` where there was no answer, or one that says that nothing was stored for now */
async function post(address: string, body: unknown): Promise<object | undefined> {
  const reply = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  }).catch(() => undefined);
  if (!reply || reply.status >= 500) return undefined;
  const answer: unknown = await reply.json().catch(() => undefined);
  return typeof answer === "object" && answer !== null ? answer : undefined;
}

function outcomesOf(answer: object): readonly { readonly outcome: string; readonly version?: number }[] {
  const outcomes: unknown = Reflect.get(answer, "outcomes");
  return Array.isArray(outcomes) ? outcomes : [];
}
