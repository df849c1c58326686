import { requestConclusion } from "~/app/demonstration/conclude-survey";
import type { DemonstrationScene } from "~/app/demonstration/demonstration-scene";
import { dayAfter, momentOn } from "~/app/demonstration/demonstration-scene";
import { holdNeedsSurvey } from "~/app/demonstration/hold-needs-survey";
import { makePeople } from "~/app/demonstration/make-people";
import { openPracticeSurvey } from "~/app/demonstration/open-practice-survey";
import { publishSurveys } from "~/app/demonstration/publish-surveys";
import { registerExperts } from "~/app/demonstration/register-experts";
import { settleLastYear } from "~/app/demonstration/settle-last-year";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { cycleAt } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";

/**
 * Makes up a cycle of the office, by the operations that people use: surveys published, answered, signed off; experts
 * and missions registered; a practice survey open. What takes long is left to jobs: the rankings, which are then
 * published, the count of experts, and a proposal. The same pack, seed and anchor date give the same content.
 *
 * Call it in the transaction that founds the office: an interrupted start leaves nothing behind and is made again.
 */
export async function loadDemonstration(
  tx: Database,
  {
    pack,
    anchorDate,
    foundedAt,
    step,
  }: {
    readonly pack: RegionPack;
    readonly anchorDate: string;
    readonly foundedAt: Date;
    readonly step: (text: string) => void;
  },
): Promise<void> {
  const made = pack.demonstration;
  if (!made) return;
  const cycle = cycleAt(pack, anchorDate);
  const cycleBefore = cycleAt(pack, dayAfter(cycle.startsOn, -1));
  await insertCycle(tx, cycleBefore);
  await insertCycle(tx, cycle);

  step("Making up the office's people and publishing its surveys ...");
  const began = momentOn(dayAfter(anchorDate, -440), 3);
  const people = await makePeople(tx, { pack, made, at: began });
  const coordinator = people.get("coordinator");
  const office = coordinator ? { personId: coordinator } : {};
  const versions = await publishSurveys(tx, { pack, actor: office, at: began });
  const versionId = versions.get("needs");
  if (!versionId) throw new Error("the pack has no needs survey");

  const scene: DemonstrationScene = { db: tx, pack, made, anchorDate, cycle, cycleBefore, office, step };
  const before = await holdNeedsSurvey(scene, { versionId, yearsAgo: 1, previousRoundId: null });
  step("Registering experts, candidates and their missions ...");
  await registerExperts(scene);
  await settleLastYear(scene);
  const now = await holdNeedsSurvey(scene, { versionId, yearsAgo: 0, previousRoundId: before });
  await openPracticeSurvey(scene, { versionId, previousRoundId: now });
  // Long work waits for the server to run; the pages show it under way.
  await requestConclusion(tx, { roundIds: [before, now], at: foundedAt });
}
