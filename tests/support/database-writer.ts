import { sql } from "drizzle-orm";
import { closeOnSignals } from "~/db/engine/close-on-signals";
import { openDatabase } from "~/db/engine/open-database";

// A process of its own that writes to an embedded database and says what was acknowledged, until it is ended.

const [folder = "", workerFile = ""] = process.argv.slice(2);
const database = await openDatabase({ dataDirectory: folder, workerFile });
closeOnSignals(database);
await database.db.execute(sql`create table if not exists note (n int primary key, filling text)`);
const [last] = await database.db.execute<{ n: number }>(sql`select coalesce(max(n), 0) as n from note`);
let stopping = false;
process.once("SIGTERM", () => {
  stopping = true;
});
for (let n = (last?.n ?? 0) + 1; !stopping; n++) {
  const written = database.db.transaction(async (tx) => {
    await tx.execute(sql`insert into note values (${n}, repeat('x', 500))`);
  });
  await written.then(
    () => process.stdout.write(`${n}\n`),
    (error: unknown) => {
      if (!stopping) throw error;
    },
  );
}
