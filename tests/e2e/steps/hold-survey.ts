import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { arrive } from "~/tests/support/arrive";

/** The coordinator breaks the draft, is told where, puts it right, and publishes it as version 1. */
export async function publishDraft(page: Page, { survey }: { readonly survey: string }): Promise<void> {
  await page.goto("/surveys");
  await page.locator(`a[href="/surveys/${survey}"]`).click();
  const text = page.locator("textarea#definition");
  const authored = await text.inputValue();
  await text.fill(`${authored.slice(0, -3)},`);
  await page.locator('button[value="save"]').click();
  await page
    .getByText(/line \d+/i)
    .first()
    .waitFor();
  expect(await page.locator('button[value="publish"]').count()).toBe(0);

  await text.fill(authored);
  await page.locator('button[value="save"]').click();
  await page.locator('button[value="publish"]').click();
  // Not confirmed yet.
  await page.locator("#confirm-error").waitFor();
  await page.locator("#note").fill("As agreed with the contact points");
  await page.locator("#confirm").check();
  await page.locator('button[value="publish"]').click();
  await arrive(page, `**/surveys/${survey}/versions/1*`);
}

/** The coordinator opens a round for all members. @returns the secret link of each member, by its name */
export async function openRound(
  page: Page,
  { survey, name, closesOn }: { readonly survey: string; readonly name: string; readonly closesOn: string },
): Promise<{ readonly address: string; readonly links: ReadonlyMap<string, string> }> {
  await page.goto("/rounds/new");
  await page.locator("#survey").selectOption(survey);
  await page.locator("#name").fill(name);
  await page.locator("#closesOn").fill(closesOn);
  await page.locator("main form button.button").click();
  await page.locator("code").first().waitFor();
  const links = new Map<string, string>();
  for (const row of await page.locator("tbody tr").all())
    links.set(await textOf(row.locator("th")), await textOf(row.locator("code")));
  await page.locator('a.button[href^="/rounds/"]').click();
  return { address: page.url(), links };
}

/** Closes the round for good, which asks first. */
export async function closeRound(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('button[value="close"]').click();
  await page.locator("#confirm-error").waitFor();
  await page.locator("#confirm").check();
  await page.locator('button[value="close"]').click();
  await page.locator('button[value="close"]').waitFor({ state: "detached" });
}

const textOf = async (place: Locator): Promise<string> => ((await place.textContent()) ?? "").trim();
