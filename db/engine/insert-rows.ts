import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./database";

/**
 * Inserts any number of rows with one statement and one parameter: building a tuple of parameters per row costs more
 * than storing it. Does nothing for no rows.
 */
export async function insertRows<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  if (rows.length > 0) await db.execute(insertion(table, rows));
}

/**
 * The same, but rows that any unique index refuses are left out.
 *
 * @param key a column by which the rows that were inserted are told
 * @returns its values in the inserted rows
 */
export async function insertNewRows<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  key: PgColumn,
): Promise<ReadonlySet<unknown>> {
  if (rows.length === 0) return new Set();
  const inserted = await db.execute<{ key: unknown }>(
    sql`${insertion(table, rows)} on conflict do nothing returning ${sql.identifier(key.name)} as key`,
  );
  return new Set(inserted.map((row) => row.key));
}

/**
 * Inserts rows, or brings those with the same primary key up to date; rows that are already so are left untouched.
 *
 * @param keep properties that an existing row keeps
 * @returns how many rows were inserted or changed
 */
export async function upsertRows<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  { keep = [] }: { keep?: readonly (keyof Table["$inferInsert"] & string)[] } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const key = primaryKeyOf(table);
  const changed = Object.entries(getTableColumns(table))
    .filter(([property, column]) => !key.includes(column.name) && !keep.some((kept) => kept === property))
    .map(([, column]) => sql.identifier(column.name));
  const target = joined(key.map((name) => sql.identifier(name)));
  if (changed.length === 0) {
    return (await db.execute(sql`${insertion(table, rows)} on conflict (${target}) do nothing returning 1`)).length;
  }
  const own = sql.identifier(getTableName(table));
  const result = await db.execute(sql`
    ${insertion(table, rows)} on conflict (${target}) do update
    set ${joined(changed.map((column) => sql`${column} = excluded.${column}`))}
    where (${joined(changed.map((column) => sql`${own}.${column}`))})
      is distinct from (${joined(changed.map((column) => sql`excluded.${column}`))})
    returning 1`);
  return result.length;
}

function insertion<Table extends PgTable>(table: Table, rows: readonly Table["$inferInsert"][]): SQL {
  const columns = Object.entries(getTableColumns(table));
  const records = rows.map((row) =>
    Object.fromEntries(
      columns.map(([property, column]) => [column.name, Reflect.get(row, property) ?? column.default ?? null]),
    ),
  );
  const name = sql.identifier(getTableName(table));
  const names = joined(columns.map(([, column]) => sql.identifier(column.name)));
  return sql`insert into ${name} (${names})
    select ${names} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(records)}::jsonb)`;
}

function primaryKeyOf(table: PgTable): readonly string[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const own = columns.filter((column) => column.primary).map((column) => column.name);
  return own.length > 0 ? own : (primaryKeys[0]?.columns ?? []).map((column) => column.name);
}

function joined(parts: readonly SQL[] | readonly ReturnType<typeof sql.identifier>[]): SQL {
  return sql.join([...parts], sql`, `);
}
