import { sql } from "drizzle-orm";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOfSecret } from "~/app/auth/viewer.server";
import { launchBrowser } from "~/tests/support/browser";
import { freshDatabase, type RunningServer, startServer } from "~/tests/support/server";
import { openOf, openOfficeSurvey } from "./held-office";

// A browser that is closed while an answer is on its way: before it leaves, on the line, and after it was stored.

let database: Awaited<ReturnType<typeof freshDatabase>>;
let links: Awaited<ReturnType<typeof openOfficeSurvey>>;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  database = await freshDatabase();
  links = await openOfficeSurvey(database.env, { members: 1 });
  server = await startServer(database.env, ["--empty"]);
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.remove();
});

test("what was typed is on the device, comes back when the form is opened again, and is stored once", async () => {
  const [secret = ""] = links.kept;
  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  context.setDefaultTimeout(60_000);
  const typed: string[] = [];
  for (const moment of ["before it leaves", "on the line", "after it was stored"] as const) {
    const page = await context.newPage();
    const reached = new Promise<void>((resolve) => {
      void page.route("**/entries", async (route) => {
        if (moment === "on the line") resolve();
        else if (moment === "after it was stored") {
          // The office has it; its answer never reaches the page.
          await route.fetch().catch(() => undefined);
          resolve();
        }
      });
    });
    await page.goto(`/a/${secret}/full`);
    const field = page.locator('input[type="text"], textarea').first();
    await field.waitFor();
    const before = await field.inputValue();
    expect(before).toBe(typed.at(-1) ?? "");
    const text = `typed, and the browser closed ${moment}`;
    await field.fill(text);
    await field.blur();
    typed.push(text);
    if (moment === "before it leaves")
      await page.waitForFunction((word) => JSON.stringify(localStorage).includes(word), text);
    else await reached;
    await page.close();
  }

  const page = await context.newPage();
  const saved = page.waitForResponse((response) => response.url().endsWith("/entries") && response.ok());
  await page.goto(`/a/${secret}/full`);
  await saved;
  const field = page.locator('input[type="text"], textarea').first();
  expect(await field.inputValue()).toBe(typed.at(-1));
  await context.close();
  await server.stop();

  const opened = await openOf(database.env);
  const rows = await opened.db.execute<{ value: unknown; version: number }>(sql`
    select e.value, e.version from draft_entry e join response r on r.id = e.response_id
    join invitation_link l on l.invitation_id = r.invitation_id where l.token_hash = ${hashOfSecret(secret)}`);
  await opened.close();
  // The third page sent what the second could not, and the fourth what the third could not: each of them once.
  expect([...rows]).toEqual([{ value: typed.at(-1), version: 2 }]);
});
