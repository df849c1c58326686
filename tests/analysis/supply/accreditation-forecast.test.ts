import { describe, expect, it } from "vitest";
import {
  type AreaPipeline,
  accreditationForecast,
  defaultPipelineRates,
} from "~/analysis/supply/accreditation-forecast";

const pca: AreaPipeline = {
  area: "pca",
  stages: { nominated: 5, preScreened: 4, attendedWorkshop: 2, inFieldMissions: 1, leads: 3 },
  asked: 9,
  askedWithSecond: 9,
  canBeLed: 5,
};

describe("forecast of the pipeline", () => {
  it("follows the worked example: nine candidates, five second seats, one workshop", () => {
    const [area] = accreditationForecast({
      areas: [pca],
      workshops: [{ area: "pca", year: 2026, places: 9 }],
      firstYear: 2026,
    });
    const [first, second, third] = area?.years ?? [];
    // 4 + 0.8 x 5 = 8 attend, 5.6 pass; 1 + 2 + 5.6 = 8.6 want five second seats: 5 are evaluated, 4 pass, 3.6 wait.
    expect(first).toMatchObject({
      led: 5,
      attended: 8,
      secondSeats: 5,
      secondSeatsTaken: 5,
      evaluated: 5,
      accredited: 4,
    });
    expect(first?.preAccredited).toBeCloseTo(5.6, 12);
    expect(first?.waiting).toBeCloseTo(3.6, 12);
    // 0.9 x 5 + 4 x 2 = 12.5, but only 9 are asked; without the four, 4.5.
    expect(second).toMatchObject({ led: 9, ledWithoutPipeline: 4.5 });
    expect(second?.stages.leads).toBeCloseTo(0.9 * 3 + 4, 12);
    expect(third?.led).toBe(9);
  });

  it("adds no lead before the year after the workshop", () => {
    const empty = {
      ...pca,
      stages: { nominated: 0, preScreened: 9, attendedWorkshop: 0, inFieldMissions: 0, leads: 3 },
    };
    const [area] = accreditationForecast({
      areas: [empty],
      workshops: [{ area: "pca", year: 2027, places: 9 }],
      firstYear: 2026,
      rates: { ...defaultPipelineRates, leadsLost: 0 },
    });
    expect(area?.years.map((year) => year.led)).toEqual([5, 5, 9]);
    expect(area?.years.map((year) => year.accredited > 0)).toEqual([false, true, true]);
  });

  it("names field missions, workshop or candidates as what holds the area back", () => {
    const at = (stages: Partial<AreaPipeline["stages"]>, overrides: Partial<AreaPipeline> = {}) =>
      accreditationForecast({
        areas: [
          {
            ...pca,
            stages: { nominated: 0, preScreened: 0, attendedWorkshop: 0, inFieldMissions: 0, leads: 3, ...stages },
            ...overrides,
          },
        ],
        workshops: [],
        firstYear: 2026,
      })[0]?.years[0]?.bottleneck;
    expect(at({ attendedWorkshop: 6 }, { asked: 30, askedWithSecond: 30 })).toBe("fieldMissions");
    expect(at({ preScreened: 2 })).toBe("workshop");
    expect(at({})).toBe("candidates");
    expect(at({}, { asked: 2, askedWithSecond: 2 })).toBe("none");
  });

  it("trains nobody where no mission is led or every mission is remote", () => {
    const evaluated = (overrides: Partial<AreaPipeline>) =>
      accreditationForecast({ areas: [{ ...pca, ...overrides }], workshops: [], firstYear: 2026 })[0]?.years[0]
        ?.evaluated;
    expect(evaluated({ canBeLed: 0 })).toBe(0);
    expect(evaluated({ askedWithSecond: 0 })).toBe(0);
    expect(evaluated({ asked: 0, askedWithSecond: 0 })).toBe(0);
  });

  it("keeps every person somewhere: who enters a year stays, becomes a lead or fails", () => {
    const [area] = accreditationForecast({
      areas: [pca],
      workshops: [{ area: "pca", year: 2027, places: 3 }],
      firstYear: 2026,
    });
    const years = area?.years ?? [];
    years.slice(0, -1).forEach((year, i) => {
      const next = years[i + 1]?.stages;
      const before =
        year.stages.nominated + year.stages.preScreened + year.stages.attendedWorkshop + year.stages.inFieldMissions;
      const after =
        (next?.nominated ?? 0) +
        (next?.preScreened ?? 0) +
        (next?.attendedWorkshop ?? 0) +
        (next?.inFieldMissions ?? 0);
      const failed = 0.2 * year.stages.nominated + 0.3 * year.attended + 0.2 * year.evaluated;
      expect(before - failed - year.accredited).toBeCloseTo(after, 12);
    });
  });

  it("refuses impossible rates, numbers and areas", () => {
    const with_ = (rates: Partial<typeof defaultPipelineRates>) => () =>
      accreditationForecast({
        areas: [pca],
        workshops: [],
        firstYear: 2026,
        rates: { ...defaultPipelineRates, ...rates },
      });
    expect(with_({ workshop: 1.1 })).toThrow(RangeError);
    expect(with_({ fieldMissionsNeeded: 0 })).toThrow(RangeError);
    expect(with_({ missionsPerLead: Number.NaN })).toThrow(RangeError);
    expect(() => accreditationForecast({ areas: [pca, pca], workshops: [], firstYear: 2026 })).toThrow(/twice/);
    expect(() =>
      accreditationForecast({ areas: [pca], workshops: [{ area: "hs", year: 2026, places: 8 }], firstYear: 2026 }),
    ).toThrow(/"hs"/);
    expect(() => accreditationForecast({ areas: [{ ...pca, asked: -1 }], workshops: [], firstYear: 2026 })).toThrow(
      RangeError,
    );
  });
});
