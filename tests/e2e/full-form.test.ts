import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, launchBrowser } from "../support/browser";
import { freshDatabase, type RunningServer, startServer } from "../support/server";
import { openOf } from "./bad-luck/held-office";
import { answerAsDocument } from "./steps/answer-as-document";
import { answerFullForm } from "./steps/answer-full-form";

// The survey as SurveyJS draws it, answered by hand in a real browser, and by others in the light form.

// The small region: its survey asks in all the ways of the large one, and is answered in half a minute.
const PACK = "tests/fixtures/regions/river-provinces";
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** Links of two members to the survey that is open in the demonstration, as the coordinator hands them over. */
async function linksOfTwo(url: string): Promise<readonly string[]> {
  const entered = await fetch(`${url}/demonstration/coordinator`, { method: "POST", redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const read = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${url}${path}`, { ...init, headers: { cookie } })).text();
  for (const [path] of (await read("/surveys")).matchAll(/\/rounds\/[0-9a-f-]{36}/g)) {
    const invitations = [...(await read(path)).matchAll(/name="invitationId" value="([^"]+)"/g)];
    if (invitations.length < 2) continue;
    const links: string[] = [];
    for (const [, invitationId = ""] of invitations.slice(-2)) {
      const body = new URLSearchParams({ intent: "link", invitationId });
      links.push(/https?:\/\/[^<\s]+\/a\/[\w-]+/.exec(await read(path, { method: "POST", body }))?.[0] ?? "");
    }
    return links;
  }
  throw new Error("no round is open");
}

/** The answers as the form has them, by the button that keeps a copy. */
async function copyOf(page: Page): Promise<Readonly<Record<string, unknown>>> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Keep a copy of my answers" }).click();
  const file = await (await waiting).path();
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

/** What is stored of a submission: document, codes, numbers. Keys of own panels, made by chance, are counted instead. */
async function storedBytes(
  env: Readonly<Record<string, string>>,
  receipts: readonly string[],
): Promise<readonly string[]> {
  const opened = await openOf(env);
  try {
    const found: string[] = [];
    for (const receipt of receipts) {
      const rows = await opened.db.execute<{ bytes: string }>(sql`
        select concat_ws(E'\n', document::text, codes::text, numbers::text, language) as bytes
        from response_revision where receipt = ${receipt}`);
      const keys: string[] = [];
      found.push(
        (rows[0]?.bytes ?? "").replace(/"p-[0-9a-f]{8}"/g, (key) => {
          if (!keys.includes(key)) keys.push(key);
          return `"own ${keys.indexOf(key) + 1}"`;
        }),
      );
    }
    return found;
  } finally {
    await opened.close();
  }
}

describe("the full form", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: RunningServer;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer({ ...database.env, DEMONSTRATION: "1", REGION: PACK, LOG_LEVEL: "silent" });
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    await database?.remove();
  });

  test("the needs survey answered in the full form is stored byte for byte as the same answers of the light form", async () => {
    const [mine = "", theirs = ""] = await linksOfTwo(server.url);
    const page = await browser.newPage({ locale: "en-GB" });
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${mine}/full`);
    await answerFullForm(page, "A member");
    expect(await axeViolations(page)).toEqual([]);
    const document = await copyOf(page);
    await page.locator(".sd-navigation__complete-btn").click();
    await page.waitForURL("**/receipt", { timeout: 30_000 });
    expect(complaints).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    const other = await answerAsDocument(theirs, document);
    const receipts = [await page.content(), await (await fetch(other)).text()].map(
      (html) => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(html)?.[0] ?? "",
    );
    await page.close();
    await server.stop();
    const [full, light] = await storedBytes(database.env, receipts);
    expect(full).toMatch(/^\{/);
    expect(full).toBe(light);
  });
});
