import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The Chromium that `setup/browser.mjs` found; `npm test` passes its path on. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error("CHROMIUM_PATH is not set: run the tests by npm test");
  const path = executablePath.includes("/") ? executablePath : `/usr/bin/${executablePath}`;
  return chromium.launch({
    executablePath: path,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/** What axe finds against WCAG 2.2 AA and best practice; an empty list is the only good one. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated through the debugging protocol, which the page's Content-Security-Policy does not reach.
  const session = await page.context().newCDPSession(page);
  const { readFileSync } = await import("node:fs");
  await session.send("Runtime.evaluate", { expression: readFileSync(axeFile, "utf8") });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then((result) => JSON.stringify(result.violations.map((v) => v.id + ": " + v.help + " at " + v.nodes.map((n) => n.target.join(" ")).join(" | "))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(String(result.value));
}

/** By how much the page is wider than the window; things in a box that scrolls by itself do not count. */
export async function overflow(page: Page, width: number): Promise<string> {
  await page.setViewportSize({ width, height: 780 });
  return page.evaluate((wide) => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return "";
    const first = [...document.querySelectorAll("body *")].find((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > wide + 1 || left < -1;
    });
    return `${root.scrollWidth} wide at ${wide}, first <${first?.tagName} class="${first?.className}">`;
  }, width);
}

/** What is wrong with an open page on a wide light screen and on a narrow dark one; afterwards it is as it was. */
export async function faultsInLightAndDark(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: "light" });
  const wide = [await overflow(page, 1440), ...(await axeViolations(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  const narrow = [await overflow(page, 320), await overflow(page, 360), ...(await axeViolations(page))];
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
  const at = (where: string, faults: readonly string[]) =>
    faults.filter(Boolean).map((fault) => `${where}: ${fault}, ${new URL(page.url()).pathname}`);
  return [...at("light, wide", wide), ...at("dark, narrow", narrow)];
}
