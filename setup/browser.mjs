// Finds a Chromium that runs, or installs Debian's as root, or says how to get one. Prints its path when run by itself.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const runs = (path) => spawnSync(path, ["--version"], { encoding: "utf8", timeout: 30_000 }).status === 0;

/** @returns {string} path of a browser that has answered `--version` */
export function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, but that does not run. Correct it or remove it.`);
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const fixed = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
  ].filter(existsSync);
  for (const candidate of [...names, ...fixed]) if (runs(candidate)) return candidate;

  if (process.platform === "linux" && process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.log("No browser found: installing Debian's Chromium ...");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const options = { env, stdio: ["ignore", "ignore", "inherit"] };
    spawnSync("apt-get", ["update"], options);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
    if (runs("chromium")) return "chromium";
  }
  throw new Error(
    "The end-to-end tests need a Chromium and found none. Install one (Debian: apt-get install chromium), " +
      "or set CHROMIUM_PATH to one, or run `npm run test:unit`, which needs none.",
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findBrowser());
