import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "~/analysis/numeric/random";
import { addMigration, copyProject } from "~/tests/support/project-copy";
import { freshDatabase, outputOf, type RunningServer, spawnServer, startServer } from "~/tests/support/server";
import {
  type AnsweringClient,
  countSubmissions,
  savingMember,
  sendAll,
  settleAll,
  submittingPeople,
} from "./answering-clients";
import { openOf, openOfficeSurvey } from "./held-office";

// MERIDIAN_KILLS=100 kills a hundred times; each third under load, during a start, and during a migration.
const KILLS = Number(process.env.MERIDIAN_KILLS ?? 3);
const MOMENTS = ["under load", "during a start", "during a migration"] as const;
const SLOW_ANSWERS = pathToFileURL("tests/support/slow-answers.mjs").href;
const SIGNALS = ["SIGKILL", "SIGTERM"] as const;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let copy: ReturnType<typeof copyProject>;
let clients: readonly AnsweringClient[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  copy = copyProject();
  const { kept, shared } = await openOfficeSurvey(database.env, { members: 4 });
  clients = [...kept.map(savingMember), ...Array.from({ length: 4 }, () => submittingPeople(shared))];
});
afterAll(async () => {
  copy?.remove();
  await database?.remove();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Answers leave the server late, so that there is always one between its commit and its answer. */
const start = (): Promise<RunningServer> =>
  startServer({ ...database.env, NODE_OPTIONS: `--import ${SLOW_ANSWERS}` }, ["--empty"], copy.folder);

test(`nothing acknowledged is lost or doubled by ${KILLS} kills`, { timeout: 60_000 + KILLS * 30_000 }, async () => {
  const random = createRandom(20261122);
  const began = performance.now();
  let server = await start();
  const startTakes = performance.now() - began;
  let migrations = 0;
  const count = new Map<string, number>();

  for (let kill = 0; kill < KILLS; kill++) {
    const moment = MOMENTS[kill % 3] ?? "under load";
    const signal = SIGNALS[Math.floor(kill / 3) % 2] ?? "SIGKILL";
    count.set(`${moment} by ${signal}`, (count.get(`${moment} by ${signal}`) ?? 0) + 1);
    if (moment === "under load") {
      const before = acknowledged();
      const stop = sendAll(clients, server.url);
      while (acknowledged() < before + 8) await pause(5);
      await pause(random.integer(200));
      await server.stop(signal);
      await stop();
    } else {
      if (moment === "during a migration") {
        migrations++;
        const table = `kill_${migrations}`;
        const fill = `insert into "${table}" select generate_series(1, 40000);`;
        addMigration(copy.folder, {
          tag: `${8000 + migrations}_kill`,
          sql: `create table "${table}" ("n" integer primary key);\n--> statement-breakpoint\n${fill}`,
        });
      }
      const starting = await spawnServer(database.env, ["--empty"], copy.folder);
      if (moment === "during a migration") await outputOf(starting, "Opening");
      await pause(random.integer(Math.ceil(startTakes)));
      starting.kill(signal);
      await starting.exited;
    }
    if (kill % 3 === 2 || kill === KILLS - 1) {
      server = await start();
      await settleAll(clients, server.url);
    }
  }
  await server.stop();

  const opened = await openOf(database.env);
  const faults = (await Promise.all(clients.map((client) => client.faults(opened.db)))).flat();
  const stored = await countSubmissions(opened.db);
  const applied = await opened.db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_tables where tablename like 'kill\\_%'`,
  );
  await opened.close();
  const submitted = clients.slice(4).reduce((sum, client) => sum + client.acknowledged(), 0);
  expect(faults).toEqual([]);
  expect(stored).toBe(submitted);
  expect(applied[0]?.n).toBe(migrations);
  expect(acknowledged()).toBeGreaterThan(KILLS);
  const unheard = clients.reduce((sum, client) => sum + client.unheard(), 0);
  console.log(
    `${opened.engine}: ${KILLS} kills (${[...count].map(([what, times]) => `${times} ${what}`).join(", ")}): ` +
      `${acknowledged() - submitted} saves and ${submitted} submissions acknowledged, all there, none twice; ` +
      `${unheard} submissions were stored before the kill and answered after it`,
  );
});

const acknowledged = () => clients.reduce((sum, client) => sum + client.acknowledged(), 0);
