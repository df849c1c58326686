// All tests: checks, then unit, database and end to end. `unit` alone needs neither browser nor checks.
import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser.mjs";

const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, NODE_ENV: "test", ...env } }).status ??
  1;
// `.ci/run` counts the tests from a report.
const report = process.env.MERIDIAN_TEST_REPORT;
const reporters = report ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
const vitest = (projects, env) =>
  node(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...projects.flatMap((p) => ["--project", p])], env);

const asked = process.argv.slice(2);
if (asked[0] === "unit") process.exit(vitest(["unit"]));

let browser;
try {
  browser = findBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (asked.length > 0) process.exit(vitest(asked, { CHROMIUM_PATH: browser }));
const checked = node(["setup/check.mjs"]);
const tested = vitest(["unit", "db", "e2e"], { CHROMIUM_PATH: browser });
if (checked !== 0) console.error("npm run check failed; its lines stand above the tests.");
process.exit(checked || tested);
