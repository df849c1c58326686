import type { Page } from "playwright-core";

// A member who answers in the full form: ticks, chooses from lists, writes, adds panels, goes from page to page.

const MOST_PAGES = 30;
const MOST_TURNS = 12;

/** Answers all pages of an open full form by the controls that SurveyJS draws; the last page stays open. */
export async function answerFullForm(page: Page, who: string): Promise<void> {
  await page.locator(".sd-page").waitFor();
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    await answerPage(page, who);
    const next = page.locator(".sd-navigation__next-btn");
    if (!(await next.isVisible().catch(() => false))) return;
    const before = await page.locator(".sd-page").first().innerText();
    await next.click();
    await page.waitForFunction((text) => document.querySelector<HTMLElement>(".sd-page")?.innerText !== text, before);
  }
  throw new Error(`${who}'s form does not end`);
}

/** Answers what the page asks; answers may open other questions, so until nothing is left. */
async function answerPage(page: Page, who: string): Promise<void> {
  const added = new Set<string>();
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const ticked = await tick(page);
    const ranked = await rank(page);
    const written = await write(page, who);
    const chosen = await choose(page);
    const grown = await addPanel(page, added);
    if (ticked + ranked + written + chosen + grown === 0) return;
  }
  throw new Error("the page asks again and again");
}

/** One of each group of radios, varied, and the first two of each list of boxes. */
function tick(page: Page): Promise<number> {
  return page.evaluate(() => {
    const groups = new Map<string, HTMLInputElement[]>();
    for (const input of document.querySelectorAll<HTMLInputElement>(
      ".sd-page input[type=radio], .sd-page input[type=checkbox]",
    )) {
      if (input.closest(".sv-popup")) continue;
      const name = input.type === "radio" ? input.name : (input.closest(".sd-question")?.id ?? input.name);
      groups.set(name, [...(groups.get(name) ?? []), input]);
    }
    let clicks = 0;
    for (const [index, inputs] of [...groups.values()].entries()) {
      if (inputs.some((input) => input.checked)) continue;
      const wanted = inputs[0]?.type === "radio" ? [inputs[index % Math.min(5, inputs.length)]] : inputs.slice(0, 2);
      for (const input of wanted) {
        input?.click();
        clicks++;
      }
    }
    return clicks;
  });
}

/** Takes three of a ranking that is empty, by the keyboard. */
async function rank(page: Page): Promise<number> {
  const list = page.locator(".sv-ranking--select-to-rank");
  if ((await list.count()) === 0) return 0;
  const taken = list.locator('[data-ranking="to-container"] .sv-ranking-item');
  if ((await taken.count()) > 0) return 0;
  // The form moves the focus after each; a key pressed meanwhile reaches nobody.
  for (let tries = 0; (await taken.count()) < 3 && tries < 40; tries++) {
    await list.locator('[data-ranking="from-container"] .sv-ranking-item').first().press("Space");
    await page.waitForTimeout(150);
  }
  return taken.count();
}

async function write(page: Page, who: string): Promise<number> {
  let written = 0;
  for (const field of await page
    .locator(".sd-page input:not([type=radio], [type=checkbox], [type=hidden]), .sd-page textarea")
    .all()) {
    const type = (await field.getAttribute("type")) ?? "text";
    if ((await field.getAttribute("role")) === "combobox" || !(await field.isVisible())) continue;
    if ((await field.inputValue()) !== "") continue;
    await field.fill(type === "month" ? "2026-05" : type === "number" ? "2" : `What ${who} says`);
    await field.blur();
    written++;
  }
  return written;
}

/** The first value of each list that is empty, by the keyboard. */
async function choose(page: Page): Promise<number> {
  const empty = page.locator(".sd-page .sd-dropdown--empty, .sd-page .sd-tagbox--empty");
  const before = await empty.count();
  for (let left = before; left > 0; left--) {
    const list = empty.first().locator("[role=combobox]");
    await list.focus();
    await page.keyboard.press("ArrowDown");
    await page.locator(".sv-popup [role=option]:visible").first().waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(100);
  }
  return before;
}

/** One panel of each repeated question that has none. */
async function addPanel(page: Page, added: Set<string>): Promise<number> {
  for (const question of await page.locator(".sd-page .sd-question--paneldynamic").all()) {
    const id = (await question.getAttribute("id")) ?? "";
    const button = question.locator(".sd-paneldynamic__add-btn").first();
    if (added.has(id) || (await question.locator(".sd-paneldynamic__panel-wrapper").count()) > 0) continue;
    added.add(id);
    if (!(await button.isVisible().catch(() => false))) continue;
    await button.click();
    return 1;
  }
  return 0;
}
