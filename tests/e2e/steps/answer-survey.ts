import type { Page } from "playwright-core";
import { expect } from "vitest";
import { arrive } from "~/tests/support/arrive";
import { formFields } from "~/tests/support/html-form";
import { type Meaning, madeUpAnswers } from "./made-up-answers";

const MOST_STEPS = 60;

interface Answering {
  /** The link of the invitation. */
  readonly link: string;
  readonly who: string;
  readonly meaning: Meaning;
}

/** Panels that a member fills in although nobody asks: its requests, an expert, a candidate. */
const addedBy = (html: string): readonly string[] =>
  [...html.matchAll(/name="do" value="add:([^"]*)"/g)].map(([, path = ""]) => path);

/** Answers a survey through the light form by the posts that a browser would make, without one. */
export async function answerByPosts({ link, who, meaning }: Answering): Promise<string> {
  const start = await (await fetch(link)).text();
  const begin = /href="([^"]*\/light\/[^"]*)"/.exec(start)?.[1];
  if (!begin) throw new Error(`${who}'s link opens no light form`);
  let address = new URL(begin, link).href;
  const added = new Set<string>();
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const html = await (await fetch(address)).text();
    if (address.endsWith("/check-and-send")) {
      const reply = await post(address, html, new URLSearchParams(), "send");
      const receipt = reply.headers.get("location");
      if (!receipt) throw new Error(`${who} could not send: ${textOf(await reply.text())}`);
      return new URL(receipt, link).href;
    }
    const answers = new URLSearchParams();
    for (const { field, values } of madeUpAnswers(formFields(html), { who, meaning }))
      for (const value of values) answers.append(field.name, value);
    const toAdd = addedBy(html).find((path) => !added.has(path) && !formFields(html).some(({ name }) => name === path));
    if (toAdd) added.add(toAdd);
    const reply = await post(address, html, answers, toAdd ? `add:${toAdd}` : "next");
    const next = reply.headers.get("location");
    if (!next) throw new Error(`${who} could not save ${address}: ${textOf(await reply.text())}`);
    address = new URL(next, link).href;
  }
  throw new Error(`${who}'s survey does not end`);
}

async function post(address: string, html: string, answers: URLSearchParams, pressed: string): Promise<Response> {
  const body = new URLSearchParams(answers);
  for (const { kind, name, chosen } of formFields(html)) if (kind === "hidden") body.append(name, chosen[0] ?? "");
  body.set("do", pressed);
  return fetch(address, { method: "POST", body, redirect: "manual" });
}

const textOf = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 2_000);

/** Answers a survey through the light form by hand: ticks, chooses, writes and presses the buttons. */
export async function answerByHand(page: Page, { link, who, meaning }: Answering): Promise<void> {
  await page.goto(link);
  await page.locator('a.button[href*="/light/"]').click();
  const added = new Set<string>();
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    if (page.url().includes("/light/check-and-send")) return;
    await fillPage(page, { who, meaning });
    const paths = addedBy(await page.content());
    const present = formFields(await page.content()).map(({ name }) => name);
    const toAdd = paths.find((path) => !added.has(path) && !present.includes(path));
    if (toAdd) added.add(toAdd);
    const button = page.locator(`button[name="do"][value="${toAdd ? `add:${toAdd}` : "next"}"]`);
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), button.click()]);
  }
  throw new Error(`${who}'s survey does not end`);
}

async function fillPage(page: Page, { who, meaning }: Omit<Answering, "link">): Promise<void> {
  const lists = new Map<string, number>();
  for (const { field, values } of madeUpAnswers(formFields(await page.content()), { who, meaning })) {
    const named = page.locator(`[name="${field.name}"]`);
    if (field.kind === "select") {
      const place = lists.get(field.name) ?? 0;
      lists.set(field.name, place + 1);
      await named.nth(place).selectOption(values[0] ?? "");
    } else if (field.kind === "text") await named.fill(values[0] ?? "");
    else
      for (const value of values) {
        // Long lists are folded away.
        const box = page.locator(`[name="${field.name}"][value="${value}"]`);
        await box.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
        await box.check({ force: true });
      }
  }
}

/** Sends what was answered; the receipt shows it. */
export async function send(page: Page): Promise<void> {
  await page.locator('button[name="do"][value="send"]').click();
  await arrive(page, "**/receipt");
  expect(await page.locator("h1").count()).toBe(1);
}

/** The head's word: a name on the receipt. */
export async function signOff(page: Page, name: string): Promise<void> {
  await page.locator("input#name").fill(name);
  await page.locator('button[name="do"][value="signOff"]').click();
  await page.getByText(name).first().waitFor();
  expect(await page.locator('button[name="do"][value="signOff"]').count()).toBe(0);
}
