import { z } from "zod";
import type { DeliveryMode } from "~/analysis/plan/problem";
import type { Funder, Member } from "~/db/members";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { EffectiveSetting } from "~/db/settings";

/** What a planner sets for a proposal; everything else is a setting of the office. Whole currency units. */
export const ProposalSettings = z.object({
  budget: z.int().min(0),
  /** Money of each funder by id; 0 leaves it out. */
  funders: z.record(z.string(), z.int().min(0)),
  absorptionLimit: z.int().min(1),
  islandsAtLeast: z.int().min(0),
  /** Workdays of the office in an ordinary month. */
  officeDays: z.int().min(0),
});
export type ProposalSettings = Readonly<z.infer<typeof ProposalSettings>>;

/** Delivery modes of a pack that the proposal plans with, by the pack's ids. */
export const DELIVERY: Readonly<Record<string, DeliveryMode>> = {
  national: "national",
  "sub-regional": "subRegional",
  regional: "regional",
  virtual: "virtual",
};

/** A number among the settings, or what to take without it. */
export function numberSetting(settings: readonly EffectiveSetting[], key: string, otherwise: number): number {
  const value = settings.find((setting) => setting.key === key)?.value;
  return typeof value === "number" ? value : otherwise;
}

const Equity = z.object({ group: z.string(), atLeast: z.int().min(0) });

/** The group of members of whom so many at least must have a need covered. */
export function equitySetting(settings: readonly EffectiveSetting[]): z.infer<typeof Equity> | null {
  const parsed = Equity.safeParse(settings.find(({ key }) => key === "planning.equity")?.value);
  return parsed.success ? parsed.data : null;
}

/** What a new proposal starts with: all the money of all funders, the office's own rules. */
export function startingSettings(
  settings: readonly EffectiveSetting[],
  funders: readonly Funder[],
  members: readonly Pick<Member, "groupIds">[],
): ProposalSettings {
  const amounts = funders.map(({ id, amount }): [string, number] => [id, Math.floor(amount?.value ?? 0)]);
  const equity = equitySetting(settings);
  const islands = members.filter(({ groupIds }) => equity !== null && groupIds.includes(equity.group)).length;
  return {
    budget: amounts.reduce((sum, [, amount]) => sum + amount, 0),
    funders: Object.fromEntries(amounts.filter(([, amount]) => amount > 0)),
    absorptionLimit: numberSetting(settings, "planning.absorptionLimit", 6),
    islandsAtLeast: Math.min(equity?.atLeast ?? 0, islands),
    officeDays: numberSetting(settings, "planning.officeWorkdaysPerMonth", 80),
  };
}

/** The answer to "how should it be given" as a mode of delivery; `null` if it is none of the four or was not given. */
export function modeOfAnswer(pack: Pick<RegionPack, "planning">, answer: string | null): DeliveryMode | null {
  const mode = pack.planning.modes.find(({ answers }) => answer !== null && answers.includes(answer));
  return mode === undefined ? null : (DELIVERY[mode.id] ?? null);
}
