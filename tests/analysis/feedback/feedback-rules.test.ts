import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyAdjustments } from "~/analysis/feedback/apply-adjustments";
import { deriveAdjustments, type Feedback } from "~/analysis/feedback/derive-adjustments";
import type { ActionStatus, ActivityFollowUp, ObstacleKind, SurveyNeed } from "~/analysis/feedback/follow-up";
import { overrideAdjustment, restoreAdjustment, reverseAdjustment } from "~/analysis/feedback/revise-adjustment";
import { shrunkenEffects } from "~/analysis/scales/shrunken-effects";

const need = (over: Partial<SurveyNeed> = {}): SurveyNeed => ({
  member: "fiji",
  topic: "aeo",
  need: 0.75,
  trainable: 1,
  ratedOn: "2026-03-31",
  ...over,
});
const followUp = (
  statuses: readonly ActionStatus[] | null,
  over: Partial<ActivityFollowUp> = {},
): ActivityFollowUp => ({
  activity: "workshop-1",
  member: "fiji",
  topic: "aeo",
  endedOn: "2026-05-20",
  actions: statuses?.map((status) => ({ status })) ?? null,
  ...over,
});
const feedback = (over: Partial<Feedback> = {}): Feedback => ({
  needs: [need()],
  followUps: [],
  verdicts: [],
  groups: [],
  ...over,
});
const apply = (given: Feedback, kappa = 0.5) =>
  applyAdjustments(given.needs, deriveAdjustments(given, { kappa }).adjustments)[0];

describe("rule 1, fresh answers beat everything", () => {
  test("a need rated after the workshop keeps its value, and the record says why", () => {
    const given = feedback({ needs: [need({ ratedOn: "2026-06-01" })], followUps: [followUp(["done", "done"])] });
    const { adjustments } = deriveAdjustments(given);
    expect(adjustments.map(({ rule, factor }) => [rule, factor])).toEqual([["freshAnswer", 1]]);
    expect(adjustments[0]?.evidence).toEqual({ ratedOn: "2026-06-01", endedOn: "2026-05-20" });
    expect(apply(given)).toMatchObject({ need: 0.75, factor: 1 });
  });

  test("a stalled action does not lower what training can close if the member has rated since", () => {
    const stuck = followUp(null, { actions: [{ status: "stuck", obstacle: "law" }] });
    expect(apply(feedback({ needs: [need({ ratedOn: "2026-06-01" })], followUps: [stuck] }))?.trainable).toBe(1);
  });
});

describe("rule 2, actions that came through", () => {
  test("one done, one under way, one stuck: half of them, so three quarters of the need", () => {
    const result = apply(feedback({ followUps: [followUp(["done", "underWay", "stuck"])] }));
    expect(result).toMatchObject({ surveyNeed: 0.75, factor: 0.75, need: 0.5625 });
  });

  test.each<[ActionStatus, number]>([
    ["done", 0.5],
    ["resultDocumented", 0.5],
    ["underWay", 0.75],
    ["stuck", 1],
    ["notStarted", 1],
    ["dropped", 1],
  ])("%s gives factor %d", (status, factor) => {
    expect(apply(feedback({ followUps: [followUp([status])] }))?.factor).toBe(factor);
  });

  test("without an answer nothing is taken off, and it is marked unknown", () => {
    const result = apply(feedback({ followUps: [followUp(null)] }));
    expect(result).toMatchObject({ factor: 1, marks: ["followUpUnknown"] });
    expect(apply(feedback({ followUps: [followUp([])] }))).toMatchObject({ factor: 1, marks: [] });
  });

  test("two workshops multiply, but half of the survey's need always stays", () => {
    const two = [followUp(["done"]), followUp(["done"], { activity: "workshop-2" })];
    expect(apply(feedback({ followUps: two }))).toMatchObject({ factor: 0.5, need: 0.375 });
    expect(apply(feedback({ followUps: [followUp(["done"])] }), 1)?.factor).toBe(0.5);
  });

  test("a follow-up of a topic without a need gives no record", () => {
    expect(deriveAdjustments(feedback({ followUps: [followUp(["done"], { topic: "hs" })] })).adjustments).toEqual([]);
  });
});

describe("rule 3, a workshop that clearly missed the target", () => {
  const verdict = {
    activity: "workshop-1",
    outcome: "missed" as const,
    mean: 3.1,
    experts: ["e2", "e1"],
    material: "m",
  };

  test("is marked for redesign, with expert and material, and leaves the need", () => {
    const given = feedback({ verdicts: [verdict] });
    const [record] = deriveAdjustments(given).adjustments;
    expect(record).toMatchObject({ rule: "kpiMissed", mark: "redesign", factor: 1, activity: "workshop-1" });
    expect(record?.evidence).toEqual({ mean: 3.1, experts: '["e1","e2"]', material: "m" });
    expect(apply(given)).toMatchObject({ need: 0.75, applied: [] });
  });

  test.each(["met", "metOnAverageOnly", "missedOnAverageOnly", null] as const)("%s changes nothing", (outcome) => {
    expect(deriveAdjustments(feedback({ verdicts: [{ ...verdict, outcome }] })).adjustments).toEqual([]);
  });
});

describe("rule 4, experts and formats", () => {
  test("only those with three workshops and twenty forms have a record, and no need is touched", () => {
    const forms = (group: string, workshops: number, each: number, value: number) =>
      Array.from({ length: workshops * each }, (_, index) => ({
        group,
        workshop: `${group}${index % workshops}`,
        value,
      }));
    const { groups } = shrunkenEffects([...forms("known", 4, 6, 5), ...forms("new", 1, 30, 5)]);
    const given = feedback({ groups });
    const { adjustments } = deriveAdjustments(given);
    expect(adjustments.map(({ subject }) => subject)).toEqual(["known"]);
    expect(adjustments[0]?.evidence).toMatchObject({ workshops: 4, forms: 24, rank: 1 });
    expect(apply(given)?.factor).toBe(1);
  });
});

describe("rule 5, reasons outside training", () => {
  test("an action stuck for want of a law halves what training can close, and calls for technical assistance", () => {
    const stuck = followUp(null, {
      actions: [
        { status: "stuck", obstacle: "law" },
        { status: "done", obstacle: null },
      ],
    });
    expect(apply(feedback({ followUps: [stuck] }))).toMatchObject({
      surveyTrainable: 1,
      trainable: 0.5,
      factor: 0.75,
      marks: ["technicalAssistance"],
    });
  });

  test.each<[ActionStatus, ObstacleKind | null]>([
    ["stuck", "training"],
    ["stuck", null],
    ["done", "law"],
    ["underWay", "budget"],
  ])("%s with obstacle %s does not", (status, obstacle) => {
    const given = feedback({ followUps: [followUp(null, { actions: [{ status, obstacle }] })] });
    expect(apply(given)?.trainable).toBe(1);
  });

  test("what training could not close anyway stays at nothing", () => {
    const stuck = followUp(null, { actions: [{ status: "dropped", obstacle: "it" }] });
    expect(apply(feedback({ needs: [need({ trainable: 0 })], followUps: [stuck] }))?.trainable).toBe(0);
  });
});

describe("adjustments can be shown and taken back", () => {
  const given = feedback({ followUps: [followUp(["done"])] });
  const { adjustments, provenance } = deriveAdjustments(given);
  const id = adjustments[0]?.id ?? "";
  const revision = { by: "planner-1", at: "2026-07-01", why: "the report was about another office" };

  test("reversing gives the survey's need again and keeps the record with who, when and why", () => {
    const reversed = reverseAdjustment(adjustments, id, revision);
    expect(applyAdjustments(given.needs, reversed)[0]).toMatchObject({ need: 0.75, factor: 1, applied: [] });
    expect(reversed[0]).toMatchObject({ id, factor: 0.5, reversed: revision });
    expect(restoreAdjustment(reversed, id)).toEqual(adjustments);
  });

  test("a planner may set the factor, within the limits, and go back to the computed one", () => {
    const set = overrideAdjustment(adjustments, id, { ...revision, factor: 0.9 });
    expect(applyAdjustments(given.needs, set)[0]?.factor).toBe(0.9);
    expect(set[0]?.factor).toBe(0.5);
    expect(overrideAdjustment(set, id, null)).toEqual(adjustments);
    expect(() => overrideAdjustment(adjustments, id, { ...revision, factor: 0.4 })).toThrow(RangeError);
    expect(() => overrideAdjustment(adjustments, id, { ...revision, factor: Number.NaN })).toThrow(RangeError);
  });

  test("a record that is not there, or is already reversed, is the caller's mistake", () => {
    expect(() => reverseAdjustment(adjustments, "none", revision)).toThrow(RangeError);
    expect(() => reverseAdjustment(reverseAdjustment(adjustments, id, revision), id, revision)).toThrow(RangeError);
    expect(() => restoreAdjustment(adjustments, id)).toThrow(RangeError);
  });

  test("the result names its parameters and how many follow-ups were answered", () => {
    expect(provenance).toMatchObject({ n: 1, N: 1, parameters: { kappa: 0.5, leastFactor: 0.5 } });
  });

  test("ids that are prefixes of each other or hold any character stay apart", () => {
    const members = ["a", 'a"', 'a","b', "__proto__"];
    const result = deriveAdjustments(
      feedback({
        needs: members.map((member) => need({ member })),
        followUps: members.map((member) => followUp(["done"], { member })),
      }),
    );
    expect(new Set(result.adjustments.map(({ id: own }) => own)).size).toBe(4);
    expect(applyAdjustments([need({ member: "a" })], result.adjustments)[0]?.applied).toHaveLength(1);
  });

  test("whatever the feedback, the need stays between half and all of the survey's; order changes nothing", () => {
    const status = fc.constantFrom<ActionStatus>(
      "done",
      "resultDocumented",
      "underWay",
      "stuck",
      "notStarted",
      "dropped",
    );
    const plan = fc.array(fc.option(fc.array(status, { maxLength: 4 }), { nil: null }), { maxLength: 4 });
    fc.assert(
      fc.property(plan, fc.double({ min: 0, max: 1, noNaN: true }), (lists, kappa) => {
        const followUps = lists.map((statuses, index) => followUp(statuses, { activity: `w${index}` }));
        const forward = deriveAdjustments(feedback({ followUps }), { kappa });
        const result = applyAdjustments([need()], forward.adjustments)[0];
        expect(result?.need).toBeGreaterThanOrEqual(0.375);
        expect(result?.need).toBeLessThanOrEqual(0.75);
        expect(deriveAdjustments(feedback({ followUps: [...followUps].reverse() }), { kappa })).toEqual(forward);
        expect(applyAdjustments([need()], [...forward.adjustments].reverse())[0]).toEqual(result);
      }),
    );
  });

  test("feedback given twice, a factor out of range, a date that is none, are the caller's mistakes", () => {
    const one = followUp(["done"]);
    expect(() => deriveAdjustments(feedback({ followUps: [one, one] }))).toThrow(RangeError);
    expect(() => deriveAdjustments(feedback({ needs: [need(), need()] }))).toThrow(RangeError);
    expect(() => deriveAdjustments(given, { kappa: 1.1 })).toThrow(RangeError);
    expect(() => deriveAdjustments(feedback({ followUps: [{ ...one, endedOn: "20 May 2026" }] }))).toThrow(RangeError);
    expect(() => applyAdjustments([need({ need: Number.NaN })], [])).toThrow(RangeError);
  });
});
