// Makes a fresh or changed checkout ready: packages as the lockfile says, and a build of what is there now.
// Uses nothing but Node itself, since nothing else may be there yet. `node setup/ensure.mjs <script of package.json>`
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const purpose = process.argv[2] ?? "start";
/** These work on the sources themselves. */
const WITHOUT_BUILD = ["dev", "check", "test:unit"];
const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;

function stop(...lines) {
  console.error(["", ...lines, ""].join("\n"));
  process.exit(1);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Meridian needs Node 20.19 or newer; this is ${process.version}.`, "Install a newer Node and start again.");

const writable = (() => {
  try {
    mkdirSync(join(root, "build"), { recursive: true });
    writeFileSync(join(root, "build/.write-test"), "");
    rmSync(join(root, "build/.write-test"));
    return true;
  } catch {
    return false;
  }
})();
if (!writable)
  stop(
    `This folder cannot be written to: ${root}`,
    "Meridian installs its packages and keeps its build here. Give yourself permission to write, or clone into a folder of your own.",
  );

function hashOf(paths) {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}`);
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

const stampIs = (file, value) => existsSync(file) && readFileSync(file, "utf8") === value;

// The stamp is written last, so an interrupted installation is repeated.
const packagesStamp = join(root, "node_modules/.meridian-packages");
const packagesHash = hashOf(["package-lock.json", "package.json"]);
if (!stampIs(packagesStamp, packagesHash)) {
  console.log("1/3  Installing packages (once; a minute or so) ...");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NODE_ENV: "development" },
  };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (result.status !== 0)
    stop(
      "The packages could not be installed; npm's lines above say why.",
      "Without a network: connect once, or set npm's registry to a mirror you can reach (npm config set registry ...).",
      "Behind a proxy: set HTTPS_PROXY. Then start again; what is there already is kept.",
    );
  writeFileSync(packagesStamp, packagesHash);
  console.log(`     Packages installed, ${seconds()}.`);
}

const buildStamp = join(root, "build/.meridian-build");
const buildHash = hashOf([
  "app",
  "db",
  "surveys",
  "analysis",
  "setup/build.mjs",
  "remix.config.js",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
]);
if (!WITHOUT_BUILD.includes(purpose) && !stampIs(buildStamp, buildHash)) {
  console.log("2/3  Building ...");
  rmSync(buildStamp, { force: true });
  const result = spawnSync(process.execPath, [join(root, "setup/build.mjs")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (result.status !== 0) stop("The build failed; the lines above say where.");
  writeFileSync(buildStamp, buildHash);
  console.log(`     Built, ${seconds()}.`);
}
if (purpose === "start") console.log("3/3  Starting ...");
