import { spawnSync } from "node:child_process";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { Role } from "~/app/auth/permissions";
import { arrive } from "~/tests/support/arrive";
import { faultsInLightAndDark } from "~/tests/support/browser";
import { type RunningServer, startServer } from "~/tests/support/server";

/** The operator's first step: an administrator, before anybody can sign in. */
export async function foundOffice(
  env: Readonly<Record<string, string>>,
  { administrator }: { readonly administrator: string },
): Promise<RunningServer> {
  const made = spawnSync(
    process.execPath,
    ["build/cli/person.js", "add", administrator, "--role", "administrator", "--name", "Ada Administrator"],
    { encoding: "utf8", env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env } },
  );
  expect(made.stderr).toBe("");
  expect(made.stdout).toContain("Ada Administrator is administrator now");
  return startServer(env, ["--empty"]);
}

/** Signs in by the link of the letter, which without a mail server stands in the operator's window. */
export async function signIn(
  browser: Browser,
  {
    server,
    email,
    looked = false,
    ...options
  }: {
    readonly server: RunningServer;
    readonly email: string;
    /** Whether the page of the link is looked at on the way. */
    readonly looked?: boolean;
  } & BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB", ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("main form button").click();
  await page.getByText(email).waitFor();
  const [, link] =
    server.output().match(new RegExp(`Sign-in link for ${email}: (\\S+)(?![^]*Sign-in link for ${email})`)) ?? [];
  if (!link) throw new Error(`no sign-in link for ${email}`);
  await page.goto(link);
  if (looked) expect(await faultsInLightAndDark(page)).toEqual([]);
  await page.locator("main form button").click();
  await arrive(page, "**/home");
  return page;
}

/** The administrator registers somebody on the page of people. */
export async function addPerson(
  page: Page,
  {
    name,
    email,
    role,
    member = "",
    language = "en",
  }: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly member?: string;
    readonly language?: string;
  },
): Promise<void> {
  await page.goto("/office");
  await page.locator("#name").fill(name);
  await page.locator("#email").fill(email);
  await page.locator("#language").selectOption(language);
  await page.locator("#member").selectOption(member);
  await page.locator(`input[name="roles"][value="${role}"]`).check();
  await page.locator("form:has(#email) button.button").click();
  await page.locator("table").getByText(email).waitFor();
}
