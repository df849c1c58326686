import type { RegionPack } from "~/db/regions/pack-schema";
import type { GivenRows } from "~/surveys/answer-document";
import { type Demonstration, membersMeant } from "./demonstration-pack";

/** The rows that a member's needs survey is given: workshops of the year before that it was in, and those that fell through. */
export function givenLastYear(
  { pack, made }: { readonly pack: RegionPack; readonly made: Demonstration },
  { memberId, language, yearsAgo }: { readonly memberId: string; readonly language: string; readonly yearsAgo: number },
): GivenRows {
  // What was before the year before is not made up.
  if (yearsAgo > 0) return {};
  const rows = (held: boolean) =>
    made.lastYear
      .filter((workshop) => workshop.held === held && membersMeant(pack, workshop.who).has(memberId))
      .map(({ id, title }) => ({ id, title: title[language] ?? title.en }));
  return { activities: rows(true), plannedActivities: rows(false) };
}
