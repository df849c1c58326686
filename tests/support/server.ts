import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

export interface RunningServer {
  readonly url: string;
  /** All that it has printed so far. */
  readonly output: () => string;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** An empty database for one server: on TEST_DATABASE_URL's PostgreSQL if given, else embedded in a new folder. */
export async function freshDatabase(): Promise<{ env: Record<string, string>; remove: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) {
    const folder = mkdtempSync(join(tmpdir(), "meridian-e2e-"));
    return {
      env: { DATA_DIR: join(folder, "data") },
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const name = `e2e_${randomUUID().replaceAll("-", "")}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    env: { DATABASE_URL: url.href },
    remove: async () => {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

export interface ServerProcess {
  readonly url: string;
  readonly output: () => string;
  /** Resolves with the exit status; `null` after a signal. */
  readonly exited: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** The built server as a process of its own, as it is: perhaps it never becomes ready. */
export async function spawnServer(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  folder = process.cwd(),
): Promise<ServerProcess> {
  const port = env.PORT ?? String(await freePort());
  const child: ChildProcess = spawn(process.execPath, ["build/server.js", ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      PORT: port,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    exited: new Promise((resolve) => child.once("close", (status) => resolve(status))),
    kill: (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    },
  };
}

/** The built server as a process of its own, ready to answer. */
export async function startServer(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  folder = process.cwd(),
): Promise<RunningServer> {
  const { url, output, exited, kill } = await spawnServer(env, args, folder);
  await outputOf({ output, exited, kill }, "Meridian is ready");
  return {
    url,
    output,
    stop: async (signal = "SIGTERM") => {
      kill(signal);
      await exited;
    },
  };
}

/** Waits until the server has printed something. */
export async function outputOf(
  { output, exited, kill }: Pick<ServerProcess, "output" | "exited" | "kill">,
  text: string,
): Promise<void> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + 180_000;
  while (!output().includes(text)) {
    if (ended) throw new Error(`the server ended before it said "${text}":\n${output()}`);
    if (Date.now() > deadline) {
      kill("SIGKILL");
      throw new Error(`the server did not say "${text}" within three minutes:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
