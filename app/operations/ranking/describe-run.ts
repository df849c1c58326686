import type { Localized } from "./ranking-document";
import type { StoredRanking } from "./stored-ranking";

/** What a stored ranking rests on, for setting two beside each other. */
export interface RunFacts {
  readonly runId: string;
  readonly at: string;
  readonly survey: string;
  readonly version: number;
  readonly n: number;
  readonly N: number;
  readonly topics: number;
  readonly states: readonly string[];
  readonly method: string;
  readonly replicates: number;
  readonly confidence: number;
  readonly seed: number;
  readonly inputSha256: string;
  readonly sha256: string;
  readonly published: string | null;
}

export function describeRun({ runId, at, sha256, inputSha256, document, published }: StoredRanking): RunFacts {
  const { input, parameters, coverage } = document;
  return {
    runId,
    at: at.toISOString(),
    survey: input.round.name,
    version: input.round.version,
    n: coverage.all.n,
    N: coverage.all.N,
    topics: input.topics.length,
    states: parameters.states,
    method: parameters.method,
    replicates: parameters.replicates,
    confidence: parameters.confidence,
    seed: parameters.seed,
    inputSha256,
    sha256,
    published: published[0]?.name ?? null,
  };
}

/** Members whose answers differ between two runs: for the office only. */
export interface DifferentAnswers {
  readonly joined: readonly Localized[];
  readonly left: readonly Localized[];
  /** Sent again; `null` where the runs are of different surveys, so that all answers are others. */
  readonly revised: readonly Localized[] | null;
}

export function differentAnswers(now: StoredRanking, before: StoredRanking): DifferentAnswers {
  const [input, last] = [now.document.input, before.document.input];
  const names = new Map([...last.members, ...input.members].map(({ id, name }) => [id, name]));
  const used = new Map(input.revisions.map(({ member, id }) => [member, id]));
  const usedBefore = new Map(last.revisions.map(({ member, id }) => [member, id]));
  const named = (members: Iterable<string>) => [...members].map((member) => names.get(member) ?? { en: member });
  return {
    joined: named([...used.keys()].filter((member) => !usedBefore.has(member))),
    left: named([...usedBefore.keys()].filter((member) => !used.has(member))),
    revised:
      input.round.id === last.round.id
        ? named([...used].flatMap(([member, id]) => ((usedBefore.get(member) ?? id) === id ? [] : [member])))
        : null,
  };
}
