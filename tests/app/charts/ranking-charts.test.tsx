import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnswerDots } from "~/app/components/charts/answer-dots";
import { ChangeAxis, ChangeRange, reachOf } from "~/app/components/charts/change-plot";
import { ImportanceMap } from "~/app/components/charts/importance-map";
import { RankAxis, RankAxisSymbol, RankRange, ticksOf } from "~/app/components/charts/rank-plot";

const stored = (name: string) => `../../fixtures/charts/${name}.svg.html`;

describe("the plot of the ranking", () => {
  it("puts numbers at 1, 5, 10 and every ten, and at the last place where there is room", () => {
    expect(ticksOf(39)).toEqual([1, 5, 10, 20, 30, 39]);
    expect(ticksOf(12)).toEqual([1, 5, 12]);
    expect(ticksOf(3)).toEqual([1, 3]);
    expect(ticksOf(1)).toEqual([1]);
  });

  it("draws axis, place, both ranges as they were drawn before", async () => {
    const range = { places: 39, place: 3, low: 2, high: 5, wideLow: 1, wideHigh: 8 };
    await expect(
      renderToStaticMarkup(
        <>
          <RankAxisSymbol places={39} />
          <RankAxis places={39} />
          <RankRange {...range} />
        </>,
      ),
    ).toMatchFileSnapshot(stored("rank-plot"));
  });

  it("draws no dot where bands take the place of places, and no range where none is known", () => {
    const none = { places: 39, place: null, low: null, high: null, wideLow: null, wideHigh: null };
    const drawing = renderToStaticMarkup(<RankRange {...none} />);
    expect(drawing).not.toMatch(/circle|line/);
  });

  it("draws a range of one place so that it can be seen", () => {
    const drawing = renderToStaticMarkup(<RankRange places={10} place={1} low={1} high={1} wideLow={1} wideHigh={2} />);
    expect(drawing).toContain('class="plot-sure" x1="1.00%" x2="9.00%"');
  });
});

describe("the map of importance and capability", () => {
  const words = {
    importance: "Importance",
    capability: "Capability",
    concentrate: "Concentrate here",
    keepUp: "Keep up",
    low: "Low priority",
    overkill: "Perhaps too much",
  };
  const points = [
    { id: "a", place: 1, label: "Audit", importance: 4.6, capability: 2.4 },
    { id: "b", place: 2, label: "Valuation", importance: 4.6, capability: 2.41 },
    { id: "c", place: 11, label: "Zones", importance: 2.8, capability: 3.6 },
  ];
  const map = renderToStaticMarkup(
    <ImportanceMap
      title="Three topics"
      description="All values are in the table."
      points={points}
      cross={{ importance: 4, capability: 2.8 }}
      words={words}
      formatted={(value) => value.toFixed(1)}
    />,
  );

  it("is drawn as before", async () => {
    await expect(map).toMatchFileSnapshot(stored("importance-map"));
  });

  it("fills the first ten places and leaves the others hollow", () => {
    expect(map.match(/plot-point/g)).toHaveLength(2);
    expect(map.match(/plot-hollow/g)).toHaveLength(1);
  });

  it("gives two topics that meet different sides", () => {
    const sides = [...map.matchAll(/map-label([^"]*)"[^>]*dx="(-?\d+)" dy="(-?\d+)"/g)].map(
      ([, anchor, dx, dy]) => `${anchor}/${dx}/${dy}`,
    );
    expect(new Set(sides.slice(0, 2)).size).toBe(2);
  });
});

describe("the dots of the answers", () => {
  it("draws one dot for each member on each scale", async () => {
    const drawing = renderToStaticMarkup(
      <AnswerDots importance={[0, 0, 1, 13, 12]} capability={[3, 11, 10, 2, 0]} label="Counts" />,
    );
    expect(drawing.match(/dot-importance/g)).toHaveLength(26);
    expect(drawing.match(/dot-capability/g)).toHaveLength(26);
    await expect(drawing).toMatchFileSnapshot(stored("answer-dots"));
  });
});

describe("the plot of changes", () => {
  it("draws axis, interval and dot as they were drawn before; hollow where the change may be chance", async () => {
    const number = (value: number) => String(value);
    await expect(
      renderToStaticMarkup(
        <>
          <ChangeAxis reach={1.5} number={number} />
          <ChangeRange reach={1.5} change={-0.72} low={-0.96} high={-0.49} sure />
          <ChangeRange reach={1.5} change={0.1} low={-0.2} high={0.4} sure={false} />
          <ChangeRange reach={1.5} change={null} low={null} high={null} sure={false} />
        </>,
      ),
    ).toMatchFileSnapshot(stored("change-plot"));
  });

  it("reaches to the widest end, rounded up to half a point", () => {
    expect(reachOf([0.2, -0.96, null])).toBe(1);
    expect(reachOf([1.1, -0.3])).toBe(1.5);
    expect(reachOf([])).toBe(0.5);
  });
});
