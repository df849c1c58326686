import fc from "fast-check";
import { expect, test } from "vitest";
import { analysePriorities } from "~/analysis/priorities/analyse-priorities";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { arbitraryRound } from "../../support/survey-answers";

const options = { seed: 20260401, replicates: 60 };

test("one call gives all parts, and each names its method, version, parameters and seed", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 8, maxMembers: 9 }), (input) => {
      const analysis = analysePriorities(input, options);
      expect(analysis.ranking).toEqual(rankTopics(input));
      const parts = [
        analysis,
        analysis.ranking,
        analysis.uncertainty,
        analysis.rankSets,
        analysis.concordance,
        analysis.methods,
        analysis.composite,
        analysis.fragility,
        analysis.quality,
        analysis.detectable,
        ...analysis.pairwise,
      ];
      const methods = parts.map(({ provenance }) => provenance.method);
      expect(new Set(methods).size).toBe(parts.length);
      for (const { provenance } of parts) {
        expect(provenance.N).toBe(input.members.length);
        expect(provenance.version).toBeGreaterThanOrEqual(1);
      }
      expect(analysis.uncertainty.provenance.seed).toBe(20260401);
      for (const { kemeny, flags } of analysis.pairwise) expect(flags.length > 0).toBe(kemeny.optima > 1);
    }),
    { numRuns: 20 },
  );
});

test("any round, also an empty one, gives a result that can be stored: no NaN, no infinity, no exception", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 0, maxMembers: 10 }), fc.boolean(), (input, stratified) => {
      const strata = {
        ...input,
        members: input.members.map(({ member }, m) => ({ member, stratum: m % 3 === 0 ? "north" : "south" })),
      };
      const analysis = analysePriorities(strata, { ...options, stratified });
      expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    }),
    { numRuns: 60 },
  );
  const empty: PriorityInput = { members: [], topics: [], ratings: [] };
  expect(analysePriorities(empty, options)).toMatchObject({ complete: true, ranking: { topics: [] } });
});

test("the order of the input changes not one byte of the whole analysis", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 8, maxMembers: 10 }), (input) => {
      const backwards = {
        members: [...input.members].reverse(),
        topics: input.topics,
        ratings: [...input.ratings].reverse(),
        topFives: [...(input.topFives ?? [])].reverse(),
      };
      expect(JSON.stringify(analysePriorities(backwards, options))).toBe(
        JSON.stringify(analysePriorities(input, options)),
      );
    }),
    { numRuns: 20 },
  );
});

test("progress runs from start to end without going back, and a stop is told in the result", () => {
  const [input] = fc.sample(arbitraryRound({ minMembers: 10, maxMembers: 10, minTopics: 8 }), { seed: 1, numRuns: 1 });
  if (!input) throw new Error("no round");
  const steps: number[] = [];
  analysePriorities(input, { ...options, onProgress: ({ done, total }) => steps.push(done / total) });
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(steps[0]).toBe(0);
  expect(steps[steps.length - 1]).toBe(1);
  const stopped = analysePriorities(input, { ...options, shouldStop: () => true });
  expect(stopped).toMatchObject({ complete: false, uncertainty: { complete: false, replicates: 0 } });
  // The ranking itself is there at once.
  expect(stopped.ranking).toEqual(rankTopics(input));
});
