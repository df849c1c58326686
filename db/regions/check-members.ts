import type { PackFault } from "./fault";
import type { ShapedPack } from "./pack-schema";
import { faultsOf, idsOf, type Report, reportDuplicates, reportTimeZone, reportUnknown } from "./references";

/** A stratum of fewer members has no variance left when all but one of them are silent. */
const SMALLEST_STRATUM = 3;

export function checkMembers({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { subRegions, members, groups, strata, neighbours } = files.members;
  const subRegionIds = idsOf(subRegions);
  const memberIds = idsOf(members);
  const spoken = idsOf(manifest.spokenLanguages);

  return faultsOf(manifest.files.members, (report) => {
    reportDuplicates(
      report,
      ["subRegions"],
      subRegions.map((subRegion) => subRegion.id),
      "id",
    );
    subRegions.forEach(({ id }, index) => {
      if (!members.some((member) => member.subRegion === id)) report(["subRegions", index], `No member is in “${id}”.`);
    });

    reportDuplicates(
      report,
      ["members"],
      members.map((member) => member.id),
      "id",
    );
    reportDuplicates(
      report,
      ["members"],
      members.map((member) => member.code),
      "code",
    );
    reportSharedNames(report, members);
    members.forEach((member, index) => {
      const path = ["members", index] as const;
      if (!subRegionIds.has(member.subRegion)) {
        report([...path, "subRegion"], `There is no sub-region “${member.subRegion}”.`);
      }
      reportUnknown(report, [...path, "languages"], member.languages, spoken, "spoken language");
      reportUnknown(report, [...path, "workingLanguages"], member.workingLanguages, spoken, "spoken language");
      reportTimeZone(report, [...path, "timeZone"], member.timeZone);
    });

    reportDuplicates(
      report,
      ["groups"],
      groups.map((group) => group.id),
      "id",
    );
    groups.forEach((group, index) => {
      reportUnknown(report, ["groups", index, "members"], group.members ?? [], memberIds, "member");
    });

    checkStrata(report, files.members);
    neighbours.value.forEach(([one, other], index) => {
      const path = ["neighbours", "value", index];
      reportUnknown(report, path, [one, other], subRegionIds, "sub-region");
      const earlier = neighbours.value.slice(0, index);
      if (earlier.some((pair) => pair.includes(one) && pair.includes(other))) report(path, "This pair is there twice.");
    });
    reportDuplicates(
      report,
      ["strata", "value"],
      strata.value.map((stratum) => stratum.id),
      "id",
    );
  });
}

function checkStrata(report: Report, { subRegions, members, strata }: ShapedPack["files"]["members"]): void {
  const subRegionIds = idsOf(subRegions);
  const taken = new Set<string>();
  strata.value.forEach((stratum, index) => {
    const path = ["strata", "value", index, "subRegions"];
    reportUnknown(report, path, stratum.subRegions, subRegionIds, "sub-region");
    stratum.subRegions.forEach((id, place) => {
      if (taken.has(id)) report([...path, place], `“${id}” is in two strata.`);
      taken.add(id);
    });
    const size = members.filter((member) => stratum.subRegions.includes(member.subRegion)).length;
    if (size < SMALLEST_STRATUM) {
      report(path, `The stratum has ${size} members, fewer than ${SMALLEST_STRATUM}: merge it with a neighbour.`);
    }
  });
  for (const { id } of subRegions) {
    if (!taken.has(id)) report(["strata", "value"], `The sub-region “${id}” is in no stratum.`);
  }
}

/** A name that two members share would make an import guess. */
function reportSharedNames(report: Report, members: ShapedPack["files"]["members"]["members"]): void {
  const owner = new Map<string, string>();
  members.forEach((member, index) => {
    for (const name of new Set([...Object.values(member.name), ...member.variants])) {
      const other = owner.get(name);
      if (other !== undefined && other !== member.id) {
        report(["members", index, "name"], `“${name}” is also a name of “${other}”.`);
      }
      owner.set(name, member.id);
    }
  });
}
