import { describe, expect, test } from "vitest";
import { kendallW } from "~/analysis/agreement/kendall-w";
import { memberAgreement } from "~/analysis/agreement/member-agreement";
import { round } from "../coverage/round";

const answers = {
  fiji: ["52", "41", "33"],
  tonga: ["53", "42", "31"],
  samoa: ["51", "43", "32"],
  nauru: ["42", "31", "25"],
  japan: ["35", "44", "55"],
  korea: ["35", "45", "54"],
};
const strata = { fiji: "pacific", tonga: "pacific", samoa: "pacific", nauru: "pacific", japan: "east", korea: "east" };
const input = round(answers, { strata, silent: 1 });

describe("agreement of members", () => {
  const result = memberAgreement(input, { seed: 3, replicates: 50 });

  test("the islands agree with each other more than the region does", () => {
    const pacific = result.strata.find(({ stratum }) => stratum === "pacific");
    expect(pacific?.agreement?.importance.w.complete.w).toEqual({ value: 1 });
    expect(result.all.importance.w.complete.w.value).toBeLessThan(0.5);
  });

  test("is Kendall's W on importance and on the discrepancy", () => {
    const discrepancies = input.ratings.map(({ member, topic, importance, capability }) => ({
      judge: member,
      item: topic,
      value: Number(importance) - Number(capability),
    }));
    expect(result.all.discrepancy.w).toEqual(kendallW(discrepancies));
  });

  test("below four respondents a stratum has no coefficient; silent members are in N", () => {
    expect(result.strata.find(({ stratum }) => stratum === "east")).toEqual({
      stratum: "east",
      n: 2,
      N: 2,
      agreement: null,
    });
    expect(result.all).toMatchObject({ n: 6, N: 7 });
  });

  test("does not depend on the order of the input", () => {
    const turned = { ...input, members: [...input.members].reverse(), ratings: [...input.ratings].reverse() };
    expect(memberAgreement(turned, { seed: 3, replicates: 50 })).toEqual(result);
  });
});
