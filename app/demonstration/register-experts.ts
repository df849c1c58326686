import { insertCycle } from "~/db/cycles";
import { recordStanding, saveExpert } from "~/db/experts";
import { insertPerson } from "~/db/people";
import { cycleAt } from "~/db/regions/cycle-dates";
import { insertMission } from "~/db/requests";
import type { StandingStep } from "~/db/schema/experts";
import type { Demonstration } from "./demonstration-pack";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { type Stream, streamOf } from "./stream";

type ExpertMade = Demonstration["experts"][number];

const YEAR = 365.25;
/** The way of an accreditation, each step with the part of the way that is done when it is reached. */
const WAY: readonly (readonly [StandingStep, number])[] = [
  ["nominated", 0],
  ["preScreened", 0.15],
  ["preAccredited", 0.4],
  ["inFieldMissions", 0.55],
  ["accredited", 1],
];
/** Years from nomination to the step reached, where the pack does not say. */
const TOOK = 1.4;

/** Puts experts and candidates into the register, with their way to where they stand and the missions they led. */
export async function registerExperts({ db, pack, made, anchorDate, office }: DemonstrationScene): Promise<void> {
  const at = momentOn(dayAfter(anchorDate, -90), 5);
  const registered: { readonly id: string; readonly expert: ExpertMade; readonly chance: Stream }[] = [];
  for (const [index, expert] of made.experts.entries()) {
    const name = `Expert ${String(index + 1).padStart(2, "0")} (synthetic)`;
    const chance = streamOf(made.seed, name);
    const { id } = await insertPerson(db, { name, memberId: expert.member, actor: office, at });
    const confirmed =
      expert.confirmed === undefined ? null : cycleAt(pack, dayAfter(anchorDate, -expert.confirmed * YEAR));
    if (confirmed) await insertCycle(db, confirmed);
    await saveExpert(db, {
      personId: id,
      entry: {
        kind: expert.kind,
        gender: expert.gender ?? null,
        trainingCentreId: expert.trainingCentre ?? null,
        released: expert.released ?? true,
        missionsPerYear: expert.missionsPerYear ?? null,
        confirmedCycleId: confirmed?.id ?? null,
        nominatedBy: expert.kind === "pool" ? (expert.trainingCentre ? "trainingCentre" : "administration") : null,
        consentAt: momentOn(dayAfter(anchorDate, -120), 4),
        synthetic: true,
        languages: expert.languages,
        topicIds: expert.topics ?? [],
        conflicts: (expert.conflicts ?? []).map(({ member, kind }) => ({
          memberId: member,
          kind,
          since: dayAfter(anchorDate, -500),
        })),
      },
      actor: office,
      at,
    });
    for (const standing of expert.standings) {
      for (const { step, since } of wayTo(standing, anchorDate))
        await recordStanding(db, { personId: id, areaId: standing.area, step, since, actor: office, at });
    }
    registered.push({ id, expert, chance });
  }

  for (const { id, expert, chance } of registered) {
    for (const yearsAgo of expert.led ?? []) {
      const topic = pack.topics.find(
        ({ id: topicId, accreditationArea }) =>
          accreditationArea === expert.standings[0]?.area || expert.topics?.includes(topicId),
      );
      const hosts = pack.members.filter(
        ({ id: memberId }) =>
          memberId !== expert.member && !expert.conflicts?.some((conflict) => conflict.member === memberId),
      );
      if (!topic || hosts.length === 0) continue;
      const startsOn = dayAfter(anchorDate, -yearsAgo * YEAR);
      const endsOn = dayAfter(startsOn, 4);
      const second = registered.find(
        (other) => other.expert.standings[0]?.step === "inFieldMissions" && sharesArea(other.expert, expert),
      );
      const rated = (person: string, seat: string) => ({
        seat,
        personId: person,
        rating: chance.one([3, 4, 4, 5, 5]),
        evaluatedOn: dayAfter(endsOn, 30),
      });
      const asked = hosts.filter(({ id: memberId }) => !made.needs.silent.includes(memberId));
      await insertMission(db, {
        mission: {
          memberId: chance.one(asked.length > 0 ? asked : hosts).id,
          topicId: topic.id,
          kind: "support",
          startsOn,
          endsOn,
          synthetic: true,
        },
        seats: [rated(id, "lead"), ...(second && yearsAgo < 1 ? [rated(second.id, "second")] : [])],
        actor: office,
        at: momentOn(endsOn, 6),
      });
    }
  }
}

const sharesArea = (one: ExpertMade, other: ExpertMade): boolean =>
  one !== other && one.standings.some(({ area }) => area === other.standings[0]?.area);

/** Every step up to the one reached, dated; lapsed and withdrawn follow a whole way. */
function wayTo(
  { step, yearsAgo, took = TOOK }: ExpertMade["standings"][number],
  anchorDate: string,
): readonly { readonly step: StandingStep; readonly since: string }[] {
  const reached = WAY.findIndex(([name]) => name === step);
  const way = reached < 0 ? WAY : WAY.slice(0, reached + 1);
  const whole = way.at(-1)?.[1] || 1;
  const steps = way.map(([name, part]) => ({
    step: name,
    since: dayAfter(anchorDate, -(yearsAgo + took * (1 - part / whole) * whole) * YEAR),
  }));
  return reached < 0 ? [...steps, { step, since: dayAfter(anchorDate, -yearsAgo * YEAR + 30) }] : steps;
}
