import type { PackFault } from "./fault";
import type { ShapedPack } from "./pack-schema";
import { Mode } from "./record-schema";
import { faultsOf, idsOf, type Report, reportDuplicates, reportUnknown } from "./references";

export function checkOffice(pack: ShapedPack): readonly PackFault[] {
  return [
    ...checkFunders(pack),
    ...checkCentres(pack),
    ...checkCosts(pack),
    ...checkExperts(pack),
    ...checkPlanning(pack),
    ...checkCalendar(pack),
  ];
}

function checkFunders({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { funders } = files.funders;
  return faultsOf(manifest.files.funders, (report) => {
    reportDuplicates(
      report,
      ["funders"],
      funders.map((funder) => funder.id),
      "id",
    );
    funders.forEach(({ conditions: { value } }, index) => {
      const path = ["funders", index, "conditions", "value"] as const;
      reportDuplicates(report, [...path, "modes"], value.modes ?? []);
      reportUnknown(report, [...path, "topics"], value.topics ?? [], idsOf(files.topics.topics), "topic");
      reportUnknown(report, [...path, "groups"], value.groups ?? [], idsOf(files.members.groups), "group");
    });
  });
}

function checkCentres({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { centres } = files.centres;
  const memberIds = idsOf(files.members.members);
  return faultsOf(manifest.files.centres, (report) => {
    reportDuplicates(
      report,
      ["centres"],
      centres.map((centre) => centre.id),
      "id",
    );
    centres.forEach((centre, index) => {
      if (!memberIds.has(centre.member)) report(["centres", index, "member"], `There is no member “${centre.member}”.`);
    });
  });
}

function checkCosts({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { rules, selfPaying } = files.costs;
  return faultsOf(manifest.files.costs, (report) => {
    reportModes(
      report,
      ["rules"],
      rules.map((rule) => rule.mode),
      "mode",
    );
    if (selfPaying.value !== null && !idsOf(files.members.groups).has(selfPaying.value)) {
      report(["selfPaying", "value"], `There is no group “${selfPaying.value}”.`);
    }
  });
}

function checkExperts({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { rules, framework } = files.experts;
  const areaIds = idsOf(files.topics.accreditationAreas);
  const activityIds = idsOf(files.activities.activities);
  return faultsOf(manifest.files.experts, (report) => {
    const rising = (low: keyof typeof rules, high: keyof typeof rules): void => {
      if (rules[low].value > rules[high].value) {
        report(["rules", low, "value"], `${low} is more than ${high}.`);
      }
    };
    rising("missionsUnconfirmed", "missionsConfirmed");
    rising("missionsLongUnconfirmed", "missionsUnconfirmed");
    rising("viableMembers", "viableCandidates");
    rising("viableCandidates", "maximumCandidates");
    reportDuplicates(
      report,
      ["framework", "prongs"],
      framework.prongs.map((prong) => prong.id),
      "id",
    );
    reportDuplicates(
      report,
      ["framework", "cycle"],
      framework.cycle.map((step) => step.id),
      "id",
    );
    reportDuplicates(
      report,
      ["framework", "rules"],
      framework.rules.map((rule) => rule.id),
      "id",
    );
    framework.pastWorkshops.forEach((workshop, index) => {
      const path = ["framework", "pastWorkshops", index] as const;
      reportUnknown(report, [...path, "areas"], workshop.areas, areaIds, "accreditation area");
      if (workshop.activity !== null && !activityIds.has(workshop.activity)) {
        report([...path, "activity"], `There is no activity “${workshop.activity}”.`);
      }
    });
  });
}

function checkPlanning({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { modes, equity, absorptionWarning, absorptionLimit, evaluationThreshold } = files.planning;
  return faultsOf(manifest.files.planning, (report) => {
    reportModes(
      report,
      ["modes"],
      modes.map((mode) => mode.id),
      "id",
    );
    const answers = modes.flatMap((mode) => mode.answers);
    modes.forEach(({ answers: own, members: { value } }, index) => {
      for (const answer of own.filter((name) => answers.indexOf(name) !== answers.lastIndexOf(name))) {
        report(["modes", index, "answers"], `“${answer}” stands for two modes.`);
      }
      if (value.atLeast > value.atMost) report(["modes", index, "members", "value"], "atLeast is more than atMost.");
    });
    const group = files.members.groups.find(({ id }) => id === equity.value.group);
    if (!group) report(["equity", "value", "group"], `There is no group “${equity.value.group}”.`);
    else if (equity.value.atLeast > (group.members?.length ?? 0)) {
      report(
        ["equity", "value", "atLeast"],
        `The group “${group.id}” has ${group.members?.length ?? 0} known members.`,
      );
    }
    if (absorptionWarning.value > absorptionLimit.value) {
      report(["absorptionWarning", "value"], "The warning comes after the limit.");
    }
    if (evaluationThreshold.value.atLeast > evaluationThreshold.value.of) {
      report(["evaluationThreshold", "value", "atLeast"], "The threshold is above the top of the scale.");
    }
  });
}

function checkCalendar({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { months, fixedEvents, standing } = files.calendar;
  return faultsOf(manifest.files.calendar, (report) => {
    reportDuplicates(
      report,
      ["months"],
      months.map(({ month }) => String(month)),
      "month",
    );
    const lines = { fixedEvents: "fixed", standing: "standing" } as const;
    for (const [list, line] of Object.entries(lines)) {
      const named = (list === "standing" ? standing : fixedEvents).map(({ activity }) => activity);
      const expected = files.activities.activities.filter((activity) => activity.line === line).map(({ id }) => id);
      reportDuplicates(report, [list], named, "activity");
      named.forEach((id, index) => {
        if (!expected.includes(id))
          report([list, index, "activity"], `There is no activity “${id}” of the line “${line}”.`);
      });
      for (const id of expected.filter((activity) => !named.includes(activity))) {
        report([list], `The activity “${id}” is a “${line}” line and is missing here.`);
      }
    }
  });
}

/** Every delivery mode is there once: the machinery may propose any of them. */
function reportModes(report: Report, path: readonly PropertyKey[], modes: readonly Mode[], key: string): void {
  reportDuplicates(report, path, modes, key);
  for (const mode of Mode.options) {
    if (!modes.includes(mode)) report(path, `The mode “${mode}” is missing.`);
  }
}
