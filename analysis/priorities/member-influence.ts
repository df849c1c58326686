import { compareIds } from "~/analysis/compare-ids";
import { competitionRanks } from "../numeric/competition-ranks";
import { MINIMUM_FOR_RANK } from "./minimum-answers";
import { type PriorityMethod, scoreFromSums } from "./priority-method";
import type { RatingMatrix } from "./rating-matrix";
import { PACK, type ScoreChannels, scoreChannels } from "./score-channels";

/** What the ranking would be without one member. */
export interface MemberInfluence {
  readonly member: string;
  readonly leavesTopFive: readonly string[];
  readonly entersTopFive: readonly string[];
  /** Places by which all topics together would move. */
  readonly placesMoved: number;
}

/**
 * The ranking without each member in turn, who changes the first five most first; equal changes by places moved over
 * all topics, then by id. For the office only.
 *
 * @see docs/methods/fragility.md
 */
export function memberInfluence(
  matrix: RatingMatrix,
  method: PriorityMethod = "meanWeightedDiscrepancy",
): MemberInfluence[] {
  const channels = scoreChannels(matrix, method);
  const ranksWithout = rankerWithout(channels);
  const all = ranksWithout(null);
  const topFive = (ranks: readonly (number | null)[]) => channels.topics.filter((_, t) => (ranks[t] ?? 6) <= 5);
  const before = topFive(all);
  return channels.respondents
    .map((member, row) => {
      const ranks = ranksWithout(row);
      const now = topFive(ranks);
      return {
        member,
        leavesTopFive: before.filter((topic) => !now.includes(topic)),
        entersTopFive: now.filter((topic) => !before.includes(topic)),
        placesMoved: ranks.reduce<number>(
          (sum, rank, t) => sum + Math.abs((rank ?? channels.topics.length) - (all[t] ?? 0)),
          0,
        ),
      };
    })
    .sort(
      (a, b) =>
        b.leavesTopFive.length + b.entersTopFive.length - a.leavesTopFive.length - a.entersTopFive.length ||
        b.placesMoved - a.placesMoved ||
        compareIds(a.member, b.member),
    );
}

/** Places without one row; sums are whole numbers, so taking a member out is exact. */
function rankerWithout(channels: ScoreChannels): (left: number | null) => (number | null)[] {
  const k = channels.topics.length;
  const totals = channels.topics.map((_, t) => {
    const sums = { scores: 0, answers: 0 };
    for (let row = 0; row < channels.respondents.length; row += 1) {
      sums.scores += channels.scores[row * k + t] ?? 0;
      sums.answers += channels.answers[row * k + t] ?? 0;
    }
    return sums;
  });
  return (left) =>
    competitionRanks(
      totals.map((total, t) => {
        const scores = total.scores - (left === null ? 0 : (channels.scores[left * k + t] ?? 0));
        const answers = total.answers - (left === null ? 0 : (channels.answers[left * k + t] ?? 0));
        const low = Math.floor(scores / PACK);
        const notApplicable = Math.floor(answers / PACK);
        const raters = answers - notApplicable * PACK;
        if (raters < MINIMUM_FOR_RANK) return null;
        return scoreFromSums(channels.method, scores - low * PACK, low, raters, notApplicable);
      }),
    );
}
