import type { Database } from "~/db/engine/database";
import { findRoundAnswers } from "~/db/round-answers";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { compiledVersion } from "../answering/compiled-version";

export interface RankableRound extends RoundSummary {
  /** When the last of its counting answers was received, ISO 8601; empty without any. */
  readonly changedAt: string;
}

/**
 * The survey of members that a ranking is made from: the latest closed one that rates topics, else the latest open one
 * with answers. Practice rounds are nobody's needs.
 */
export async function findRankableRound(db: Database): Promise<RankableRound | undefined> {
  const candidates = (await findRounds(db)).filter(
    (round) => round.audience === "members" && !round.anonymous && !round.practice && round.submitted > 0,
  );
  const ordered = [
    ...candidates.filter(({ state }) => state === "closed"),
    ...candidates.filter(({ state }) => state === "open"),
  ];
  for (const round of ordered) {
    const { compiled } = await compiledVersion(db, round.versionId);
    if (!compiled.items.some(({ measure }) => measure === "importance")) continue;
    const answers = await findRoundAnswers(db, { roundId: round.id });
    const changedAt =
      answers
        .map(({ receivedAt }) => receivedAt.toISOString())
        .sort()
        .at(-1) ?? "";
    return { ...round, changedAt };
  }
  return undefined;
}
