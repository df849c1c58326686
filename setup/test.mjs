// All tests: checks beside unit, database and end to end. `unit` alone needs neither browser nor checks.
import { spawn } from "node:child_process";
import { findBrowser } from "./browser.mjs";

// `.ci/run` counts the tests from a report.
const report = process.env.MERIDIAN_TEST_REPORT;
const reporters = report ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];

const PROJECTS = ["unit", "db", "e2e", "bad-luck"];

/** Names of projects, and parts of names of files. */
function vitest(asked, env = {}) {
  const projects = asked.filter((name) => PROJECTS.includes(name)).flatMap((name) => ["--project", name]);
  const files = asked.filter((name) => !PROJECTS.includes(name));
  const child = spawn(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...projects, ...files],
    {
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "test", ...env },
    },
  );
  return new Promise((resolve) => child.once("close", (status) => resolve(status ?? 1)));
}

/** What the checks say is shown in one piece, after the tests. */
function check() {
  const child = spawn(process.execPath, ["setup/check.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  return new Promise((resolve) => child.once("close", (status) => resolve({ status: status ?? 1, said })));
}

const asked = process.argv.slice(2);
if (asked[0] === "unit") process.exit(await vitest(asked));

let browser;
try {
  browser = findBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const env = { CHROMIUM_PATH: browser };
if (asked.length > 0) process.exit(await vitest(asked, env));
const checking = check();
const tested = await vitest(["unit", "db", "e2e"], env);
const checked = await checking;
console.log(`npm run check:\n${checked.said}`);
process.exit(checked.status || tested);
