import type { PackFault } from "./fault";
import type { ShapedPack } from "./pack-schema";
import { faultsOf, idsOf, reportDuplicates, reportUnknown } from "./references";

const LONGEST_SHORT_NAME = 30;

export function checkTopics({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { sections, topics, accreditationAreas } = files.topics;
  const actions = files.planFramework.pillars.flatMap((pillar) => pillar.actions);
  const actionIds = idsOf(actions);
  const strategicIds = idsOf(files.strategicPlan.pillars.flatMap((pillar) => pillar.actions));

  return faultsOf(manifest.files.topics, (report) => {
    reportDuplicates(
      report,
      ["sections"],
      sections.map((section) => section.id),
      "id",
    );
    sections.forEach(({ id }, index) => {
      if (!topics.some((topic) => topic.section === id && topic.rated)) {
        report(["sections", index], `No rated topic is in “${id}”; the survey would have an empty section.`);
      }
    });

    reportDuplicates(
      report,
      ["accreditationAreas"],
      accreditationAreas.map((area) => area.id),
      "id",
    );
    accreditationAreas.forEach(({ id }, index) => {
      if (!topics.some((topic) => topic.accreditationArea === id)) {
        report(["accreditationAreas", index], `No topic belongs to “${id}”.`);
      }
    });

    const sectionIds = idsOf(sections);
    const areaIds = idsOf(accreditationAreas);
    reportDuplicates(
      report,
      ["topics"],
      topics.map((topic) => topic.id),
      "id",
    );
    reportDuplicates(
      report,
      ["topics"],
      topics.map((topic) => topic.name.en),
      "name",
    );
    reportDuplicates(
      report,
      ["topics"],
      topics.map((topic) => topic.shortName.en),
      "shortName",
    );
    topics.forEach((topic, index) => {
      const path = ["topics", index] as const;
      if (!sectionIds.has(topic.section)) report([...path, "section"], `There is no section “${topic.section}”.`);
      if (topic.accreditationArea !== null && !areaIds.has(topic.accreditationArea)) {
        report([...path, "accreditationArea"], `There is no accreditation area “${topic.accreditationArea}”.`);
      }
      for (const [language, name] of Object.entries(topic.shortName)) {
        if ([...name].length > LONGEST_SHORT_NAME) {
          report([...path, "shortName", language], `The short name has more than ${LONGEST_SHORT_NAME} characters.`);
        }
      }
      reportUnknown(report, [...path, "actions"], topic.actions, actionIds, "action");
      reportUnknown(report, [...path, "strategicActions"], topic.strategicActions, strategicIds, "strategic action");
      const milestones = actions
        .filter((action) => topic.actions.includes(action.id))
        .flatMap((action) => action.rspRefs)
        .flatMap((ref) => ref.milestones.map((milestone) => `${ref.objective}-m${milestone}`));
      reportUnknown(report, [...path, "rspRefs"], topic.rspRefs, new Set(milestones), "milestone of its actions");
    });
  });
}
