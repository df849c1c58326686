import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownRoutes } from "../support/crawl";
import { freshDatabase, type RunningServer, startServer } from "../support/server";

// Bad links and bad forms, as programs and people send them: a page or a sentence, never a fault of the server.

const RIVER_PROVINCES = "tests/fixtures/regions/river-provinces";
const WORDS = ["no-such-thing", "01980000-0000-7000-8000-00000000dead", "%00", "%ff", "__proto__", "a".repeat(3_000)];
const BODIES: readonly { readonly name: string; readonly type: string; readonly body: string }[] = [
  { name: "nothing", type: "application/x-www-form-urlencoded", body: "" },
  {
    name: "fields of every kind, all wrong",
    type: "application/x-www-form-urlencoded",
    body: "intent=publish&do=send&revision=abc&id=1&name=%00&email=x&roles=king&member=atlantis&confirm=maybe&key=%F0%9F&number=-1&carried=%7B&survey=..%2F..&opensOn=2026-13-40&closesOn=never&zone=Mars&file=x",
  },
  { name: "broken JSON", type: "application/json", body: '{"saves": [' },
  { name: "JSON of the wrong shape", type: "application/json", body: '{"key":1,"document":[[]],"__proto__":{"a":1}}' },
  { name: "a broken multipart form", type: "multipart/form-data; boundary=x", body: "--x\r\nContent-Disp" },
];

let database: Awaited<ReturnType<typeof freshDatabase>>;
let server: RunningServer;
const cookies = new Map<string, string>();
let token = "";

beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer({ ...database.env, DEMONSTRATION: "1", REGION: RIVER_PROVINCES, LOG_LEVEL: "silent" });
  for (const role of ["coordinator", "planner", "administrator", "member"]) {
    const entered = await fetch(`${server.url}/demonstration/${role}`, { method: "POST", redirect: "manual" });
    cookies.set(role, entered.headers.get("set-cookie")?.split(";")[0] ?? "");
  }
  token = /href="\/a\/([^"]+)"/.exec(await (await fetch(server.url)).text())?.[1] ?? "";
  expect(token).not.toBe("");
}, 240_000);
afterAll(async () => {
  await server?.stop();
  await database?.remove();
});

/** Addresses of a route with a word in place of each parameter; the true link for surveys, so that something is reached. */
function addressesOf(address: string): readonly string[] {
  if (!address.includes("*")) return [address];
  const known = address.startsWith("/a/*") ? [address.replace("*", token)] : [];
  return [...known, address].flatMap((one) =>
    one.includes("*") ? WORDS.map((word) => one.replaceAll("*", word)) : [one],
  );
}

async function statusOf(address: string, role: string, init: RequestInit = {}): Promise<number> {
  const reply = await fetch(`${server.url}${address}`, {
    redirect: "manual",
    ...init,
    headers: { ...init.headers, cookie: cookies.get(role) ?? "" },
  });
  await reply.arrayBuffer();
  return reply.status;
}

const routes = knownRoutes().filter(({ address }) => address !== "/sign-out");

// Before the many wrong links below, after which the server refuses more from the same address for a while.
describe("a survey's link", () => {
  test("that is wrong says so and shows nothing of a survey", async () => {
    const reply = await fetch(`${server.url}/a/${"x".repeat(43)}`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain("/light/");
  });

  test("with a body over the limit keeps what was there", async () => {
    const status = await statusOf(`/a/${token}/submit`, "member", {
      method: "POST",
      body: JSON.stringify({ key: "12345678", document: { writer: "x".repeat(13_000_000) } }),
      headers: { "content-type": "application/json" },
    });
    expect(status).toBe(413);
  });

  test("with a rating of 99, a word for a number and unknown questions is refused with the places", async () => {
    const reply = await fetch(`${server.url}/a/${token}/submit`, {
      method: "POST",
      body: JSON.stringify({
        key: "12345678",
        document: { weight_shelves: { damp: 99 }, no_such_question: 1, wishes: "many" },
      }),
      headers: { "content-type": "application/json" },
    });
    expect(reply.status).toBe(422);
    expect(await reply.text()).toContain("no_such_question");
  });

  test("from another site is refused", async () => {
    const status = await statusOf(`/a/${token}/submit`, "member", {
      method: "POST",
      body: "{}",
      headers: { "sec-fetch-site": "cross-site", "content-type": "application/json" },
    });
    expect(status).toBe(403);
  });
});

test("a page without a form that is sent one says so in plain words", async () => {
  const reply = await fetch(`${server.url}/privacy`, { method: "POST", body: new URLSearchParams({ a: "b" }) });
  expect(reply.status).toBe(405);
  expect(await reply.text()).toContain("This page takes no forms");
});

describe.each(["coordinator", "planner", "administrator", "member"])("as %s", (role) => {
  test("no address, right or wrong, is a fault of the server", async () => {
    const faults: string[] = [];
    for (const { address } of routes)
      for (const one of addressesOf(address)) {
        const status = await statusOf(
          `${one}?run=%00&lens=__proto__&edit=x&before=y&number=-1&view=1&check=1&file=../x`,
          role,
        );
        if (status >= 500) faults.push(`${status} ${one.slice(0, 80)}`);
      }
    expect(faults).toEqual([]);
  });

  test("no form, however wrong, is a fault of the server", async () => {
    const faults: string[] = [];
    for (const { address } of routes)
      for (const one of addressesOf(address).slice(0, 2))
        for (const { name, type, body } of BODIES) {
          const status = await statusOf(one, role, { method: "POST", body, headers: { "content-type": type } });
          if (status >= 500) faults.push(`${status} ${one} with ${name}`);
        }
    expect(faults).toEqual([]);
  });
});
