// Takes the pictures in docs/screens/ anew, of the demonstration as it is built: `npm run screens`.
// Each shows the top of a page, with the line that says that the data are synthetic.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "./browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "docs/screens");
const WIDE = { width: 1440, height: 1000 };
const PHONE = { width: 360, height: 780 };
const PICTURES = [
  { name: "welcome", address: "/", as: null },
  { name: "home", address: "/home", as: "coordinator" },
  { name: "priorities", address: "/priorities", as: "coordinator" },
  { name: "priorities", address: "/priorities", as: "coordinator", look: "dark" },
  { name: "priorities", address: "/priorities", as: "coordinator", size: PHONE },
  { name: "map", follow: ["/priorities", 'a[href$="/map"]'], as: "coordinator" },
  { name: "experts", address: "/experts", as: "planner" },
  { name: "accreditation", address: "/experts/accreditation", as: "planner", look: "dark" },
  { name: "proposal", follow: ["/plan", 'a[href^="/plan/proposals/"]'], as: "planner" },
  { name: "plan", follow: ["/plan", 'main a[href^="/plan/"]:not([href*="proposals"])'], as: "planner" },
  { name: "answer", follow: ["/", 'a[href^="/a/"]'], as: null, size: PHONE },
  { name: "changes", follow: ["/priorities", 'a[href*="/compare?with="]'], as: "coordinator", at: "h-moved" },
];

const data = mkdtempSync(join(tmpdir(), "meridian-screens-"));
const port = 4870;
const url = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ["build/server.js"], {
  cwd: root,
  env: {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: "error",
    PORT: String(port),
    DATA_DIR: join(data, "data"),
    DATABASE_URL: "",
    DEMONSTRATION: "1",
  },
  stdio: ["ignore", "pipe", "inherit"],
});
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
let browser;
try {
  await new Promise((resolve, reject) => {
    server.stdout.on("data", (chunk) => String(chunk).includes("is ready") && resolve());
    server.once("exit", (status) => reject(new Error(`the server ended with ${status} before it was ready`)));
  });
  const found = findBrowser();
  browser = await chromium.launch({
    executablePath: found.includes("/") ? found : `/usr/bin/${found}`,
    args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  const people = new Map([[null, await browser.newContext({ baseURL: url, locale: "en-GB" })]]);
  for (const role of ["coordinator", "planner", "administrator"]) {
    const context = await browser.newContext({ baseURL: url, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto("/");
    await page.locator(`form[action="/demonstration/${role}"] button`).click();
    await page.waitForURL("**/home");
    people.set(role, context);
  }
  await workDone(people.get("administrator"));
  mkdirSync(folder, { recursive: true });
  for (const picture of PICTURES) await take(people.get(picture.as), picture);
} finally {
  await browser?.close();
  server.kill("SIGTERM");
  await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve()));
  rmSync(data, { recursive: true, force: true });
}

/** Rankings, supply and a proposal are calculated after the start; work under way has a button that stops it. */
async function workDone(context) {
  for (let tries = 0; tries < 600; tries++) {
    const text = await (await context.request.get("/office/work")).text();
    if (!text.includes('name="id"')) return;
    await pause(500);
  }
  throw new Error("the demonstration's calculations do not end");
}

async function take(context, { name, address, follow, at, size = WIDE, look = "light" }) {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: look });
  if (follow) {
    await page.goto(follow[0]);
    await page.goto(await page.locator(follow[1]).first().getAttribute("href"));
  } else await page.goto(address);
  // The part that the picture is of, below the head that says what the page rests on.
  if (at) await page.locator(`#${at}`).evaluate((part) => part.scrollIntoView());
  const file = `${name}-${size.width}-${look}.png`;
  const said = await page.locator("body").innerText();
  if (!/synthetic/i.test(said)) throw new Error(`${file} does not say that its data are synthetic`);
  await page.screenshot({ path: join(folder, file) });
  console.log(`docs/screens/${file}`);
  await page.close();
}
