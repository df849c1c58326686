import { checkDefinitions } from "./check-definitions";
import { checkDemonstration } from "./check-demonstration";
import { checkMembers } from "./check-members";
import { checkOffice } from "./check-office";
import { checkPlan } from "./check-plan";
import { checkStrategicPlan } from "./check-strategic-plan";
import { checkTopics } from "./check-topics";
import type { PackFault } from "./fault";
import { FILE_KEYS, type ShapedPack } from "./pack-schema";
import { faultsOf, idsOf, type Report, reportDuplicates, reportLanguageTag, reportTimeZone } from "./references";

/**
 * What the files of a pack say of each other: unknown ids, duplicates, counts, texts that lack a language, sources that
 * name no document. The shape of each file is taken as right.
 *
 * @returns the faults, file by file; empty for a good pack
 */
export function checkPack(pack: ShapedPack): readonly PackFault[] {
  return [
    ...checkManifest(pack),
    ...checkTextsAndSources(pack),
    ...checkMembers(pack),
    ...checkTopics(pack),
    ...checkPlan(pack),
    ...checkStrategicPlan(pack),
    ...checkOffice(pack),
    ...checkDefinitions(pack),
    ...checkDemonstration(pack),
  ];
}

function checkManifest({ manifest, files }: ShapedPack): readonly PackFault[] {
  return faultsOf("pack.json", (report) => {
    const languages = manifest.languages.map((language) => language.id);
    reportDuplicates(report, ["languages"], languages, "id");
    if (!languages.includes("en"))
      report(["languages"], "English (“en”) is missing; it stands in for other languages.");
    languages.forEach((tag, index) => {
      reportLanguageTag(report, ["languages", index, "id"], tag);
    });
    const spoken = manifest.spokenLanguages.map((language) => language.id);
    reportDuplicates(report, ["spokenLanguages"], spoken, "id");
    spoken.forEach((tag, index) => {
      reportLanguageTag(report, ["spokenLanguages", index, "id"], tag);
    });
    reportTimeZone(report, ["seat", "timeZone"], manifest.seat.timeZone);
    reportDuplicates(
      report,
      ["documents"],
      manifest.documents.map((document) => document.id),
      "id",
    );
    reportDuplicates(
      report,
      ["files"],
      FILE_KEYS.map((key) => manifest.files[key]),
    );

    const actions = files.planFramework.pillars.flatMap((pillar) => pillar.actions);
    const found = {
      members: files.members.members.length,
      topics: files.topics.topics.length,
      ratedTopics: files.topics.topics.filter((topic) => topic.rated).length,
      pillars: files.planFramework.pillars.length,
      actions: actions.length,
      entries: actions.flatMap((action) => action.entries).length,
      activities: files.activities.activities.length,
      strategicActions: files.strategicPlan.pillars.flatMap((pillar) => pillar.actions).length,
    };
    for (const [what, count] of Object.entries(found)) {
      const expected = Object.entries(manifest.counts).find(([key]) => key === what)?.[1];
      if (expected !== count) report(["counts", what], `The manifest says ${expected}, the files have ${count}.`);
    }
  });
}

function checkTextsAndSources({ manifest, files, demonstration }: ShapedPack): readonly PackFault[] {
  const languages = manifest.languages.map((language) => language.id);
  const documents = idsOf(manifest.documents);
  const check = (report: Report, path: readonly PropertyKey[], value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        check(report, [...path, index], item);
      });
      return;
    }
    if (typeof value !== "object" || value === null) return;
    if ("en" in value) {
      const missing = languages.filter((language) => !(language in value));
      for (const language of missing) report(path, `The text has no “${language}”.`);
      for (const key of Object.keys(value)) {
        if (!languages.includes(key)) report([...path, key], `“${key}” is no language of this pack.`);
      }
    }
    if ("document" in value && typeof value.document === "string" && !documents.has(value.document)) {
      report([...path, "document"], `The manifest has no document “${value.document}”.`);
    }
    for (const [key, inner] of Object.entries(value)) check(report, [...path, key], inner);
  };
  return [
    ...faultsOf("pack.json", (report) => check(report, [], manifest)),
    ...FILE_KEYS.flatMap((key) => faultsOf(manifest.files[key], (report) => check(report, [], files[key]))),
    ...faultsOf(manifest.demonstration ?? "", (report) => check(report, [], demonstration)),
  ];
}
