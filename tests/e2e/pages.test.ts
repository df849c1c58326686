import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES, type Role } from "~/app/auth/permissions";
import { axeViolations, faultsInLightAndDark, launchBrowser, overflow } from "../support/browser";
import { crawl, type FoundPage, type FoundSite, knownRoutes } from "../support/crawl";
import { enterAs } from "../support/roles";
import { freshDatabase, type RunningServer, startServer } from "../support/server";

// Every page of the demonstration, found by following its links as each role and as nobody.

type Reader = Role | "nobody";
const READERS: readonly Reader[] = ["nobody", ...ROLES];
const routes = knownRoutes();

/** Routes that no link leads to in the demonstration, or that are no pages. */
const NOT_LINKED: Readonly<Record<string, string>> = {
  $: "the page of an address that does not exist",
  "a.$token": "the frame of the answering pages",
  "a.$token.definition": "for the form's script",
  "a.$token.entries": "for the form's script",
  "a.$token.submit": "for the form's script",
  "a.$token.receipt": "after a submission; see main-job.test.ts",
  "cycles.$cycleId.carried[.]csv": "after a cycle took over lines; see next-cycle.test.ts",
  "demonstration.$role": "a button on the first page",
  "e.$code": "a code to be typed from a sheet; see workshop.test.ts",
  "workshops.$activityId.evaluation._index": "after an evaluation was opened; see workshop.test.ts",
  "workshops.$activityId.evaluation.print": "after an evaluation was opened; see workshop.test.ts",
  "workshops.$activityId.evaluation[.]csv": "after an evaluation was closed with five answers; see workshop.test.ts",
  "workshops.participants[.]csv": "after participants were noted",
  "workshops.year[.]csv": "after an evaluation was closed with five answers",
  "experts.register.import": "a button",
  "experts.run": "a button",
  "follow-up.$roundId": "after a follow-up was opened",
  "follow-up.csv.$table": "after results were calculated",
  office: "the frame of the office's pages",
  "plan.proposals.$proposalId.line": "a line of a proposal; see main-job.test.ts",
  "plan.proposals.new": "a button",
  "priorities.jobs.$jobId": "while a ranking is calculated; see main-job.test.ts",
  "priorities.runs.$runId.publish": "before a ranking is published; see main-job.test.ts",
  "sign-in_.$token": "from a mail; see main-job.test.ts",
  "sign-out": "a button",
};
/** Downloads of the plan that was printed, which is no made-up one. */
const REAL: ReadonlySet<string> = new Set(["plan.$planId[.]csv", "plan.$planId[.]docx"]);
/** What a figure or a text becomes when something was forgotten. */
const SLIPS = /\bundefined\b|\bNaN\b|\[object Object\]|\bInvalid Date\b|\bnull\b/;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let server: RunningServer;
let browser: Browser;
const contexts = new Map<Reader, BrowserContext>();
const found = new Map<Reader, FoundSite>();

beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer({ ...database.env, DEMONSTRATION: "1", PSEUDO_LOCALE: "1" });
  browser = await launchBrowser();
  contexts.set("nobody", await browser.newContext({ baseURL: server.url, locale: "en-GB" }));
  for (const role of ROLES) contexts.set(role, await enterAs(browser, { url: server.url, role }));
  await calculationsDone();
  await Promise.all(
    READERS.map(async (reader) => {
      const from = reader === "nobody" ? ["/"] : ["/home"];
      found.set(reader, await crawl(as(reader), routes, { from, most: 2 }));
    }),
  );
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.remove();
});

function as(reader: Reader): BrowserContext {
  const context = contexts.get(reader);
  if (!context) throw new Error(`${reader} has not entered`);
  return context;
}

/** Ranking and supply of the demonstration are calculated after the start; a job under way has a button to cancel it. */
async function calculationsDone(): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const work = await as("administrator").request.get("/office/work");
    const underWay = (await work.text()).split("<tr").filter((row) => row.includes('name="id"'));
    // What explains a proposal goes on for minutes behind everything else.
    if (underWay.every((row) => row.includes(">explanation<"))) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the calculations of the demonstration did not end within two minutes");
}

interface Visit extends FoundPage {
  readonly reader: Reader;
}

/** One page of each kind, as the reader who can do most there; the home of every reader. */
function visitsOf(route: string): readonly Visit[] {
  const chosen = new Map<string, Visit>();
  for (const [reader, { pages }] of found)
    for (const page of pages.filter((one) => one.route === route)) {
      const kind = page.route === "home" ? reader : `${page.kind} ${ASKING.filter((way) => page.html.includes(way))}`;
      const before = chosen.get(kind);
      if (!before || formsOf(page) > formsOf(before)) chosen.set(kind, { ...page, reader });
    }
  return [...chosen.values()];
}
/** Parts of a survey that ask in the same ways look alike. */
const ASKING = ["<select", "<textarea", 'type="radio"', 'type="checkbox"', 'type="month"', "<fieldset", "<table"];
const formsOf = ({ html }: FoundPage): number => html.split("<form").length;

/** A visit and what the browser complained of meanwhile. */
async function visiting(
  { reader, address }: Pick<Visit, "reader" | "address">,
  look: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const page = await as(reader).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`not loaded: ${request.url()}`);
  });
  try {
    await page.goto(address);
    await look(page);
  } finally {
    await page.close();
  }
  return complaints;
}

const inLanguage = (address: string, language: string): string =>
  `${address}${address.includes("?") ? "&" : "?"}lang=${language}`;

describe("the site", () => {
  test("has no link that leads nowhere, for nobody and for no role", () => {
    expect(READERS.flatMap((reader) => (found.get(reader)?.broken ?? []).map((link) => `${reader}: ${link}`))).toEqual(
      [],
    );
  });

  test("is found whole by following links", () => {
    const seen = new Set(
      [...found.values()].flatMap(({ pages, downloads }) => [...pages, ...downloads].map(({ route }) => route)),
    );
    expect(routes.map(({ name }) => name).filter((name) => !seen.has(name) && !(name in NOT_LINKED))).toEqual([]);
  });

  test("says on every page and in every download that the data are synthetic", () => {
    const silent = [...found.values()].flatMap(({ pages, downloads }) => [
      ...pages.filter(({ html }) => !/synthetic/i.test(html)).map(({ address }) => address),
      ...downloads
        .filter(({ route, text }) => !REAL.has(route) && !/synthetic/i.test(text))
        .map(({ address }) => address),
    ]);
    expect([...new Set(silent)]).toEqual([]);
  });

  test("can be read without scripts: every page comes with its title, one heading and no slip in its text", () => {
    const faults: string[] = [];
    for (const { pages } of found.values())
      for (const { address, html } of pages) {
        if (!/<title>[^<]+ · Meridian<\/title>/.test(html)) faults.push(`${address}: no title`);
        if (html.split("<h1").length !== 2) faults.push(`${address}: not one h1`);
        const text = html.replace(/<(script|style|textarea|code|pre)\b.*?<\/\1>/gs, "").replace(/<[^>]+>/g, " ");
        const slip = SLIPS.exec(text);
        if (slip) faults.push(`${address}: "${text.slice(slip.index - 40, slip.index + 40).trim()}"`);
      }
    expect([...new Set(faults)]).toEqual([]);
  });

  test("has a page for an address that does not exist", async () => {
    const page = await as("nobody").newPage();
    const reply = await page.goto("/no-such-page");
    expect(reply?.status()).toBe(404);
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page, 320)).toBe("");
    await page.close();
  });
});

const linked = routes.filter(({ name }) => !(name in NOT_LINKED) && !/\[\.\]|priorities\.csv/.test(name));

describe.concurrent.each(linked.map(({ name, address }) => ({ name, address })))("$address", ({ name }) => {
  test("has no fault in light and dark, wide and narrow, in English, French and from right to left", async () => {
    const visits = visitsOf(name);
    expect(visits.length).toBeGreaterThan(0);
    for (const [at, visit] of visits.entries()) {
      const faults = await faultsOf(visit, at > 0);
      expect(faults, `${visit.address} as ${visit.reader}`).toEqual([]);
    }
  });
});

/** Of pages alike, one is looked at in every way, the others in English. */
async function faultsOf(visit: Visit, likeAnother: boolean): Promise<readonly string[]> {
  const faults: string[] = [];
  const note = (where: string, what: string | readonly string[]) => {
    for (const one of typeof what === "string" ? [what].filter(Boolean) : what) faults.push(`${where}: ${one}`);
  };
  const inEnglish = { ...visit, address: inLanguage(visit.address, "en") };
  const complaints = await visiting(inEnglish, async (page) => {
    note("English", await faultsInLightAndDark(page));
  });
  note("browser", complaints);
  if (likeAnother) return faults;
  for (const { language, direction } of [
    { language: "fr", direction: "ltr" },
    { language: "x-rtl", direction: "rtl" },
  ])
    note(
      language,
      await visiting({ ...visit, address: inLanguage(visit.address, language) }, async (page) => {
        note(language, await overflow(page, 320));
        const shown = await page.evaluate(() => ({
          dir: document.documentElement.dir,
          lang: document.documentElement.lang,
          title: document.title,
        }));
        expect(shown).toMatchObject({ dir: direction, lang: language === "fr" ? "fr" : "en" });
        expect(shown.title).not.toBe("");
      }),
    );
  return faults;
}
