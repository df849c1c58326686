import { readdirSync, readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";

const modules = import.meta.glob<Readonly<Record<string, unknown>>>("../../db/schema/*.ts", { eager: true });
const schema: Record<string, unknown> = Object.fromEntries(Object.values(modules).flatMap(Object.entries));
const folder = "db/migrations/meta";

function lastSnapshot(): Parameters<typeof generateMigration>[0] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith("_snapshot.json"))
    .sort();
  return JSON.parse(readFileSync(`${folder}/${names.at(-1)}`, "utf8"));
}

test("the committed migrations make exactly the schema of the code", async () => {
  const last = lastSnapshot();
  expect(await generateMigration(last, generateDrizzleJson(schema, last.id))).toEqual([]);
});

test("a column that no migration makes would be noticed", async () => {
  const last = lastSnapshot();
  const fuller = generateDrizzleJson(schema, last.id);
  const { "public.cycle": cycle, ...tables } = fuller.tables;
  expect(cycle).toBeDefined();
  const statements = await generateMigration(last, { ...fuller, tables });
  expect(statements.join("\n")).toContain('DROP TABLE "cycle"');
});
