import { simulateCoverage } from "./rank-coverage";

// npx esbuild tests/simulation/run-rank-coverage.ts --bundle --platform=node --format=esm | node --input-type=module
const settings = { N: 33, k: 35, populations: 2000, replicates: 500, seed: 20260331 };
console.log(
  "n missing | coverage | (no fpc) | width | (no fpc) | rank sets: coverage width | top ten bias raw corrected | first raw corrected",
);
for (const missing of [0, 0.08])
  for (const n of [12, 20, 25, 30]) {
    const figures = simulateCoverage({ ...settings, n, missing });
    const digits = Object.values(figures).map((value: number) => value.toFixed(3));
    console.log(n, missing, "|", digits.join("  "));
  }
