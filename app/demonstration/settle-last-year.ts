import { insertActivity, saveParticipants } from "~/db/activities";
import { decideRequest, findRequests } from "~/db/requests";
import { membersMeant } from "./demonstration-pack";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { streamOf } from "./stream";

/**
 * What became of the year before: workshops held, with who took part, or fallen through, and an answer to every request but a few. The
 * workshops stand in no plan and so belong to no cycle's activities.
 */
export async function settleLastYear(scene: DemonstrationScene): Promise<void> {
  const { db, pack, made, office, cycle, cycleBefore } = scene;
  const at = momentOn(dayAfter(cycle.startsOn, 10), 4);
  for (const workshop of made.lastYear) {
    const startsOn = dayInCycle(cycleBefore.startsOn, workshop.month);
    await insertActivity(db, {
      activity: {
        id: workshop.id,
        title: workshop.title.en,
        scope: workshop.scope,
        form: workshop.form,
        cycleId: null,
        state: workshop.held ? "held" : "cancelled",
        startsOn,
        endsOn: dayAfter(startsOn, 4),
        cancelledBecause: workshop.because?.en ?? null,
        synthetic: true,
        topicIds: [workshop.topic],
        memberIds: [...membersMeant(pack, workshop.who)],
      },
      actor: office,
      at,
    });
    if (workshop.held) await noteParticipants(scene, { workshop, at: momentOn(dayAfter(startsOn, 5), 4) });
  }
  for (const request of await findRequests(db, { cycleId: cycleBefore.id })) {
    const chance = streamOf(made.seed, `${request.memberId}/${request.topicId}/settled`);
    const held = made.lastYear.find(
      ({ topic, who, held: took }) =>
        took && topic === request.topicId && membersMeant(pack, who).has(request.memberId),
    );
    if (held) {
      await decideRequest(db, { id: request.id, state: "met", activityId: held.id, actor: office, at });
      continue;
    }
    if (chance.chance(0.15)) continue;
    const reason = chance.one(made.needs.notBecause).en;
    await decideRequest(db, { id: request.id, state: "notThisYear", notBecause: reason, actor: office, at });
  }
}

/** Two or three of each member were expected, most came; women are about two of five. */
async function noteParticipants(
  { db, pack, made, office }: DemonstrationScene,
  { workshop, at }: { readonly workshop: DemonstrationScene["made"]["lastYear"][number]; readonly at: Date },
): Promise<void> {
  const noted = [...membersMeant(pack, workshop.who)].flatMap((memberId) => {
    const chance = streamOf(made.seed, `${workshop.id}/${memberId}/participants`);
    const expected = 2 + chance.integer(2);
    const present = Math.max(0, expected - (chance.chance(0.2) ? 1 : 0));
    const women = Array.from({ length: present }, () => chance.chance(0.4)).filter(Boolean).length;
    const seats = [
      { attendance: "expected", gender: null, count: expected },
      { attendance: "present", gender: "woman", count: women },
      { attendance: "present", gender: "man", count: present - women },
    ] as const;
    return seats.filter(({ count }) => count > 0).map((seat) => ({ memberId, ...seat }));
  });
  await saveParticipants(db, { activityId: workshop.id, participants: noted, actor: office, at });
}

/** The second Monday of a month within a cycle. */
function dayInCycle(cycleStartsOn: string, month: number): string {
  const year = Number(cycleStartsOn.slice(0, 4));
  const later = month < Number(cycleStartsOn.slice(5, 7)) ? 1 : 0;
  const first = `${year + later}-${String(month).padStart(2, "0")}-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return dayAfter(first, ((8 - weekday) % 7) + 7);
}
