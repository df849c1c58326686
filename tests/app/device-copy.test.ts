import { afterEach, expect, test, vi } from "vitest";
import { keepsOnDevice, readDevice, writeDevice } from "~/app/components/answer/device-copy";

afterEach(() => vi.unstubAllGlobals());

/** As a browser's, with room for so many entries. */
function storage(room: number) {
  const entries = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (entries.size >= room) throw new DOMException("full", "QuotaExceededError");
      entries.set(name, value);
    },
    removeItem: (name: string) => entries.delete(name),
  });
  return entries;
}

test("answers kept on the device are there when the page is called again, in whatever language", () => {
  const entries = storage(5);
  expect(keepsOnDevice()).toBe(true);
  expect([...entries.keys()]).toEqual([]);
  const copy = { pending: {}, data: { material: 4 }, submitKey: "key-1", savedAt: "2026-10-05T12:00:00Z" };
  expect(writeDevice("one survey", copy)).toBe(true);
  expect(readDevice("one survey", "key-2")).toEqual(copy);
});

test("a browser that keeps nothing is known before an answer is lost", () => {
  storage(0);
  expect(keepsOnDevice()).toBe(false);
  expect(readDevice("one survey", "key-2")).toEqual({ pending: {}, data: null, submitKey: "key-2", savedAt: null });
});
