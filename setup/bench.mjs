// Measures the analysis against its budgets and writes docs/performance.md. `npm run bench -- supply` for a part.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = "node_modules/.cache/bench/run-bench.js";
await build({
  absWorkingDir: root,
  entryPoints: ["tests/bench/run-bench.ts"],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
const bench = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(bench.status ?? 1);
