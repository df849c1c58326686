import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pino from "pino";
import { isLoopback, parseConfig } from "./config.server";
import { createApp } from "./http/create-app";
import { startClosing } from "./jobs/close-evaluations";
import { startJobs } from "./jobs/runner";
import { startBackups } from "./jobs/scheduled-backups";
import { startMail } from "./mail/sender";
import { openOffice } from "./operations/open-office";

// React picks its build by this when the pages are loaded below; nobody has to remember to set it.
process.env.NODE_ENV ??= "production";

const root = fileURLToPath(new URL("..", import.meta.url));
const began = Date.now();

function stop(...lines: readonly string[]): never {
  console.error(["", ...lines, ""].join("\n"));
  process.exit(1);
}

const step = (text: string) => console.log(`     ${text}`);

const parsed = parseConfig(process.env, { empty: process.argv.includes("--empty") });
if ("faults" in parsed)
  stop("Meridian cannot start; the environment is wrong:", ...parsed.faults.map((fault) => `  ${fault}`));
const { config } = parsed;
const log = pino({ level: config.logLevel, serializers: { error: pino.stdSerializers.err } });

const listening = await listen(config.port, config.host);
const office = await openOffice({ config, root, step, log, now: () => new Date() }).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  log.debug({ error }, "start failed");
  return stop("Meridian cannot start:", `  ${reason}`);
});

const jobs = startJobs({
  db: office.db,
  pack: office.pack,
  log,
  workerFolder: new URL(".", import.meta.url),
  now: () => new Date(),
});
const closing = startClosing({ db: office.db, pack: office.pack, log, now: () => new Date() });
const mail = startMail({ db: office.db, config, log, now: () => new Date() });
// PostgreSQL is backed up by whoever runs it: by its own tools, or `npm run backup` from a timer.
const backups = startBackups({
  db: office.db,
  log,
  now: () => new Date(),
  folder: resolve(root, config.backupDirectory),
  hours: config.databaseUrl ? 0 : config.backupHours,
  keep: config.backupsKept,
});
const development = process.env.MERIDIAN_DEV === "1";

const vite = development
  ? await (await import("vite")).createServer({ root, server: { middlewareMode: true } })
  : undefined;
const build = vite
  ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>
  : ((await import(pathToFileURL(`${root}build/remix/server/index.js`).href)) as ServerBuild);

const app = createApp(
  { ...office, config, log, now: () => new Date(), wakeJobs: jobs.wake, wakeMail: mail.wake },
  build,
  { clientFolder: existsSync(`${root}build/remix/client`) ? `${root}build/remix/client` : root },
);
listening.server.removeAllListeners("request");
if (vite)
  listening.server.on("request", (request, response) =>
    vite.middlewares(request, response, () => app(request, response)),
  );
else listening.server.on("request", app);

console.log(
  [
    "",
    `Meridian is ready after ${((Date.now() - began) / 1000).toFixed(1)} s: ${config.publicUrl}`,
    office.synthetic
      ? "First: open that address, choose a role (one click), and follow the cycle on the page. All data are synthetic."
      : office.people === 0
        ? `First: make yourself administrator:  node build/cli/person.js add you@example.org --role administrator`
        : "Sign in with your mail address.",
    "Stop with Ctrl+C.",
    "",
  ].join("\n"),
);
if (!config.secret && isLoopback(config)) log.debug("SECRET is not set: sessions end with this start");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    // What was acknowledged is on disk; what is under way may finish, then the database closes.
    listening.server.close();
    listening.server.closeIdleConnections();
    setTimeout(() => listening.server.closeAllConnections(), 5_000).unref();
    await jobs.stop();
    await closing.stop();
    await mail.stop();
    await backups.stop();
    await vite?.close();
    await office.close();
    process.exit(0);
  });

/** The port is taken before anything else is opened: who starts twice learns it at once. */
async function listen(port: number, host: string): Promise<{ server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(503, { "Retry-After": "2", "Content-Type": "text/plain" }).end("Meridian is starting.");
  });
  await new Promise<void>((listens) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        stop(
          `Port ${port} is in use, perhaps by another start of Meridian.`,
          `  Stop that one, or choose another port:  PORT=${port + 1} npm start`,
        );
      stop(`Meridian cannot listen on ${host}:${port}: ${error.message}`);
    });
    server.listen(port, host, listens);
  });
  return { server };
}
