import { formFields } from "~/tests/support/html-form";

type Document = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Document =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const rowsOf = (value: unknown): readonly Document[] => (Array.isArray(value) ? value.filter(isRow) : []);

/** Goes through the light form by posts and gives the answers of a document; own panels are added by their button. */
export async function answerAsDocument(link: string, document: Document): Promise<string> {
  const start = await (await fetch(link)).text();
  let address = new URL(/href="([^"]*\/light\/[^"]*)"/.exec(start)?.[1] ?? "", link).href;
  for (let steps = 0; steps < 60; steps++) {
    const html = await (await fetch(address)).text();
    const atEnd = address.endsWith("/check-and-send");
    const body = atEnd ? new URLSearchParams() : answersOn(html, document);
    const add = atEnd ? undefined : panelToAdd(html, document);
    for (const { kind, name, chosen } of formFields(html)) if (kind === "hidden") body.append(name, chosen[0] ?? "");
    body.set("do", atEnd ? "send" : add ? `add:${add}` : "next");
    const reply = await fetch(address, { method: "POST", body, redirect: "manual" });
    const next = reply.headers.get("location");
    if (!next)
      throw new Error(
        `not taken: ${(await reply.text())
          .replace(/<[^>]+>/g, " ")
          .replace(/\s+/g, " ")
          .slice(0, 1500)}`,
      );
    address = new URL(next, link).href;
    if (atEnd) return address;
  }
  throw new Error("the light form does not end");
}

/** Keys of a repeated question's panels on a page, in their order. */
function keysOf(html: string, question: string): readonly string[] {
  const keys = formFields(html).flatMap(({ name }) =>
    name.startsWith(`${question}/`) ? [name.split("/")[1] ?? ""] : [],
  );
  return [...new Set(keys)];
}

/** The row that a panel stands for: the one with its key, else the one at its place among the others. */
function rowFor(html: string, document: Document, question: string, key: string): Document | undefined {
  const rows = rowsOf(document[question]);
  const keys = keysOf(html, question);
  const same = (row: Document, one: string) => row.key === one || row.id === one;
  const known = rows.find((row) => same(row, key));
  if (known) return known;
  const others = rows.filter((row) => !keys.some((one) => same(row, one)));
  return others[keys.filter((one) => !rows.some((row) => same(row, one))).indexOf(key)];
}

function answersOn(html: string, document: Document): URLSearchParams {
  const body = new URLSearchParams();
  const places = new Map<string, number>();
  for (const { kind, name } of formFields(html)) {
    if (kind === "hidden" || name === "") continue;
    const [question = "", second, ...rest] = name.split("/");
    const value = document[question];
    const row = second !== undefined && Array.isArray(value) ? rowFor(html, document, question, second) : undefined;
    const answer = row ? row[rest[0] ?? ""] : second !== undefined && isRow(value) ? value[second] : value;
    const cell = row && rest[1] !== undefined && isRow(answer) ? answer[rest[1]] : answer;
    if (cell === undefined || cell === null) continue;
    if (!Array.isArray(cell)) body.append(name, String(cell));
    else if (kind === "select") {
      const place = places.get(name) ?? 0;
      places.set(name, place + 1);
      if (cell[place] !== undefined) body.append(name, String(cell[place]));
    } else for (const one of cell) body.append(name, String(one));
  }
  return body;
}

function panelToAdd(html: string, document: Document): string | undefined {
  return [...html.matchAll(/name="do" value="add:([^"]*)"/g)]
    .map(([, question = ""]) => question)
    .find((question) => keysOf(html, question).length < rowsOf(document[question]).length);
}
