import { createHash } from "node:crypto";
import fs from "node:fs";
import { serialize } from "node:v8";
import { PGlite } from "@electric-sql/pglite";
import { createRandom } from "~/analysis/numeric/random";
import { DurableFS, openDurable } from "~/db/engine/durable-fs";
import { recordDisk } from "./record-disk";

// A process of its own that writes into an embedded database, notes all that it does to its folder, and ends without
// closing it: `recorded-writer.js <folder> <way> <file for the recording>`.

const TRANSACTIONS = 150;

const [folder = "", way = "", target = ""] = process.argv.slice(2);
const withoutSyncMethod = [...PGlite.defaultStartParams.filter((one) => one !== "-F"), "-c", "fsync=on"];
const ways: Readonly<Record<string, () => Promise<PGlite>>> = {
  durable: async () => (await openDurable(folder)).pg,
  "without the hook": () => PGlite.create({ dataDir: folder, startParams: withoutSyncMethod }),
  "with the default wal_sync_method": () =>
    PGlite.create({ fs: new DurableFS(folder), startParams: withoutSyncMethod }),
};
const open = ways[way];
if (!open) throw new Error(`there is no way "${way}"`);

const { recording, acknowledge } = recordDisk(folder);
const pg = await open();
const random = createRandom(7);
await pg.exec("create table note (n int primary key, filling text not null, md5 text not null)");
await pg.exec("alter table note alter column filling set storage external");
acknowledge(0);
for (let n = 1; n <= TRANSACTIONS; n++) {
  const length = n % 9 === 0 ? 1_200_000 : 200 + random.integer(8_000);
  const filling = Array.from({ length: length / 50 }, () =>
    `${random.next().toString(36)}${"-".repeat(50)}`.slice(0, 50),
  ).join("");
  await pg.query("insert into note values ($1, $2, $3)", [n, filling, createHash("md5").update(filling).digest("hex")]);
  acknowledge(n);
  if (n % 40 === 0) await pg.exec("checkpoint");
}
fs.writeFileSync(target, serialize(recording));
process.exit(0);
