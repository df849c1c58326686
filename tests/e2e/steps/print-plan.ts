import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The plan as it goes to a meeting: on paper, as an editable document, as a table; each with the same lines. */
export async function printPlan(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const csv = await (await page.request.get(`${address}.csv`)).text();
  const titles = csv
    .split("\r\n")
    .slice(1)
    .map(
      (line) =>
        /^(?:"[^"]*"|[^,]*),(?:[^,]*),(?:"(?:[^"]|"")*"|[^,]*),[^,]*,[^,]*,("(?:[^"]|"")*"|[^,]*)/.exec(line)?.[1],
    )
    .flatMap((title) => (title ? [title.replace(/^"|"$/g, "").replaceAll('""', '"')] : []));
  expect(titles.length).toBeGreaterThan(0);

  const docx = await page.request.get(`${address}.docx`);
  expect(docx.headers()["content-type"]).toContain("wordprocessingml");
  const parts = unzipSync(new Uint8Array(await docx.body()));
  const document = parts["word/document.xml"];
  if (!document) throw new Error("the document has no text");
  const written = plain(strFromU8(document).replace(/<\/w:p>/g, " "));
  const shown = plain((await page.locator("main").textContent()) ?? "");
  for (const title of titles) {
    expect(written).toContain(plain(title));
    expect(shown).toContain(plain(title));
  }

  await page.emulateMedia({ media: "print" });
  expect(await page.locator("nav").first().isVisible()).toBe(false);
  const paper = await page.pdf();
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  await page.emulateMedia({ media: "screen" });
}

const plain = (text: string): string =>
  text
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replace(/[\s\u00a0]+/g, "");
