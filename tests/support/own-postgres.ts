import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "./server";

const INSTALLED = "/usr/lib/postgresql";

export interface OwnPostgres {
  readonly url: string;
  readonly start: () => void;
  /** `immediate` is what a machine does that goes down: nothing is written any more. */
  readonly stop: (mode: "fast" | "immediate") => void;
  /** An empty database. @returns its address */
  readonly create: (name: string) => Promise<string>;
  readonly remove: () => void;
}

/** A PostgreSQL server of the test's own, which it may stop; it is owned by a user that is not root, which it demands. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const versions = existsSync(INSTALLED)
    ? readdirSync(INSTALLED).sort((one, other) => Number(other) - Number(one))
    : [];
  const programs = versions
    .map((version) => join(INSTALLED, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  if (!programs)
    throw new Error("PostgreSQL's server programs are needed: apt-get install postgresql, or run .ci/run.");
  const folder = mkdtempSync(join(tmpdir(), "meridian-postgres-"));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const [uid, gid] = ["-u", "-g"].map((what) =>
      Number(spawnSync("id", [what, "postgres"], { encoding: "utf8" }).stdout),
    );
    chownSync(folder, uid ?? 0, gid ?? 0);
  }
  const port = await freePort();
  const data = join(folder, "data");
  const run = (program: string, ...args: readonly string[]) => {
    const command = [join(programs, program), ...args];
    const [first = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    // The server keeps what it inherits: pipes would never end.
    const { status } = spawnSync(first, rest, { stdio: "ignore", cwd: folder });
    if (status !== 0) throw new Error(`${program} ended with ${status}; see ${folder}/log`);
  };
  run("initdb", "-D", data, "-U", "meridian", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c max_connections=100`;
  const url = `postgres://meridian@127.0.0.1:${port}/postgres`;
  const start = () => run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start");
  const stop = (mode: "fast" | "immediate") => run("pg_ctl", "-D", data, "-w", "-m", mode, "stop");
  start();
  return {
    url,
    start,
    stop,
    async create(name) {
      const admin = postgres(url, { max: 1, onnotice: () => {} });
      await admin`create database ${admin(name)}`;
      await admin.end();
      return url.replace(/postgres$/, name);
    },
    remove() {
      if (existsSync(join(data, "postmaster.pid"))) stop("immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
