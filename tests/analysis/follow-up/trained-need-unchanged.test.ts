import { expect, test } from "vitest";
import { type StatedNeed, trainedNeedUnchanged } from "~/analysis/follow-up/trained-need-unchanged";

const training = { activity: "w", member: "fiji", topic: "aeo", endedOn: "2026-03-10" };
const stated = (ratedOn: string, over: Partial<StatedNeed> = {}): StatedNeed => ({
  member: "fiji",
  topic: "aeo",
  importance: 5,
  capability: 2,
  requested: false,
  ratedOn,
  ...over,
});
const before = stated("2025-10-01");
const one = (...needs: readonly StatedNeed[]) => trainedNeedUnchanged([training], needs);

test("a gap of three before and after is a need unchanged: as on the method's page", () => {
  expect(one(before, stated("2026-10-01"))).toMatchObject({
    stillAsk: 1,
    unchanged: 1,
    needs: [{ gapBefore: 3, gapAfter: 3, stillAsks: true, unchanged: true }],
  });
  expect(one(before, stated("2026-10-01", { capability: 4 }))).toMatchObject({ stillAsk: 0, unchanged: 0 });
});

test("a request counts whatever the ratings, and a smaller gap is not unchanged", () => {
  const asks = stated("2026-10-01", { capability: 4, requested: true });
  expect(one(before, asks)).toMatchObject({ stillAsk: 1, unchanged: 0, needs: [{ askedAfter: true }] });
});

test("what was said on the last day of the activity is from before", () => {
  expect(one(stated("2026-03-10"))).toMatchObject({ needs: [], notAskedSince: 1, provenance: { n: 0, N: 1 } });
});

test("only the first survey after the activity counts", () => {
  const [next, later] = [stated("2026-10-01", { capability: 5 }), stated("2027-10-01")];
  expect(one(later, before, next).stillAsk).toBe(0);
});

test("without an answer from before it still asks, but nothing is said of a change", () => {
  expect(one(stated("2026-10-01"))).toMatchObject({ stillAsk: 1, unchanged: 0, needs: [{ unchanged: null }] });
});

test("a rating that is not there asks for nothing", () => {
  expect(one(before, stated("2026-10-01", { capability: null }))).toMatchObject({ stillAsk: 0, unchanged: 0 });
});

test("what comes twice is refused", () => {
  expect(() => trainedNeedUnchanged([training, training], [])).toThrow(RangeError);
  expect(() => one(before, before)).toThrow(RangeError);
});
