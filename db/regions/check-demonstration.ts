import type { PackFault } from "./fault";
import type { ShapedPack } from "./pack-schema";
import { faultsOf, idsOf, reportDuplicates, reportUnknown } from "./references";

/** Whether what is made up speaks of members, topics, areas, languages and centres that the pack has. */
export function checkDemonstration({ manifest, files, demonstration }: ShapedPack): readonly PackFault[] {
  if (!demonstration || manifest.demonstration === undefined) return [];
  const members = idsOf(files.members.members);
  const who = new Set([...members, ...idsOf(files.members.subRegions), ...idsOf(files.members.groups)]);
  const topics = idsOf(files.topics.topics.filter(({ rated }) => rated));
  const areas = idsOf(files.topics.accreditationAreas);
  const languages = idsOf(manifest.spokenLanguages);
  const centres = idsOf(files.centres.centres);
  const { people, needs, open, lastYear, experts } = demonstration;

  return faultsOf(manifest.demonstration, (report) => {
    const named = [people.coordinator, people.member, people.visitor].filter((id) => id !== null);
    for (const id of new Set(named)) reportUnknown(report, ["people"], [id], members, "member");
    for (const key of ["silent", "silentBefore", "late", "reopened", "unsigned", "contradicting", "asking"] as const)
      reportUnknown(report, ["needs", key], needs[key], members, "member");
    const answering = needs.silent.length < members.size;
    if (!answering) report(["needs", "silent"], "Nobody is left to answer.");
    if (needs.silent.includes(people.member)) report(["people", "member"], "This member is silent.");
    const rated = needs.topics.map(({ topic }) => topic);
    reportUnknown(report, ["needs", "topics"], rated, topics, "rated topic");
    const moved = needs.since.map(({ topic }) => topic);
    reportUnknown(report, ["needs", "since"], moved, topics, "rated topic");
    const looking = [...open.begun.map(({ member }) => member), ...open.opened];
    reportUnknown(report, ["open"], looking, members, "member");
    reportDuplicates(report, ["open"], looking, "member");
    if (looking.includes(people.visitor)) report(["open"], "The survey of whoever looks is begun already.");
    needs.members.forEach((shift, index) => {
      reportUnknown(report, ["needs", "members", index, "who"], shift.who, who, "member, sub-region or group");
      reportUnknown(report, ["needs", "members", index, "topics"], shift.topics ?? [], topics, "rated topic");
    });
    needs.notApplicable.forEach((rule, index) => {
      reportUnknown(report, ["needs", "notApplicable", index, "who"], rule.who, who, "member, sub-region or group");
      reportUnknown(report, ["needs", "notApplicable", index, "topics"], rule.topics, topics, "rated topic");
    });
    reportUnknown(report, ["needs", "beyondTraining"], needs.beyondTraining, topics, "rated topic");
    const straight = needs.straight.map(({ member }) => member);
    reportUnknown(report, ["needs", "straight"], straight, members, "member");
    needs.wishes.forEach(({ topic }, index) => {
      reportUnknown(report, ["needs", "wishes", index], [topic], topics, "rated topic");
    });
    reportDuplicates(
      report,
      ["lastYear"],
      lastYear.map(({ id }) => id),
      "id",
    );
    lastYear.forEach((workshop, index) => {
      reportUnknown(report, ["lastYear", index, "topic"], [workshop.topic], topics, "rated topic");
      reportUnknown(report, ["lastYear", index, "who"], workshop.who, who, "member, sub-region or group");
    });
    experts.forEach((expert, index) => {
      const at = (key: string) => ["experts", index, key];
      if (expert.member) reportUnknown(report, at("member"), [expert.member], members, "member");
      reportUnknown(report, at("languages"), expert.languages, languages, "spoken language");
      reportUnknown(
        report,
        at("standings"),
        expert.standings.map(({ area }) => area),
        areas,
        "accreditation area",
      );
      reportUnknown(report, at("topics"), expert.topics ?? [], topics, "rated topic");
      reportUnknown(
        report,
        at("conflicts"),
        (expert.conflicts ?? []).map(({ member }) => member),
        members,
        "member",
      );
      if (expert.trainingCentre)
        reportUnknown(report, at("trainingCentre"), [expert.trainingCentre], centres, "centre");
    });
  });
}
