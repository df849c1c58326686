// Builds what runs: Remix's pages with Vite, everything else (server, workers, command line) with esbuild.
// `node setup/build.mjs` builds all, `node setup/build.mjs server` leaves Remix out.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { curedPostgresDriver } from "./postgres-driver.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const list = (folder, end) =>
  existsSync(`${root}${folder}`)
    ? readdirSync(`${root}${folder}`)
        .filter((name) => name.endsWith(end))
        .map((name) => `${folder}/${name}`)
    : [];

/** Every file that Node starts by itself, with the name it gets in build/. */
export function entryPoints() {
  const entries = { server: "app/server.ts" };
  for (const file of [...list("db/engine", "-worker.ts"), ...list("app/jobs", "-worker.ts")])
    entries[file.split("/").at(-1).replace(/\.ts$/, "")] = file;
  for (const file of list("app/cli", ".ts")) entries[`cli/${file.split("/").at(-1).replace(/\.ts$/, "")}`] = file;
  return entries;
}

export const serverOptions = () => ({
  absWorkingDir: root,
  entryPoints: entryPoints(),
  outdir: "build",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  plugins: [curedPostgresDriver],
  external: ["./remix/server/index.js"],
  sourcemap: true,
  logLevel: "warning",
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(serverOptions());
  if (process.argv[2] !== "server") {
    const vite = spawnSync(
      process.execPath,
      ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"],
      {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, NODE_ENV: "production" },
      },
    );
    if (vite.status !== 0) {
      console.error("The pages could not be built; the lines above say why.");
      process.exit(1);
    }
  }
}
