import { afterEach, beforeEach, expect, vi } from "vitest";

// What reaches the console as an error in a test is a defect unless the test asked for it
// (a test that expects one replaces the spy with its own).
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const unexpected = vi.isMockFunction(console.error)
    ? vi.mocked(console.error).mock.calls.map((call) => call.join(" "))
    : [];
  vi.restoreAllMocks();
  expect(unexpected, "unexpected console.error").toEqual([]);
});
