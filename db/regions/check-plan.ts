import type { PackFault } from "./fault";
import type { ShapedPack } from "./pack-schema";
import { faultsOf, idsOf, type Report, reportDuplicates, reportUnknown } from "./references";

type Pillar = ShapedPack["files"]["planFramework"]["pillars"][number];
type Action = Pillar["actions"][number];
type NumberedAction = Pick<Action, "id" | "letter" | "label" | "rspPrinted" | "rspRefs">;

export function checkPlan(pack: ShapedPack): readonly PackFault[] {
  return [...checkFramework(pack), ...checkActivities(pack)];
}

function checkFramework({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { pillars, period } = files.planFramework;
  const actions = pillars.flatMap((pillar) => pillar.actions);
  const actionIds = idsOf(actions);
  const activities = new Map(files.activities.activities.map((activity) => [activity.id, activity]));

  return faultsOf(manifest.files.planFramework, (report) => {
    if (Number(period.start.slice(5)) !== manifest.cycleStartMonth) {
      report(["period", "start"], `A cycle starts in month ${manifest.cycleStartMonth}.`);
    }
    if (monthNumber(period.end) - monthNumber(period.start) !== 11) report(["period"], "A plan covers twelve months.");
    checkPillars(report, pillars);
    pillars.forEach((pillar, pillarIndex) => {
      pillar.actions.forEach((action, actionIndex) => {
        const path = ["pillars", pillarIndex, "actions", actionIndex] as const;
        reportUnknown(report, [...path, "sharesWorkWith"], action.sharesWorkWith, actionIds, "action");
        for (const other of actions.filter(({ id }) => action.sharesWorkWith.includes(id))) {
          if (!other.sharesWorkWith.includes(action.id)) {
            report([...path, "sharesWorkWith"], `“${other.id}” does not name “${action.id}” in return.`);
          }
        }
        action.entries.forEach((entry, entryIndex) => {
          const place = [...path, "entries", entryIndex] as const;
          const expected = `${action.id}-${String(entryIndex + 1).padStart(2, "0")}`;
          if (entry.id !== expected) report([...place, "id"], `The entry in this place is called “${expected}”.`);
          const activity = activities.get(entry.activity);
          if (!activity) report([...place, "activity"], `There is no activity “${entry.activity}”.`);
          else
            reportUnknown(
              report,
              [...place, "members"],
              entry.members,
              new Set(activity.members),
              "member of the activity",
            );
          reportUnknown(report, [...place, "seeAlso"], [...new Set(entry.seeAlso)], actionIds, "action");
          if ((entry.seeAlsoPrinted === null) !== (entry.seeAlso.length === 0)) {
            report(
              [...place, "seeAlso"],
              "The printed reference and the list of actions do not agree on whether there is one.",
            );
          }
        });
      });
    });
  });
}

function checkActivities({ manifest, files }: ShapedPack): readonly PackFault[] {
  const { plan, activities } = files.activities;
  const actions = files.planFramework.pillars.flatMap((pillar) => pillar.actions);
  const topicIds = idsOf(files.topics.topics);
  const memberIds = idsOf(files.members.members);
  const groupIds = idsOf(files.members.groups);

  return faultsOf(manifest.files.activities, (report) => {
    if (plan !== files.planFramework.id) report(["plan"], `The plan framework is “${files.planFramework.id}”.`);
    reportDuplicates(
      report,
      ["activities"],
      activities.map((activity) => activity.id),
      "id",
    );
    activities.forEach((activity, index) => {
      const path = ["activities", index] as const;
      reportUnknown(report, [...path, "topics"], activity.topics, topicIds, "topic");
      reportUnknown(report, [...path, "members"], activity.members, memberIds, "member");
      if (activity.group !== null && !groupIds.has(activity.group)) {
        report([...path, "group"], `There is no group “${activity.group}”.`);
      }
      const standsIn = actions.filter((action) => action.entries.some((entry) => entry.activity === activity.id));
      const entries = standsIn.flatMap((action) => action.entries).filter((entry) => entry.activity === activity.id);
      reportDifference(
        report,
        [...path, "actions"],
        activity.actions,
        standsIn.map((action) => action.id),
      );
      reportDifference(
        report,
        [...path, "entries"],
        activity.entries,
        entries.map((entry) => entry.id),
      );
    });
  });
}

/** Numbers, letters, labels and references of the pillars and actions of any plan. */
export function checkPillars(
  report: Report,
  pillars: readonly { readonly id: string; readonly number: number; readonly actions: readonly NumberedAction[] }[],
): void {
  reportDuplicates(
    report,
    ["pillars"],
    pillars.map((pillar) => pillar.id),
    "id",
  );
  pillars.forEach((pillar, pillarIndex) => {
    if (pillar.number !== pillarIndex + 1) {
      report(["pillars", pillarIndex, "number"], `The pillar in this place has the number ${pillarIndex + 1}.`);
    }
    pillar.actions.forEach((action, actionIndex) => {
      const path = ["pillars", pillarIndex, "actions", actionIndex] as const;
      const letter = letterOf(actionIndex);
      if (action.letter !== letter) report([...path, "letter"], `The action in this place has the letter “${letter}”.`);
      if (action.id !== `${pillar.number}-${action.letter}`) {
        report([...path, "id"], `The id of this action is “${pillar.number}-${action.letter}”.`);
      }
      if (action.label !== `${pillar.number}-(${action.letter})`) {
        report([...path, "label"], `The label of this action is “${pillar.number}-(${action.letter})”.`);
      }
      action.rspRefs.forEach((ref, refIndex) => {
        const place = [...path, "rspRefs", refIndex];
        if (!action.rspPrinted.includes(ref.objective)) {
          report([...place, "objective"], `The printed reference does not name ${ref.objective}.`);
        }
        const rising = ref.milestones.every((milestone, at) => at === 0 || milestone > (ref.milestones[at - 1] ?? 0));
        if (!rising) report([...place, "milestones"], "Milestones are given once each, in rising order.");
      });
    });
  });
}

/** The office letters its actions a to z, then aa, bb, cc. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return letter.repeat(Math.floor(index / 26) + 1);
}

function reportDifference(
  report: Report,
  path: readonly PropertyKey[],
  said: readonly string[],
  is: readonly string[],
): void {
  if (said.join() !== is.join()) {
    report(path, `The plan framework has ${is.length === 0 ? "none" : is.join(", ")}, this file ${said.join(", ")}.`);
  }
}

function monthNumber(yearMonth: string): number {
  return Number(yearMonth.slice(0, 4)) * 12 + Number(yearMonth.slice(5));
}
