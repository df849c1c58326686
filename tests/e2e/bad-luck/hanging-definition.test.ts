import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type RunningServer, startServer } from "~/tests/support/server";

// Definitions that would keep a server busy for minutes if they were run: saved, looked at in the editor, published.

const RIVER_PROVINCES = "tests/fixtures/regions/river-provinces";
/** Far below what the definition would take, far above what a busy machine needs to refuse it. */
const SOON = 15_000;

let database: Awaited<ReturnType<typeof freshDatabase>>;
let server: RunningServer;
let cookie = "";
let revision = 0;
beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer({ ...database.env, DEMONSTRATION: "1", REGION: RIVER_PROVINCES });
  const entered = await fetch(`${server.url}/demonstration/coordinator`, { method: "POST", redirect: "manual" });
  cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  await send({ intent: "begin", number: "1" });
  revision = revisionIn(await page());
}, 240_000);
afterAll(async () => {
  await server?.stop();
  await database?.remove();
});

const address = () => `${server.url}/surveys/needs`;
const send = (fields: Readonly<Record<string, string>>) =>
  fetch(address(), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie },
    redirect: "manual",
    signal: AbortSignal.timeout(SOON),
  });
const page = async () => (await fetch(address(), { headers: { cookie }, signal: AbortSignal.timeout(SOON) })).text();
const revisionIn = (html: string) => Number(/name="revision" value="(\d+)"/.exec(html)?.[1] ?? Number.NaN);

interface Definition {
  pages: { elements: unknown[] }[];
}

/** The pack's own survey with something put before its first question. */
function withElement(element: unknown): string {
  const definition: Definition = JSON.parse(readFileSync(`${RIVER_PROVINCES}/definitions/needs.json`, "utf8"));
  definition.pages[0]?.elements.unshift(element);
  return JSON.stringify(definition);
}
const question = (more: object) => ({ type: "text", name: "trap", title: "Trap", ...more });
const nested = (depth: number): object =>
  depth === 0 ? question({}) : { type: "panel", name: `panel_${depth}`, elements: [nested(depth - 1)] };

const TRAPS: Readonly<Record<string, { readonly text: string; readonly told: RegExp }>> = {
  "a regular expression that explodes": {
    text: withElement(question({ validators: [{ type: "regex", regex: "^(a+)+$" }], defaultValue: "a".repeat(40) })),
    told: /regular expression/i,
  },
  "five hundred panels in each other": { text: withElement(nested(500)), told: /depth|deep|within|nested/i },
  "fifty thousand arrays in each other": { text: "[".repeat(50_000), told: /deep|nested|JSON/i },
  "a hundred thousand choices": {
    text: withElement({
      type: "checkbox",
      name: "trap",
      title: "Trap",
      choices: Array.from({ length: 100_000 }, (_, n) => `c${n}`),
    }),
    told: /300|choices|too/i,
  },
  "a condition of many brackets": {
    text: withElement(question({ visibleIf: `${"(".repeat(400)}{a} = 1` })),
    told: /condition/i,
  },
  "a condition of many signs": {
    text: withElement(question({ visibleIf: `${"!".repeat(480)}{a}` })),
    told: /condition/i,
  },
  "a condition that calls a function": {
    text: withElement(question({ visibleIf: "this.constructor.constructor('while(1){}')()" })),
    told: /condition/i,
  },
  "choices from another server": {
    text: withElement({ type: "dropdown", name: "trap", title: "Trap", choicesByUrl: { url: "http://127.0.0.1:1/" } }),
    told: /choicesByUrl|not allowed/i,
  },
};

test.each(Object.entries(TRAPS))(
  "%s is refused in the editor and at publication, soon",
  async (_name, { text, told }) => {
    const saved = await send({ intent: "save", revision: String(revision), definition: text });
    // What cannot even be read, or is too large, is refused at once and not stored; all else the editor's check refuses.
    const shown = saved.status === 302 ? await page() : await saved.text();
    expect([302, 400, 413]).toContain(saved.status);
    expect(shown).toMatch(told);
    revision = revisionIn(await page());
    if (saved.status === 302) {
      expect(shown).not.toContain('value="publish"');
      const published = await send({ intent: "publish", revision: String(revision), confirm: "yes" });
      expect(published.status).toBe(400);
    }
    expect((await fetch(`${server.url}/health`, { signal: AbortSignal.timeout(SOON) })).status).toBe(200);
    expect(await (await fetch(`${server.url}/surveys/needs/versions/2`, { headers: { cookie } })).status).toBe(404);
  },
);
