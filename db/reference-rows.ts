import type { ReferenceRows } from "./reference";
import { cycleOfPlan } from "./regions/cycle-dates";
import type { RegionPack } from "./regions/pack-schema";
import type { PackSetting } from "./schema/region";

/**
 * A pack as rows of the reference tables, ready for `loadReference`.
 *
 * Settings get keys of the form `part.name`, as `experts.missionsConfirmed`; the activities of the pack's plan belong to
 * the cycle of that plan, which must be there (`cycleOfPlan`).
 */
export function referenceRowsOf(pack: RegionPack): ReferenceRows {
  const stratumOf = new Map(
    pack.strata.value.flatMap((stratum) => stratum.subRegions.map((subRegion) => [subRegion, stratum.id] as const)),
  );
  const plan = pack.planFramework;
  const strategic = pack.strategicPlan;
  const planActions = plan.pillars.flatMap((pillar) => pillar.actions.map((action) => ({ pillar, action })));
  const strategicActions = strategic.pillars.flatMap((pillar) => pillar.actions.map((action) => ({ pillar, action })));
  const milestones = [
    ...planActions.flatMap(({ action }) => milestonesOf(plan.id, plan.strategy, action)),
    ...strategicActions.flatMap(({ action }) => milestonesOf(strategic.id, strategic.strategy, action)),
  ];

  return {
    subRegions: pack.subRegions.map(({ id, name }, position) => ({ id, name, position })),
    strata: pack.strata.value.map(({ id, name }, position) => ({ id, name, position })),
    members: pack.members.map((member, position) => ({
      id: member.id,
      code: member.code,
      name: member.name,
      variants: [...member.variants],
      subRegionId: member.subRegion,
      stratumId: stratumOf.get(member.subRegion) ?? member.subRegion,
      languages: [...member.languages],
      workingLanguages: [...member.workingLanguages],
      timeZone: member.timeZone,
      position,
    })),
    memberGroups: pack.groups.map(({ id, name, lens, members }, position) => ({
      id,
      name,
      lens,
      membersKnown: members !== null,
      position,
    })),
    groupMemberships: pack.groups.flatMap(({ id, members }) =>
      (members ?? []).map((memberId) => ({ groupId: id, memberId })),
    ),
    sections: pack.sections.map(({ id, name }, position) => ({ id, name, position })),
    accreditationAreas: pack.accreditationAreas.map(({ id, name }, position) => ({ id, name, position })),
    topics: pack.topics.map((topic, position) => ({
      id: topic.id,
      name: topic.name,
      shortName: topic.shortName,
      abbreviation: topic.abbreviation,
      description: topic.description,
      sectionId: topic.section,
      rated: topic.rated,
      accreditationAreaId: topic.accreditationArea,
      position,
    })),
    planFrameworks: [
      {
        id: plan.id,
        title: plan.title,
        titleTemplate: plan.titleTemplate,
        columns: plan.columns,
        rsp: plan.strategy,
        periodStart: plan.period.start,
        periodEnd: plan.period.end,
      },
      {
        id: strategic.id,
        title: strategic.title,
        rsp: strategic.strategy,
        periodStart: strategic.period.start,
        periodEnd: strategic.period.end,
        memberCount: strategic.memberCount,
      },
    ],
    pillars: [
      ...plan.pillars.map(({ number, title, label }) => ({ frameworkId: plan.id, number, title, label })),
      ...strategic.pillars.map(({ number, title }) => ({ frameworkId: strategic.id, number, title })),
    ],
    actions: [
      ...planActions.map(({ pillar, action }, position) => ({
        ...actionRow(plan.id, pillar.number, action, position),
        sharesWorkWith: [...action.sharesWorkWith],
      })),
      ...strategicActions.map(({ pillar, action }, position) => ({
        ...actionRow(strategic.id, pillar.number, action, position),
        targetText: [...action.targetText],
        timeframe: action.timeframe,
      })),
    ],
    rspMilestones: [...new Map(milestones.map(({ milestone }) => [milestone.id, milestone])).values()],
    actionMilestones: milestones.map(({ link }) => link),
    actionTopics: pack.topics.flatMap((topic) => [
      ...topic.actions.map((actionId) => ({ frameworkId: plan.id, actionId, topicId: topic.id })),
      ...topic.strategicActions.map((actionId) => ({ frameworkId: strategic.id, actionId, topicId: topic.id })),
    ]),
    kpiTargets: strategicActions.flatMap(({ action }) =>
      action.targets.map((target, position) => ({
        frameworkId: strategic.id,
        actionId: action.id,
        position,
        kpi: target.kpi ?? null,
        kind: target.kind,
        atLeast: target.atLeast,
        of: "of" in target ? target.of : null,
        basis: "basis" in target ? target.basis : null,
        statistic: "statistic" in target ? target.statistic : null,
      })),
    ),
    funders: pack.funders.map((funder, position) => ({
      id: funder.id,
      name: funder.name,
      kind: funder.kind,
      amount: funder.amount,
      conditions: funder.conditions,
      text: funder.text,
      position,
    })),
    trainingCentres: pack.centres.map((centre, position) => ({
      id: centre.id,
      name: centre.name,
      memberId: centre.member,
      place: centre.place,
      hosts: centre.hosts,
      position,
    })),
    settings: [
      ...settingsOf("costs", pack.costs),
      ...settingsOf("experts", pack.expertRules),
      ...settingsOf("planning", pack.planning),
    ],
    activities: pack.activities.map((activity) => ({
      id: activity.id,
      title: activity.title,
      scope: activity.scope,
      form: activity.form,
      targetGroup: activity.group,
      cycleId: cycleOfPlan(pack).id,
    })),
    activityTopics: pack.activities.flatMap(({ id, topics }) => topics.map((topicId) => ({ activityId: id, topicId }))),
    activityMembers: pack.activities.flatMap(({ id, members }) =>
      members.map((memberId) => ({ activityId: id, memberId })),
    ),
  };
}

type PrintedAction = RegionPack["planFramework"]["pillars"][number]["actions"][number];

function actionRow(
  frameworkId: string,
  pillarNumber: number,
  action: Pick<PrintedAction, "id" | "letter" | "label" | "text" | "rspPrinted" | "kpis">,
  position: number,
) {
  const { id, letter, label, text, rspPrinted, kpis } = action;
  return { frameworkId, id, pillarNumber, letter, label, text, rspPrinted, kpis: [...kpis], position };
}

function milestonesOf(frameworkId: string, rsp: string, action: Pick<PrintedAction, "id" | "rspRefs">) {
  return action.rspRefs
    .flatMap(({ objective, milestones }) => milestones.map((number) => ({ objective, number })))
    .map(({ objective, number }, position) => {
      const id = `${rsp}/${objective}-m${number}`;
      return {
        milestone: { id, rsp, objective, number },
        link: { frameworkId, actionId: action.id, milestoneId: id, position },
      };
    });
}

/** Every setting of a part of the pack, with its basis or source; what is no setting is left to the pack itself. */
function settingsOf(part: string, values: object): { key: string; pack: PackSetting<unknown> }[] {
  return Object.entries(values).flatMap(([name, value]) =>
    isSetting(value) ? [{ key: `${part}.${name}`, pack: value }] : [],
  );
}

function isSetting(value: unknown): value is PackSetting<unknown> {
  return typeof value === "object" && value !== null && "value" in value;
}
