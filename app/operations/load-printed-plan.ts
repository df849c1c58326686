import canonicalize from "canonicalize";
import type { Database } from "~/db/engine/database";
import { loadPlan, type Plan } from "~/db/plans";
import { cycleOfPlan } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";

/** Stores the pack's printed plan as the plan of its cycle, titles and references as printed; repeating it is harmless. */
export async function loadPrintedPlan(
  db: Database,
  { pack, at }: { readonly pack: RegionPack; readonly at: Date },
): Promise<Plan> {
  const { planFramework } = pack;
  const entries = planFramework.pillars.flatMap((pillar) =>
    pillar.actions.flatMap((action) => action.entries.map((entry) => ({ action, entry }))),
  );
  return loadPlan(db, {
    cycleId: cycleOfPlan(pack).id,
    at,
    content: {
      frameworkId: planFramework.id,
      title: planFramework.title,
      document: canonicalize(planFramework) ?? "{}",
      // The activities of the pack are reference data and there already.
      activities: [],
      listings: entries.map(({ action, entry }) => ({
        id: entry.id,
        actionId: action.id,
        activityId: entry.activity,
        title: entry.title,
        seeAlsoPrinted: entry.seeAlsoPrinted,
        seeAlso: [...entry.seeAlso],
        memberIds: [...entry.members],
        cellUncertain: entry.cellUncertain ?? false,
      })),
    },
  });
}
