import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg, holm } from "~/analysis/change/adjust-p-values";
import reference from "../../fixtures/r/change.json";

describe("adjusted p-values", () => {
  test("fifteen comparisons: four rejected at 5 % (Benjamini & Hochberg 1995), three by Holm", () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528];
    const all = [...p, 0.759, 1];
    expect(benjaminiHochberg(all).filter((q) => q !== null && q <= 0.05)).toHaveLength(4);
    expect(holm(all).filter((q) => q !== null && q <= 0.05)).toHaveLength(3);
  });

  test.each(reference.adjusted.map((one, index) => [index, one] as const))(
    `as ${reference.source} (p.adjust), family %i`,
    (_index, family) => {
      holm(family.p).forEach((q, index) => {
        expect(q).toBeCloseTo(family.holm[index] ?? Number.NaN, 14);
      });
      benjaminiHochberg(family.p).forEach((q, index) => {
        expect(q).toBeCloseTo(family.bh[index] ?? Number.NaN, 14);
      });
    },
  );

  test("what was not tested stays outside the family", () => {
    expect(holm([0.01, null, 0.04, 0.03])).toEqual([0.03, null, 0.06, 0.06]);
    expect(benjaminiHochberg([null, 0.02, null])).toEqual([null, 0.02, null]);
    expect(holm([])).toEqual([]);
  });

  test("Holm is never below Benjamini-Hochberg, and that never below the raw value; order goes with the input", () => {
    const p = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(p, { maxLength: 40 }), (family) => {
        const strict = holm(family);
        const loose = benjaminiHochberg(family);
        family.forEach((raw, index) => {
          if (raw === null) expect([strict[index], loose[index]]).toEqual([null, null]);
          else {
            expect(strict[index]).toBeGreaterThanOrEqual(loose[index] ?? Number.NaN);
            expect(loose[index]).toBeGreaterThanOrEqual(raw);
          }
        });
        expect(holm([...family].reverse())).toEqual([...strict].reverse());
        expect(benjaminiHochberg([...family].reverse())).toEqual([...loose].reverse());
      }),
    );
  });

  test.each([-0.1, 1.1, Number.NaN])("%d is no p-value", (p) => {
    expect(() => holm([p])).toThrow(RangeError);
    expect(() => benjaminiHochberg([p])).toThrow(RangeError);
  });
});
