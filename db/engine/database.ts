import type { PgDatabase } from "drizzle-orm/pg-core";
import type { PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";

/**
 * The database, or a transaction of it: whatever a verb of `db/` may be given. It names no engine; embedded and
 * PostgreSQL answer alike. Inside `transaction` only the transaction may be used: the embedded engine has one
 * connection, and the outer database would wait for ever.
 */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;
