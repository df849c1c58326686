import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RegionPack } from "~/db/regions/pack-schema";
import { loadPack } from "~/db/regions/read-pack";
import { faultsInLightAndDark, launchBrowser } from "../support/browser";
import { freshDatabase, type RunningServer } from "../support/server";
import { answerByHand, answerByPosts, send, signOff } from "./steps/answer-survey";
import {
  lookAtExperts,
  proposeAndApprove,
  publishRanking,
  rank,
  refusePublishing,
  registerExpert,
} from "./steps/conclude";
import { addPerson, foundOffice, signIn } from "./steps/found-office";
import { closeRound, openRound, publishDraft } from "./steps/hold-survey";
import { type Meaning, meaningOf } from "./steps/made-up-answers";
import { printPlan } from "./steps/print-plan";

// The whole way from a draft definition to the printed plan, in an office that begins empty, once per pack: by the hands
// of a coordinator, three members (one without JavaScript, one on a phone, one in French) and a planner.

const PACKS = [
  { region: "db/regions/asia-pacific", plain: "fiji", phone: "malaysia", french: "vanuatu", others: 7, shared: true },
  {
    region: "tests/fixtures/regions/river-provinces",
    plain: "upper-larn",
    phone: "reedmouth",
    french: "fernwater",
    others: 2,
    // Five answers: fewer than may be shared.
    shared: false,
  },
] as const;
/** The part of a round's page that lists its members. */
const TRACKED = 'section[aria-labelledby="h-members"]';
const ROUND = "Needs survey";
const inDays = (days: number): string => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

describe.each(PACKS)("the way through, $region", ({ region, plain, phone, french, others, shared }) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: RunningServer;
  let browser: Browser;
  let pack: RegionPack;
  let meaning: Meaning;
  let administrator: Page;
  let coordinator: Page;
  let planner: Page;
  let round: Awaited<ReturnType<typeof openRound>>;

  beforeAll(async () => {
    database = await freshDatabase();
    pack = await loadPack(region);
    meaning = meaningOf(pack.definitions.needs.text);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await database?.remove();
  });

  const nameOf = (member: string): string => pack.members.find(({ id }) => id === member)?.name.en ?? member;
  const linkOf = (member: string): string => {
    const link = round.links.get(nameOf(member));
    if (!link) throw new Error(`${nameOf(member)} has no link`);
    return link;
  };

  test("the operator makes an administrator, who registers the coordinator, the planner and a member", async () => {
    server = await foundOffice({ ...database.env, REGION: region }, { administrator: "ada@office.example" });
    administrator = await signIn(browser, { server, email: "ada@office.example", looked: true });
    await addPerson(administrator, { name: "Cora Coordinator", email: "cora@office.example", role: "coordinator" });
    await addPerson(administrator, { name: "Paul Planner", email: "paul@office.example", role: "planner" });
    await addPerson(administrator, {
      name: "Mele Member",
      email: "mele@member.example",
      role: "member",
      member: plain,
    });
  });

  test("the coordinator checks the draft, is told what is wrong, and publishes it", async () => {
    coordinator = await signIn(browser, { server, email: "cora@office.example" });
    await publishDraft(coordinator, { survey: "needs" });
  });

  test("the coordinator opens a round, and every member has a link; who is registered gets it by mail", async () => {
    round = await openRound(coordinator, { survey: "needs", name: ROUND, closesOn: inDays(30) });
    expect(round.links.size).toBe(pack.members.length);
    await administrator.goto("/office/mail");
    expect(await administrator.locator("main").textContent()).toContain("mele@member.example");
  });

  test("a member answers without JavaScript and its head signs off", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await answerByHand(page, { link: linkOf(plain), who: plain, meaning });
    await send(page);
    await signOff(page, "Head of Administration");
    await context.close();
  });

  test("a member answers on a phone", async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: "en-GB",
    });
    const page = await context.newPage();
    await answerByHand(page, { link: linkOf(phone), who: phone, meaning });
    await send(page);
    await context.close();
  });

  test("a member answers in French", async () => {
    const context = await browser.newContext({ locale: "fr-FR" });
    const page = await context.newPage();
    await answerByHand(page, { link: linkOf(french), who: french, meaning });
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
    await send(page);
    expect(await page.locator("h1").textContent()).toMatch(/reçu|envoy|accusé/i);
    expect(await faultsInLightAndDark(page)).toEqual([]);
    await context.close();
  });

  test("other members answer, some do not, and the coordinator sees who", async () => {
    const asked = pack.members.map(({ id }) => id).filter((id) => id !== plain && id !== phone && id !== french);
    await Promise.all(asked.slice(0, others).map((who) => answerByPosts({ link: linkOf(who), who, meaning })));
    await coordinator.goto(round.address);
    expect(await coordinator.locator(`${TRACKED} tbody .tag-good`).count()).toBe(3 + others);
    expect(await coordinator.locator(`${TRACKED} tbody tr`).count()).toBe(pack.members.length);
  });

  test("the coordinator closes the round; a link says so from then on", async () => {
    await closeRound(coordinator, round.address);
    const silent = pack.members.at(-1)?.id ?? "";
    const reply = await fetch(linkOf(silent));
    expect(reply.status).toBe(403);
  });

  test("the coordinator ranks the topics and publishes the ranking, which does not change when another is made", async () => {
    await rank(coordinator);
    if (!shared) return refusePublishing(coordinator);
    const frozen = await publishRanking(coordinator, { name: "Priorities of the region" });
    const before = await coordinator.locator("main").textContent();
    await rank(coordinator);
    await coordinator.goto(frozen);
    expect(await coordinator.locator("main").textContent()).toBe(before);
  });

  test("the coordinator registers accredited experts, takes in those offered, and sees where they are short", async () => {
    const accreditedOn = inDays(-200);
    for (const [number, member] of [plain, phone].entries())
      await registerExpert(coordinator, { name: `Expert ${number + 1} (synthetic)`, member, accreditedOn });
    await lookAtExperts(coordinator);
  });

  test("the planner makes a proposal, changes it by hand, approves it and prints the plan", async () => {
    planner = await signIn(browser, { server, email: "paul@office.example" });
    const plan = await proposeAndApprove(planner, { name: "Paul Planner" });
    await printPlan(planner, plan);
  });

  test("the member finds what it asked for, and the answer, on its first page", async () => {
    const member = await signIn(browser, { server, email: "mele@member.example" });
    expect(await member.locator("main table tbody tr").count()).toBeGreaterThan(0);
    expect(await member.locator("main").textContent()).toContain(ROUND);
  });
});
