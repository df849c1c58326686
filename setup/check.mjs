// Types, lint and format, import directions, transactions, dead code: all of them, then a summary and one exit status.
import { spawnSync } from "node:child_process";

const checks = [
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["lint and format", ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "--error-on-warnings", "."]],
  [
    "import directions",
    ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "app", "db", "surveys", "analysis", "tests"],
  ],
  ["transactions", ["setup/check-transactions.mjs"]],
  ["dead code", ["node_modules/knip/bin/knip.js", "--no-progress"]],
];
const failed = [];
for (const [name, command] of checks) {
  const started = Date.now();
  const result = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  const ok = result.status === 0;
  console.log(`${ok ? "ok   " : "FAIL "} ${name}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (!ok) {
    failed.push(name);
    console.log(result.stdout + result.stderr);
  }
}
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(", ")}`);
  process.exit(1);
}
