import type { Page } from "playwright-core";
import { expect } from "vitest";
import { arrive } from "~/tests/support/arrive";
import { faultsInLightAndDark } from "~/tests/support/browser";

/** The part of a proposal that lists its lines. */
const IN_PLAN = 'section[aria-labelledby="h-in"]';
const LONG = { timeout: 90_000 };

/** Calculates the ranking of the closed round, watching it on its page. @returns the address of the run */
export async function rank(page: Page): Promise<string> {
  await page.goto("/priorities");
  await page.locator("main form button.button").first().click();
  // The page of the work asks again by itself and leads on.
  await page.waitForURL(/\/priorities\/runs\/[^/]+$/, LONG);
  expect(await page.locator("main svg").count()).toBeGreaterThan(0);
  expect(await page.locator("main table tbody tr").count()).toBeGreaterThan(0);
  return page.url();
}

/** Freezes the ranking under a name; what is not confirmed is asked for. @returns the address of the frozen one */
export async function publishRanking(page: Page, { name }: { readonly name: string }): Promise<string> {
  await page.goto("/priorities");
  await page.locator('a[href$="/publish"]').click();
  await page.locator("#name").fill(name);
  await page.locator("main form button.button").first().click();
  await page.locator("#confirm-error").waitFor();
  await page.locator("#confirm").check();
  await page.locator("main form button.button").first().click();
  await arrive(page, "**/priorities/published/*");
  await page.getByText(name).first().waitFor();
  return page.url();
}

/** Where too few answered, the page says so and has nothing to press. */
export async function refusePublishing(page: Page): Promise<void> {
  await page.goto("/priorities");
  await page.locator('a[href$="/publish"]').click();
  await page.locator(".callout-bad").waitFor();
  expect(await faultsInLightAndDark(page)).toEqual([]);
  expect(await page.locator("main button").count()).toBe(0);
}

/** Registers an expert who is accredited in every area, step by dated step. */
export async function registerExpert(
  page: Page,
  { name, member, accreditedOn }: { readonly name: string; readonly member: string; readonly accreditedOn: string },
): Promise<void> {
  await page.goto("/experts/register/new");
  await page.locator("#name").fill(name);
  await page.locator("#member").selectOption(member);
  await page.locator("#missions").fill("2");
  await page.locator('input[name="languages"][value="en"]').check();
  await page.locator("form:has(#name) button.button").click();
  await arrive(page, /\/experts\/register\/(?!new)[^/]+$/);
  const areas = await page
    .locator("#area option")
    .evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""));
  for (const area of areas.filter(Boolean)) {
    // Folded away under what stands already.
    await page.locator("details:has(#area)").evaluate((element) => element.setAttribute("open", ""));
    await page.locator("#area").selectOption(area);
    await page.locator("#step").selectOption("accredited");
    await page.locator("#since").fill(accreditedOn);
    await page.locator("form:has(#area) button").click();
    await page.waitForLoadState();
  }
}

/** Takes the offered experts into the register, calculates supply, and reads whom to accredit. */
export async function lookAtExperts(page: Page): Promise<void> {
  await page.goto("/experts/register");
  await page.locator('form[action="/experts/register/import"] button').click();
  await arrive(page, "**/experts/register?imported=*");
  expect(await page.locator("main table tbody tr").count()).toBeGreaterThan(0);

  await page.goto("/experts");
  await page.locator('form[action="/experts/run"] button').click();
  // Calculated when it can be asked for again.
  await reloadUntil(page, 'form[action="/experts/run"] button');
  expect(await page.locator("main table tbody tr").count()).toBeGreaterThan(0);
  await page.goto("/experts/accreditation");
  expect(await page.locator("main h2").count()).toBeGreaterThan(0);
}

/** Makes a proposal, locks a line, drops another, solves again, and approves it by name. @returns the plan's address */
export async function proposeAndApprove(page: Page, { name }: { readonly name: string }): Promise<string> {
  await page.goto("/plan");
  await page.locator('form[action="/plan/proposals/new"] button').click();
  await arrive(page, "**/plan/proposals/*");
  const proposal = page.url();
  const approve = page.locator('a[href$="/approve"]');
  await page.locator('a[href$="/approve"], section[aria-labelledby="h-clash"]').first().waitFor(LONG);
  // In a small region the rules may clash; the page names the way out, and the planner takes it.
  if ((await page.locator('section[aria-labelledby="h-clash"]').count()) > 0) {
    await page.locator("#islandsAtLeast").fill("0");
    await page.locator('button[name="intent"][value="settings"]').click();
    await page.waitForLoadState();
    await page.locator('button[name="intent"][value="solve"]').click();
  }
  await solved(page);

  const decided = page.locator('button[name="intent"][value^="free "]');
  for (const [before, intent] of ["lock ", "drop "].entries()) {
    await page.locator(`${IN_PLAN} button[name="intent"][value^="${intent}"]`).first().click();
    await decided.nth(before).waitFor();
  }
  await page.goto(proposal);
  expect(await approve.count()).toBe(0);
  await page.locator('button[name="intent"][value="solve"]').click();
  await solved(page);
  expect(await decided.count()).toBe(2);

  await approve.click();
  await page.locator("#name").fill("");
  await page.locator("main form button.button").click();
  await page.locator(".error-summary").waitFor();
  await page.locator("#name").fill(name);
  await page.locator("#confirm").check();
  await page.locator("main form button.button").click();
  await page.waitForURL((url) => /^\/plan\/[^/]+$/.test(url.pathname));
  return page.url();
}

/** The page of a search asks again by itself; when it can be approved, it is over. */
async function solved(page: Page): Promise<void> {
  await page
    .locator('a[href$="/approve"]')
    .waitFor(LONG)
    .catch(async () => {
      throw new Error(`not solved: ${(await page.locator("main").innerText()).slice(0, 800)}`);
    });
}

async function reloadUntil(page: Page, selector: string): Promise<void> {
  const until = Date.now() + LONG.timeout;
  while ((await page.locator(selector).count()) === 0) {
    if (Date.now() > until) throw new Error(`${page.url()} never shows ${selector}`);
    await page.waitForTimeout(500);
    await page.reload();
  }
}
