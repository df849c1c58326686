import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "~": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

// Three kinds of test, by what they need: nothing, a database, a browser with the built application.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          maxWorkers: 2,
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
          maxWorkers: 2,
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
          // After everything else; each file has a browser and a server of its own.
          maxWorkers: 2,
          maxConcurrency: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
