import type { Translator } from "~/app/i18n/translate";
import { cycleAt } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { SupplyNames } from "./read-supply";

/** Names for the ids of a supply analysis, in one language. Whoever left the region or the register keeps the id. */
export interface SupplyWords {
  readonly expert: (id: string) => string;
  readonly member: (id: string | null) => string;
  readonly topic: (id: string) => string;
  readonly area: (id: string) => string;
  readonly language: (tag: string) => string;
  /** The cycle that begins in a year, as people write it. */
  readonly cycle: (year: number) => string;
}

export function supplyWords(
  names: Pick<SupplyNames, "experts" | "members" | "topics" | "areas">,
  { pack, t }: { readonly pack: Pick<RegionPack, "manifest">; readonly t: Translator },
): SupplyWords {
  const spoken = new Map(pack.manifest.spokenLanguages.map(({ id, name }) => [id, name]));
  return {
    expert: (id) => names.experts.get(id)?.name ?? id,
    member: (id) => (id === null ? "" : t.pick(names.members.get(id)?.name) || id),
    topic: (id) => t.pick(names.topics.get(id)?.shortName) || id,
    area: (id) => t.pick(names.areas.get(id)?.name) || id,
    language: (tag) => t.pick(spoken.get(tag)) || tag,
    cycle: (year) => t.cycle(cycleAt(pack, `${year}-${String(pack.manifest.cycleStartMonth).padStart(2, "0")}-01`).id),
  };
}
