import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./setup/longest-first";

const alias = { "~": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

// One more than the two cores that are expected: end-to-end tests often wait.
const MOST_AT_ONCE = 3;

// Three kinds of test, by what they need: nothing, a database, a browser with the built application.
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
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: MOST_AT_ONCE,
          maxConcurrency: 3,
        },
      },
    ],
  },
});
