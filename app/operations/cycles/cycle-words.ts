import type { Translator } from "~/app/i18n/translate";
import type { CarriedLine, NewCarriedLine } from "~/db/carried-lines";
import type { Database } from "~/db/engine/database";
import { findMembers, findTopics } from "~/db/members";

/** Names for what is carried over, in one language. */
export interface CycleWords {
  readonly member: (id: string) => string;
  readonly topic: (id: string) => string;
  readonly line: (line: CarriedLine | NewCarriedLine) => CarriedLineInWords;
}

export interface CarriedLineInWords {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly whom: string | null;
  readonly why: string;
}

export async function cycleWords(db: Database, t: Translator): Promise<CycleWords> {
  const members = new Map((await findMembers(db)).map(({ id, name }) => [id, t.pick(name)]));
  const topics = new Map((await findTopics(db)).map(({ id, shortName }) => [id, t.pick(shortName)]));
  const member = (id: string) => members.get(id) ?? id;
  return {
    member,
    topic: (id) => topics.get(id) ?? id,
    line: ({ id, title, activityId, fromCycleId, cycleId, memberIds, because }) => ({
      id,
      title,
      what: activityId
        ? t("cycles.carried.notHeld", { cycle: t.cycle(fromCycleId) })
        : t("cycles.carried.leftOut", { cycle: t.cycle(cycleId) }),
      whom: memberIds?.length ? t("cycles.carried.for", { members: t.list(memberIds.map(member)) }) : null,
      why: t.pick(because) || t("cycles.carried.noReason"),
    }),
  };
}
