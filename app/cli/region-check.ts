import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type PackReading, readPack } from "~/db/regions/read-pack";

/**
 * `npm run region:check [-- folder ...]`: checks region packs, by default every one in db/regions. Prints each fault with
 * its file, place and reason and ends with status 1, or says what was checked and ends with 0.
 */
const BUNDLED_PACKS = join("db", "regions");

const folders = process.argv.length > 2 ? process.argv.slice(2) : await bundledPacks();
let faultCount = 0;
for (const folder of folders) {
  const reading = await readPack(folder);
  if ("faults" in reading) faultCount += reading.faults.length;
  console.log(report(folder, reading));
}
if (folders.length === 0) console.log(`There is no region pack in ${BUNDLED_PACKS}.`);
process.exitCode = faultCount > 0 || folders.length === 0 ? 1 : 0;

async function bundledPacks(): Promise<readonly string[]> {
  const entries = await readdir(BUNDLED_PACKS, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(BUNDLED_PACKS, entry.name))
    .sort();
}

function report(folder: string, reading: PackReading): string {
  if ("faults" in reading) {
    const lines = reading.faults.map(({ file, path, reason }) => `  ${join(folder, file)} ${path}: ${reason}`);
    return [`${folder}: ${reading.faults.length === 1 ? "1 fault" : `${reading.faults.length} faults`}`, ...lines].join(
      "\n",
    );
  }
  const { pack } = reading;
  const { counts } = pack.manifest;
  const checked = [
    `${counts.members} members in ${pack.subRegions.length} sub-regions and ${pack.strata.value.length} strata`,
    `${counts.topics} topics, ${counts.ratedTopics} of them rated, ${pack.accreditationAreas.length} accreditation areas`,
    `${counts.pillars} pillars, ${counts.actions} actions, ${counts.entries} entries of ${counts.activities} activities`,
    `${counts.strategicActions} actions of the strategic plan`,
    `${pack.funders.length} funders, ${pack.centres.length} centres, ${pack.planning.modes.length} delivery modes`,
    `${Object.keys(pack.definitions).length} surveys, texts in ${pack.manifest.languages.map(({ name }) => name).join(" and ")}`,
  ];
  return [`${folder}: no faults`, ...checked.map((line) => `  ${line}`)].join("\n");
}
