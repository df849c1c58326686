import { readFileSync } from "node:fs";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";

const modules = import.meta.glob<Readonly<Record<string, unknown>>>("../../../db/schema/*.ts", { eager: true });
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value): value is PgTable => is(value, PgTable))
  .map((table) => getTableConfig(table));
const page = readFileSync("docs/data-model.md", "utf8");

describe("the page about the data model", () => {
  test("describes every table of the schema and no other", () => {
    const described = [...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    expect(described.sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  test("draws every foreign key of the schema, and whether it may be empty, and no other", () => {
    const drawn = [...page.matchAll(/^ {2}(\w+) (\|\||\|o)--o\{ (\w+) : "([\w ]+)"$/gm)].map(
      ([, to, required, from, columns]) => `${from}(${columns}) ${required} ${to}`,
    );
    const declared = tables.flatMap(({ name, foreignKeys }) =>
      foreignKeys.map((key) => {
        const { columns, foreignTable } = key.reference();
        const required = columns.every((column) => column.notNull) ? "||" : "|o";
        return `${name}(${columns.map((column) => column.name).join(" ")}) ${required} ${getTableConfig(foreignTable).name}`;
      }),
    );
    expect(drawn.sort()).toEqual(declared.sort());
  });
});
