import type { Translator } from "~/app/i18n/translate";
import type { Database } from "~/db/engine/database";
import { findAccreditationAreas, findMembers, findTopics } from "~/db/members";
import { cycleAt } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";

/** What the forms of the register offer for choice, and the cycle that an entry is confirmed for. */
export async function expertOptions(
  db: Database,
  { pack, at, t }: { readonly pack: RegionPack; readonly at: Date; readonly t: Translator },
) {
  const collator = new Intl.Collator(t.locale === "fr" ? "fr" : "en");
  const named = <Row extends { readonly id: string }>(rows: readonly Row[], nameOf: (row: Row) => string) =>
    rows.map((row) => ({ id: row.id, name: nameOf(row) })).sort((a, b) => collator.compare(a.name, b.name));
  return {
    members: named(await findMembers(db), ({ name }) => t.pick(name)),
    topics: named(await findTopics(db), ({ shortName }) => t.pick(shortName)),
    areas: named(await findAccreditationAreas(db), ({ name }) => t.pick(name)),
    languages: named(pack.manifest.spokenLanguages, ({ name }) => t.pick(name)),
    cycleId: cycleAt(pack, at.toISOString().slice(0, 10)).id,
  };
}
