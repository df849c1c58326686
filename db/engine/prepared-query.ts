import type { Database } from "./database";

/**
 * A query that is written once for each database and prepared by the engine, for what every page of a form asks: writing
 * the SQL anew costs more than running it.
 */
export function preparedQuery<Query>(prepare: (db: Database) => Query): (db: Database) => Query {
  const prepared = new WeakMap<Database, Query>();
  return (db) => {
    const query = prepared.get(db) ?? prepare(db);
    prepared.set(db, query);
    return query;
  };
}
