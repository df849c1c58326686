import { sql } from "drizzle-orm";
import type { Database } from "../database";
import type { TableHeading } from "./backup-format";

/** The tables of the schema `public`, each with its columns in their order, by name. */
export async function findTables(db: Database): Promise<readonly TableHeading[]> {
  const rows = await db.execute<{ table: string; columns: string[] }>(sql`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname collate "C"`);
  return rows.map(({ table, columns }) => ({ table, columns }));
}

/** Names of the columns of a table's primary key, in their order; empty if it has none. */
export async function findKeyColumns(db: Database, table: string): Promise<readonly string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select a.attname as name
    from pg_index i
    cross join lateral unnest(i.indkey) with ordinality as k (number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = format('public.%I', ${table}::text)::regclass and i.indisprimary
    order by k.place`);
  return rows.map(({ name }) => name);
}

/** The migrations that the database has, by the moment that names them; empty for a new one. */
export async function findAppliedMigrations(db: Database): Promise<readonly number[]> {
  const [known] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!known?.there) return [];
  const rows = await db.execute<{ made: string }>(
    sql`select created_at::text as made from drizzle.__drizzle_migrations order by created_at`,
  );
  return rows.map(({ made }) => Number(made));
}

/** Makes rows read and write as the same text on every engine; holds for the transaction. */
export async function settleTextForms(tx: Database): Promise<void> {
  for (const setting of [
    "datestyle = 'ISO, YMD'",
    "intervalstyle = 'postgres'",
    "timezone = 'UTC'",
    "bytea_output = 'hex'",
    "extra_float_digits = 1",
  ])
    await tx.execute(sql.raw(`set local ${setting}`));
}
