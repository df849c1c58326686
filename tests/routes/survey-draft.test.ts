import { expect, test } from "vitest";
import { action, loader } from "~/app/routes/surveys.$instrumentId/route";
import type { Database } from "~/db/engine/database";
import { findDraft, findVersions, saveDraft } from "~/db/instruments";
import { loadPack } from "~/db/regions/read-pack";
import { appContext } from "../support/app-context";
import { newOffice } from "../support/bundled-drafts";
import { testDatabase } from "../support/database";
import { noon, system } from "../support/office";

// The page of a survey, by what is sent to it: the coordinator saves, publishes, and pastes what is no definition.

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");
const params = { instrumentId: "needs" };
const authored = pack.definitions.needs.text;

type Fields = Readonly<Record<string, string | File>>;

async function send(db: Database, fields: Fields, instrumentId = "needs") {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request(`http://localhost/surveys/${instrumentId}`, { method: "POST", body });
  return action({ request, params: { instrumentId }, context: appContext(db, { pack, role: "coordinator" }) });
}

async function look(db: Database, locale: "en" | "fr" = "en") {
  const request = new Request("http://localhost/surveys/needs");
  return loader({ request, params, context: appContext(db, { pack, role: "coordinator", locale }) });
}

/** Status, errors and the unsaved text of a reply that shows the page again. */
function shown(reply: Awaited<ReturnType<typeof send>>) {
  if (!("data" in reply)) throw new Error(`sent on to ${reply.headers.get("Location")}`);
  return { status: reply.init?.status, ...reply.data };
}

const sentOnTo = (reply: Awaited<ReturnType<typeof send>>) =>
  "data" in reply ? shown(reply) : reply.headers.get("Location");

const save = (definition: string, revision = "1"): Fields => ({ intent: "save", revision, definition });
const survey = (element: object) =>
  JSON.stringify({ instrument: "needs", title: "Needs", pages: [{ name: "p", title: "P", elements: [element] }] });
const nested = (depth: number): object => ({
  type: "panel",
  name: `panel-${depth}`,
  elements: depth === 0 ? [] : [nested(depth - 1)],
});

const refused: readonly (readonly [string, string, RegExp, string | RegExp])[] = [
  ["an unknown type", survey({ type: "signaturepad", name: "q" }), /signaturepad|type/i, /elements\[0\]/],
  [
    "a name that stands twice",
    JSON.stringify({
      instrument: "needs",
      title: "Needs",
      pages: [
        {
          name: "p",
          title: "P",
          elements: [
            { type: "comment", name: "same", title: "A" },
            { type: "comment", name: "same", title: "B" },
          ],
        },
      ],
    }),
    /same/,
    /elements\[1\]/,
  ],
  ["500 nested panels", survey(nested(500)), /24|deep|nest/i, /^line \d+, column \d+$/],
  ["__proto__ as a name", survey({ type: "comment", name: "__proto__", title: "Q" }), /__proto__/, /name/],
  ["__proto__ as a key", `{ "instrument": "needs",\n  "__proto__": {} }`, /__proto__/, "line 2, column 3"],
  [
    "choices fetched from elsewhere",
    survey({ type: "dropdown", name: "q", title: "Q", choicesByUrl: { url: "https://elsewhere.example/list" } }),
    /choicesByUrl/,
    /elements\[0\]/,
  ],
  [
    "a regular expression",
    survey({ type: "text", name: "q", title: "Q", validators: [{ type: "regex", regex: "^(a+)+$" }] }),
    /Regular expressions are not allowed/,
    /elements\[0\]/,
  ],
  ["broken JSON", `{\n  "instrument": "needs",\n  "pages": [,]\n}`, /value/, "line 3, column 13"],
  ["a text that never ends", `{"title": "${"a".repeat(900_000)}`, /quotation mark/, "line 1, column 11"],
  ["two million characters", " ".repeat(2_000_000), /1,?000,?000|1000000/, /line 1/],
];

for (const [what, text, sentence, place] of refused)
  test(
    `${what}: kept as typed, told within a second with a sentence and its place, and not published`,
    database.rolledBack(async (db) => {
      await newOffice(db, pack);
      const start = performance.now();
      expect(sentOnTo(await send(db, save(text)))).toBe("/surveys/needs#check");
      const page = await look(db);
      expect(performance.now() - start).toBeLessThan(1000);
      expect(page.draft?.text).toBe(text);
      const told = page.draft?.check.problems.find(({ message }) => sentence.test(message));
      expect(told?.place, JSON.stringify(page.draft?.check.problems)).toMatch(place);
      expect((await look(db, "fr")).draft?.check.problems).not.toContainEqual(told);

      const publication = shown(await send(db, { intent: "publish", revision: "2", confirm: "yes", note: "Mine" }));
      expect(publication).toMatchObject({ status: 400, note: "Mine" });
      expect(await findVersions(db, "needs")).toEqual([]);
    }),
  );

test(
  "10 MB of JSON are refused within a second; the draft stays as it was",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const huge = `{ "title": "${"x".repeat(10 * 1024 * 1024)}" }`;
    for (const fields of [save(huge), { ...save(""), file: new File([huge], "needs.json") }]) {
      const start = performance.now();
      const reply = shown(await send(db, fields));
      expect(performance.now() - start).toBeLessThan(1000);
      expect(reply.status).toBe(413);
      expect(reply.errors.definition?.[0]).toMatch(/larger than a definition may be/);
    }
    expect(await findDraft(db, "needs")).toMatchObject({ definition: authored, revision: 1 });
  }),
);

test(
  "a picture taken for a definition is refused; the draft stays as it was",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const picture = new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])], "map.png");
    const reply = shown(await send(db, { ...save(""), file: picture }));
    expect(reply).toMatchObject({ status: 400, errors: { definition: [expect.stringMatching(/not a text/)] } });
    expect(await findDraft(db, "needs")).toMatchObject({ definition: authored });
  }),
);

test(
  "an uploaded file is the draft, word for word; line ends that a browser changed are not",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    await send(db, { ...save(""), file: new File([authored], "needs.json") });
    expect((await look(db)).draft).toMatchObject({ text: authored, revision: 2, check: { problems: [] } });
    await send(db, save(authored.replaceAll("\n", "\r\n"), "2"));
    expect((await look(db)).draft).toMatchObject({ text: authored, revision: 3 });
  }),
);

test(
  "a stale save is not stored: the page shows both texts, and what the check says of the unsaved one",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    await send(db, save(`${authored}\n`));
    const reply = shown(await send(db, save("{ mine")));
    expect(reply).toMatchObject({ status: 409, text: "{ mine" });
    expect(reply.errors.definition?.[0]).toMatch(/Somebody else saved this draft meanwhile/);
    expect(reply.check?.problems).toHaveLength(1);
    expect((await look(db)).draft).toMatchObject({ text: `${authored}\n`, revision: 2 });
  }),
);

test(
  "a save after the draft was published keeps the text and begins the next draft only when saved again",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const publish = { intent: "publish", revision: "1", confirm: "yes", note: "" };
    expect(sentOnTo(await send(db, publish))).toBe("/surveys/needs/versions/1");
    const reply = shown(await send(db, save(authored)));
    expect(reply).toMatchObject({ status: 409, text: authored });
    expect(reply.errors.definition?.[0]).toMatch(/published this draft meanwhile/);
    expect(await findDraft(db, "needs")).toBeUndefined();
    expect(sentOnTo(await send(db, save(authored, "0")))).toBe("/surveys/needs#check");

    const again = shown(await send(db, { ...publish, revision: "2" }));
    expect(again.status).toBe(409);
    expect(await findVersions(db, "needs")).toHaveLength(1);
  }),
);

test(
  "publishing a second time says that the draft has been published already",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const publish = { intent: "publish", revision: "1", confirm: "yes", note: "" };
    await send(db, publish);
    const reply = shown(await send(db, publish));
    expect(reply).toMatchObject({ status: 409, errors: { "": [expect.stringMatching(/published already/)] } });
    expect(await findVersions(db, "needs")).toHaveLength(1);
  }),
);

test(
  "the wording must be confirmed before publishing; the note that was typed comes back",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const reply = shown(await send(db, { intent: "publish", revision: "1", note: "Two topics added" }));
    expect(reply).toMatchObject({ status: 400, note: "Two topics added" });
    expect(await findVersions(db, "needs")).toEqual([]);
  }),
);

test(
  "two who begin a draft from a version at once get one draft, and the second is told",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    await send(db, { intent: "publish", revision: "1", confirm: "yes", note: "" });
    const begin = { intent: "begin", number: "1" };
    expect(sentOnTo(await send(db, begin))).toBe("/surveys/needs#check");
    expect(shown(await send(db, begin))).toMatchObject({ status: 409 });
    expect(await findDraft(db, "needs")).toMatchObject({ definition: authored, revision: 1 });
  }),
);

test(
  "a form that no page of ours sends is a wrong form, and an unknown survey is not found",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const wrong: readonly Fields[] = [
      {},
      { intent: "erase" },
      { intent: "save", revision: "seven", definition: "{}" },
      { intent: "publish", revision: "9e99", confirm: "yes" },
    ];
    for (const fields of wrong) expect(shown(await send(db, fields)).status).toBe(400);
    await expect(send(db, save("{}", "0"), "unknown")).rejects.toMatchObject({ status: 404 });
    await expect(send(db, { intent: "begin", number: "7" })).rejects.toMatchObject({ status: 404 });
    expect(await findDraft(db, "needs")).toMatchObject({ definition: authored });
  }),
);

test(
  "somebody else's draft in between is not published instead of the one that was read",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    await saveDraft(db, { instrumentId: "needs", definition: authored, baseRevision: 1, actor: system, at: noon });
    const reply = shown(await send(db, { intent: "publish", revision: "1", confirm: "yes", note: "" }));
    expect(reply).toMatchObject({ status: 409, errors: { confirm: [expect.stringMatching(/changed this draft/)] } });
    expect(await findVersions(db, "needs")).toEqual([]);
  }),
);
