import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import type { Role } from "~/app/auth/permissions";

/** A browser of one person who has entered the demonstration by the one click on its first page. */
export async function enterAs(
  browser: Browser,
  { url, role, ...options }: { readonly url: string; readonly role: Role } & BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale: "en-GB", ...options });
  const page = await context.newPage();
  await page.goto("/");
  await page.locator(`form[action="/demonstration/${role}"] button`).click();
  await page.waitForURL("**/home");
  await page.close();
  return context;
}
