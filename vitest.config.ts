import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./setup/longest-first";

const alias = { "~": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

// One more than the two cores that are expected: end-to-end tests often wait.
const MOST_AT_ONCE = 3;
/** Minutes long: for `.ci/run`, and before a release. */
const LONG = ["tests/e2e/bad-luck/{kills,power-cut,backup}.test.ts"];

// Kinds of test, by what they need: nothing, a database, a browser with the built application; and the trials of bad luck,
// which need root and PostgreSQL's programs, and which `.ci/run` has run.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          maxWorkers: MOST_AT_ONCE,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/db/**", "tests/operations/**", "tests/routes/**", "tests/e2e/**"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          maxWorkers: MOST_AT_ONCE,
          include: ["tests/{db,operations,routes}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          globalSetup: ["tests/support/database-global.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: [...LONG],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: MOST_AT_ONCE,
          maxConcurrency: 3,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "bad-luck",
          include: ["tests/e2e/bad-luck/trials/*.trial.ts", ...LONG],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
