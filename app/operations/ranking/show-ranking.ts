import { describeRanking, type RankingDescription } from "./describe-ranking";
import { describeCoverage, describeRobustness, type Robustness } from "./describe-robustness";
import type { RankingInput } from "./ranking-document";
import type { StoredRanking } from "./stored-ranking";

/** A stored ranking as its page shows it: plain data. */
export interface ShownRanking extends RankingDescription {
  readonly runId: string;
  readonly at: string;
  readonly inputSha256: string;
  readonly seed: number;
  readonly replicates: number;
  readonly confidence: number;
  readonly round: RankingInput["round"];
  readonly signedOff: number;
  readonly published: readonly { readonly id: string; readonly name: string; readonly at: string }[];
  /** Difference of two mean gaps from which two topics chosen beforehand differ beyond chance; scale points. */
  readonly detectable: number | null;
  /** Of the region, for the office. */
  readonly robustness: Robustness | null;
  readonly coverage: ReturnType<typeof describeCoverage>;
}

/** `undefined` if there is no such lens for this reader. */
export function showRanking(
  stored: StoredRanking,
  { lens, office }: { readonly lens?: string; readonly office: boolean },
): ShownRanking | undefined {
  const { document } = stored;
  const described = describeRanking(document, { ...(lens ? { lens } : {}), office });
  if (!described) return undefined;
  return {
    ...described,
    runId: stored.runId,
    at: stored.at.toISOString(),
    inputSha256: stored.inputSha256,
    seed: document.parameters.seed,
    replicates: document.parameters.replicates,
    confidence: document.parameters.confidence,
    round: document.input.round,
    signedOff: document.input.revisions.filter(({ state }) => state === "signedOff").length,
    published: stored.published.map(({ id, name, publishedAt }) => ({ id, name, at: publishedAt.toISOString() })),
    detectable: document.region.detectable.singlePair.value,
    robustness: office && described.view.kind === "region" ? describeRobustness(document) : null,
    coverage: describeCoverage(document, { office }),
  };
}
