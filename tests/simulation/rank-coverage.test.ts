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

test("the first ten scores lose at least 85 % of their bias by the correction", () => {
  const figures = simulateCoverage({ N: 33, n: 20, k: 35, populations: 400, replicates: 150, seed: 12 });
  expect(figures.topTenBias).toBeGreaterThan(0.2);
  expect(Math.abs(figures.topTenBiasCorrected)).toBeLessThanOrEqual(0.15 * figures.topTenBias);
  expect(Math.abs(figures.firstBiasCorrected)).toBeLessThanOrEqual(0.3 * figures.firstBias);
});
