import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RIVER_PROVINCES } from "./broken-pack";

let work = "";
let command = "";

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "region-check-"));
  command = join(work, "region-check.mjs");
  await build({
    entryPoints: ["app/cli/region-check.ts"],
    outfile: command,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { "~": process.cwd() },
    logLevel: "silent",
  });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

function check(...folders: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [command, ...folders], { encoding: "utf8" });
  return { status, stdout };
}

describe("npm run region:check", () => {
  it("checks every bundled pack and says what it counted", () => {
    const { status, stdout } = check();
    expect(stdout).toContain("db/regions/asia-pacific: no faults");
    expect(stdout).toContain("35 members in 6 sub-regions and 4 strata");
    expect(stdout).toContain("4 pillars, 53 actions, 225 entries of 104 activities");
    expect(status).toBe(0);
  });

  it("checks a folder that is given, whatever the region's field", () => {
    const { status, stdout } = check(RIVER_PROVINCES);
    expect(stdout).toContain("9 topics, 8 of them rated, 3 accreditation areas");
    expect(status).toBe(0);
  });

  it("names file, place and reason of each fault and ends with status 1", () => {
    const folder = join(work, "river-provinces");
    cpSync(RIVER_PROVINCES, folder, { recursive: true });
    const file = join(folder, "members.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("Atlantic/Azores", "Atlantic/Atlantis"));
    const { status, stdout } = check(folder);
    expect(stdout).toContain("1 fault\n");
    expect(stdout).toContain(`${file} $.members[4].timeZone: “Atlantic/Atlantis” is no time zone of the IANA list.`);
    expect(status).toBe(1);
  });
});
