import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrive } from "../support/arrive";
import { faultsInLightAndDark, launchBrowser } from "../support/browser";
import { freshDatabase, type RunningServer } from "../support/server";
import { addPerson, foundOffice, signIn } from "./steps/found-office";
import { publishDraft } from "./steps/hold-survey";

// A workshop from its first line to its figures, in an office that begins empty: the coordinator holds it, participants
// rate it on phones without JavaScript.

const MOST_PAGES = 12;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let server: RunningServer;
let browser: Browser;
let coordinator: Page;

beforeAll(async () => {
  database = await freshDatabase();
  browser = await launchBrowser();
  server = await foundOffice(
    { ...database.env, REGION: "tests/fixtures/regions/river-provinces" },
    { administrator: "ada@office.example" },
  );
  const administrator = await signIn(browser, { server, email: "ada@office.example" });
  await addPerson(administrator, { name: "Cora Coordinator", email: "cora@office.example", role: "coordinator" });
  coordinator = await signIn(browser, { server, email: "cora@office.example" });
  for (const survey of ["evaluation", "pledges"]) await publishDraft(coordinator, { survey });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.remove();
});

const finding = (page: Page): Promise<string> => page.locator(".finding").first().innerText();

/** The coordinator writes down a workshop of today that has two sessions, and says that it was held. */
async function holdWorkshop(page: Page, title: string): Promise<string> {
  await page.goto("/workshops/new");
  await page.locator("#title").fill(title);
  // Begun everywhere west of the zone.
  await page.locator("#startsOn").fill(new Date().toISOString().slice(0, 10));
  await page.locator("#timeZone").fill("Pacific/Auckland");
  await page.locator("#place").fill("Reading room");
  await page.locator("#sessions").fill("Finding books\nLending books");
  await page.locator("#objectives").fill("Everybody finds a book");
  await page.locator("#named").fill("Teacher One (synthetic)");
  await page.locator("form:has(#title) button.button").click();
  await arrive(page, /\/workshops\/(?!new)[^/]+$/);
  const address = page.url();
  await page.locator('button[name="to"][value="held"]').click();
  await page.locator('button[name="to"][value="held"]').waitFor({ state: "detached" });
  expect(await finding(page)).toContain("Held");
  return address;
}

/** @returns the way in that stands on the sheet, on this server */
async function openEvaluation(page: Page, workshop: string): Promise<string> {
  await page.goto(`${workshop}/evaluation`);
  await page.locator('button[value="open"]').click();
  const address = (await page.locator(".short-address").innerText()).trim();
  return new URL(new URL(address).pathname, server.url).href;
}

/** A participant types the address into a phone that runs no scripts, and answers whatever is asked. */
async function rateOnPhone(way: string, rating: number): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: "en-GB",
  });
  const page = await context.newPage();
  // Phones begin with a capital, or write everything small.
  await page.goto(way.toLowerCase());
  await page.locator('a.button[href*="/light/"]').click();
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const send = page.locator('button[name="do"][value="send"]');
    if ((await send.count()) > 0) {
      await send.click();
      expect(await page.locator('main a.button[href*="~actions"]').count()).toBe(1);
      return context.close();
    }
    for (const mark of await page.locator(`input[type="radio"][value="${rating}"]`).all())
      await mark.check({ force: true });
    for (const text of await page.locator("textarea").all()) await text.fill(`Said with ${rating}`);
    await page.locator('button[name="do"][value="next"]').click();
  }
  throw new Error("the evaluation does not end");
}

async function closeEvaluation(page: Page, workshop: string): Promise<void> {
  await page.goto(`${workshop}/evaluation`);
  await page.locator("#confirm").check();
  await page.locator('button[value="close"]').click();
  await page.locator('button[value="close"]').waitFor({ state: "detached" });
}

describe("a workshop", () => {
  let workshop: string;
  let way: string;

  test("is written down, held, and its participants are counted", async () => {
    workshop = await holdWorkshop(coordinator, "How to find a book");
    await coordinator.goto(`${workshop}/participants`);
    await coordinator.locator("#women-guests").fill("3");
    await coordinator.locator("#men-guests").fill("4");
    await coordinator.locator("main form button.button").click();
    await arrive(coordinator, /\/workshops\/[^/]+$/);
    expect(await finding(coordinator)).toMatch(/7 participants.*3 of them women/);
    expect(await faultsInLightAndDark(coordinator)).toEqual([]);
  });

  test("has a sheet for the wall with the way in", async () => {
    await coordinator.goto(`${workshop}/evaluation`);
    expect(await faultsInLightAndDark(coordinator)).toEqual([]);
    way = await openEvaluation(coordinator, workshop);
    expect(await faultsInLightAndDark(coordinator)).toEqual([]);
    for (const paper of ["a4", "a5"]) {
      await coordinator.goto(`${workshop}/evaluation/print?paper=${paper}`);
      expect(await coordinator.locator(".sheet-address").innerText()).toContain(new URL(way).pathname);
      expect(await coordinator.locator("svg.sheet-code").isVisible()).toBe(true);
    }
    expect(await faultsInLightAndDark(coordinator)).toEqual([]);
    expect((await coordinator.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("is rated on phones, and only how many rated it is known while that goes on", async () => {
    await Promise.all([5, 5, 5, 5].map((rating) => rateOnPhone(way, rating)));
    await coordinator.goto(`${workshop}/evaluation`);
    expect(await finding(coordinator)).toContain("4 participants have answered. Nothing else is known");
    expect(await shownResults(coordinator, workshop)).toEqual([]);
  });

  test("shows its figures once it is closed, and in the year", async () => {
    await rateOnPhone(way, 4);
    await closeEvaluation(coordinator, workshop);
    expect(await finding(coordinator)).toMatch(/4\.80 on average.* by 5 of 7 participants/);
    expect(await shownResults(coordinator, workshop)).toEqual(["figures", "comments", "download"]);
    expect(await faultsInLightAndDark(coordinator)).toEqual([]);
    await coordinator.goto("/workshops/year");
    expect(await finding(coordinator)).toContain("4.80 on average over one workshop");
    expect(await faultsInLightAndDark(coordinator)).toEqual([]);
  });

  test("that fewer than five rated shows nothing to anybody, closed or not", async () => {
    const small = await holdWorkshop(coordinator, "How to lend a book");
    await rateOnPhone(await openEvaluation(coordinator, small), 1);
    await closeEvaluation(coordinator, small);
    expect(await finding(coordinator)).toContain("Fewer than five answers are shown to nobody");
    expect(await shownResults(coordinator, small)).toEqual([]);
    expect(await coordinator.content()).not.toContain("Said with");
    await coordinator.goto("/workshops/year");
    expect(await finding(coordinator)).toContain("4.80 on average over one workshop");
  });
});

/** What there is to see of the ratings on the page of an evaluation and beside it. */
async function shownResults(page: Page, workshop: string): Promise<readonly string[]> {
  const download = await page.request.get(`${workshop}/evaluation.csv`);
  const shown: Readonly<Record<string, boolean>> = {
    figures: (await page.locator("main svg, main table").count()) > 0,
    comments: (await page.locator('section[aria-labelledby="h-comments"]').count()) > 0,
    download: download.ok(),
  };
  return Object.keys(shown).filter((one) => shown[one]);
}
