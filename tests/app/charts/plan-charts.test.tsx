import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BudgetBar, PurseMark } from "~/app/components/charts/budget-bar";
import { BudgetCurve } from "~/app/components/charts/budget-curve";
import { Closeness } from "~/app/components/charts/closeness";

const stored = (name: string) => `../../fixtures/charts/${name}.svg.html`;

describe("the charts of a proposal", () => {
  it("draw money by purse as it was drawn before: used, left, empty, and one with nothing in it", async () => {
    const segments = [
      { id: "given", amount: 59_200, used: 59_200 },
      { id: "fund", amount: 900_000, used: 697_500 },
      { id: "other", amount: 40_000, used: 0 },
      { id: "none", amount: 0, used: 0 },
    ];
    await expect(
      renderToStaticMarkup(
        <>
          <BudgetBar segments={segments} label="US$756,700 of US$999,200 used" />
          <PurseMark at={1} />
        </>,
      ),
    ).toMatchFileSnapshot(stored("budget-bar"));
  });

  it("draw a budget of nothing without a share of it", () => {
    const drawing = renderToStaticMarkup(<BudgetBar segments={[{ id: "a", amount: 0, used: 0 }]} label="nothing" />);
    expect(drawing).not.toMatch(/NaN|Infinity|rect/);
  });

  it("draw closeness as it was drawn before: on the axis, at its end, and before its start", async () => {
    await expect(
      renderToStaticMarkup(
        <>
          <Closeness value={0.987} />
          <Closeness value={1} />
          <Closeness value={0.4} />
        </>,
      ),
    ).toMatchFileSnapshot(stored("closeness"));
  });

  it("draw need met by budget as it was drawn before, with what is not ruled out", async () => {
    const points = [
      { share: 0.8, met: 0.18, most: 0.18 },
      { share: 1, met: 0.2, most: 0.2 },
      { share: 1.3, met: 0.21, most: 0.23 },
    ];
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    await expect(
      renderToStaticMarkup(<BudgetCurve points={points} label="More money meets more need" percent={percent} />),
    ).toMatchFileSnapshot(stored("budget-curve"));
  });

  it("draw one budget alone without dividing by nothing", () => {
    const one = [{ share: 1, met: 0, most: 0 }];
    const drawing = renderToStaticMarkup(<BudgetCurve points={one} label="one" percent={String} />);
    expect(drawing).not.toMatch(/NaN|Infinity/);
  });
});
