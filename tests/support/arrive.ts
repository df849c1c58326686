import type { Page } from "playwright-core";

/** Waits for an address; where it is not reached, says what the page complains of instead. */
export async function arrive(page: Page, address: string | RegExp): Promise<void> {
  await page.waitForURL(address).catch(async () => {
    const told = await page.locator("h1, .error-summary, .field-error, .callout").allTextContents();
    throw new Error(`not at ${address} but at ${page.url()}: ${told.join(" | ")}`);
  });
}
