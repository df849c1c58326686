import { expect, test } from "vitest";
import { simulateCoverage } from "./rank-coverage";

// The short version; the long one (run-rank-coverage.ts) wrote the figures in docs/methods/bootstrap-ranks.md.
test.each([20, 25])(
  "with %i of 33 members the 90-percent rank interval covers the true place in 88 to 95 of 100 cases",
  (n) => {
    const figures = simulateCoverage({ N: 33, n, k: 35, populations: 120, replicates: 300, seed: 3 });
    expect(figures.corrected).toBeGreaterThanOrEqual(0.88);
    expect(figures.corrected).toBeLessThanOrEqual(0.95);
    expect(figures.uncorrected).toBeGreaterThan(figures.corrected);
    expect(figures.widthUncorrected).toBeGreaterThan(1.3 * figures.widthCorrected);
  },
);

// The fewer there are to answer, the smaller the bias, and the more regions it takes to see it.
test.each([
  { n: 20, raw: 0.2, populations: 400 },
  { n: 25, raw: 0.1, populations: 1_600 },
])(
  "with $n of 33 members the first ten scores lose at least 85 % of their bias by the correction",
  ({ n, raw, populations }) => {
    const figures = simulateCoverage({ N: 33, n, k: 35, populations, replicates: 150, seed: 12 });
    expect(figures.topTenBias).toBeGreaterThan(raw);
    expect(Math.abs(figures.topTenBiasCorrected)).toBeLessThanOrEqual(0.15 * figures.topTenBias);
    expect(Math.abs(figures.firstBiasCorrected)).toBeLessThanOrEqual(0.3 * figures.firstBias);
  },
  240_000,
);
