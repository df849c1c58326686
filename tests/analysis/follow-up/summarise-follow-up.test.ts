import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FollowedPledge,
  type FollowedWorkshop,
  PLEDGE_STATUSES,
  type PledgeStatus,
  summariseFollowUp,
} from "~/analysis/follow-up/summarise-follow-up";

const told = (status: PledgeStatus, over: Partial<NonNullable<FollowedPledge["answer"]>> = {}) => ({
  status,
  obstacle: null,
  documented: false,
  colleagues: null,
  effect: null,
  help: [],
  bySuccessor: false,
  ...over,
});
const pledge = (id: string, answer: FollowedPledge["answer"], asked = true): FollowedPledge => ({
  pledge: id,
  asked,
  answer,
});

describe("pledges", () => {
  test("five made, four asked after, three answered, one kept: as on the method's page", () => {
    const summary = summariseFollowUp(
      [
        pledge("a", told("done", { documented: true, colleagues: 12 })),
        pledge("b", told("underWay", { bySuccessor: true })),
        pledge("c", told("stuck", { obstacle: "law" })),
        pledge("d", null),
        pledge("e", null, false),
      ],
      [],
    );
    expect(summary.pledges).toEqual({
      made: 5,
      asked: 4,
      answered: 3,
      responseRate: { value: 0.75 },
      bySuccessor: 1,
    });
    expect(summary.status.map(({ count }) => count)).toEqual([1, 1, 1, 0, 0]);
    expect(summary.kept.share).toEqual({ value: 1 / 3 });
    expect(summary.kept.lower.value).toBeCloseTo(0.142, 3);
    expect(summary.kept.upper.value).toBeCloseTo(0.602, 3);
    expect(summary.obstacles).toEqual([{ id: "law", count: 1 }]);
    expect(summary).toMatchObject({ stalled: 1, stalledWithKind: 1, documented: 1, trained: { sum: 12, n: 1 } });
  });

  test("without an answer there is no share, and the reason is said", () => {
    const nobody = summariseFollowUp([pledge("a", null)], []);
    expect(nobody.kept.share).toEqual({ value: null, reason: "noRespondents" });
    expect(nobody.pledges.responseRate).toEqual({ value: 0 });
    expect(summariseFollowUp([], []).pledges.responseRate).toEqual({ value: null, reason: "notAsked" });
  });

  test("if all that were asked answered there is no sampling error", () => {
    expect(summariseFollowUp([pledge("a", told("done"))], []).kept.lower).toEqual({ value: null, reason: "census" });
  });

  test("equally frequent obstacles stand by their id; those of kept pledges do not count", () => {
    const summary = summariseFollowUp(
      [
        pledge("a", told("stuck", { obstacle: "law" })),
        pledge("b", told("dropped", { obstacle: "budget" })),
        pledge("c", told("notStarted")),
        pledge("d", told("done", { obstacle: "it" })),
      ],
      [],
    );
    expect(summary.obstacles.map(({ id }) => id)).toEqual(["budget", "law"]);
    expect(summary).toMatchObject({ stalled: 3, stalledWithKind: 2 });
  });

  test("a pledge that comes twice, an answer to nobody's question, half a colleague are refused", () => {
    expect(() => summariseFollowUp([pledge("a", null), pledge("a", null)], [])).toThrow(RangeError);
    expect(() => summariseFollowUp([pledge("a", told("done"), false)], [])).toThrow("nobody asked");
    expect(() => summariseFollowUp([pledge("a", told("done", { colleagues: 0.5 }))], [])).toThrow("colleagues");
  });
});

describe("administrations", () => {
  const workshop = (member: string, answer: FollowedWorkshop["answer"]) => ({ activity: "w", member, answer });

  test("sessions, changes and colleagues are counted over those that answered", () => {
    const { administrations } = summariseFollowUp(
      [],
      [
        workshop("fiji", { session: "held", colleagues: 30, change: "inPlace" }),
        workshop("nepal", { session: "held", colleagues: null, change: null }),
        workshop("japan", null),
      ],
    );
    expect(administrations).toMatchObject({ asked: 3, answered: 2, reached: { sum: 30, n: 1 } });
    expect(administrations.sessions).toEqual([
      { id: "held", count: 2 },
      { id: "planned", count: 0 },
      { id: "no", count: 0 },
    ]);
    expect(administrations.changes.map(({ count }) => count)).toEqual([1, 0, 0, 0]);
  });
});

test("whatever the order, the summary is the same, and the statuses add up to the answers", () => {
  const answer = fc.option(
    fc.record({
      status: fc.constantFrom(...PLEDGE_STATUSES),
      obstacle: fc.option(fc.constantFrom("law", "it", "training"), { nil: null }),
      documented: fc.boolean(),
      colleagues: fc.option(fc.nat(50), { nil: null }),
      effect: fc.constantFrom(null, "unit"),
      help: fc.subarray(["advice", "means"]),
      bySuccessor: fc.boolean(),
    }),
    { nil: null },
  );
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
      const pledges = answers.map((one, index) => pledge(`p${index}`, one));
      const summary = summariseFollowUp(pledges, []);
      expect(summariseFollowUp([...pledges].reverse(), [])).toEqual(summary);
      expect(summary.status.reduce((sum, { count }) => sum + count, 0)).toBe(summary.pledges.answered);
    }),
  );
});
