import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NeedSupplyPlot, type NeedSupplyPoint } from "~/app/components/charts/need-supply-plot";
import { placeLabels, placeNumbers } from "~/app/components/charts/place-labels";

const texts = {
  title: "Need against supply",
  description: "All values are in the table.",
  accredit: ["Accredit", "leads are short"],
  trainNow: ["Train now", "leads are there"],
  borrow: ["Borrow", "short"],
  watch: ["Watch", "to spare"],
  cut: "after the tenth place",
  short: "short of missions",
  spare: "missions to spare",
} as const;

function area(id: string, score: number, difference: number, withCandidates = difference): NeedSupplyPoint {
  return { id, name: `Area ${id}`, short: id, note: "1 of 2", shortNote: "1/2", score, difference, withCandidates };
}

const areas = [
  area("PCA", 8.4, -2, 3),
  area("RM", 7.8, 0),
  area("HS", 7.75, 0),
  area("AEO", 3.6, 4),
  area("TRS", 3.6, 3),
];

it("draws dots where difference and score put them, as stored", async () => {
  const markup = renderToStaticMarkup(
    <NeedSupplyPlot id="plot" points={areas} cut={5} texts={texts} number={String} />,
  );
  await expect(markup.replaceAll("><", ">\n<")).toMatchFileSnapshot("__snapshots__/need-supply-plot.svg");
});

it("keeps labels of areas that stand close together apart at every width", () => {
  const dots = areas.map(({ id, score, difference }, index) => ({
    id,
    x: 40 + 3 * index + difference,
    y: 100 - 10 * score,
    until: null,
    length: 24,
  }));
  const widths = [704, 985, 1200];
  const placed = placeLabels(dots, { widths, height: 608 });
  for (const width of widths) {
    const boxes = dots.map(({ x, y }, index) => {
      const { dx, dy, anchor } = placed[index] ?? { dx: 0, dy: 0, anchor: "start" };
      const at = (x / 100) * width + dx;
      const left = anchor === "start" ? at : anchor === "end" ? at - 24 * 6.6 : at - 12 * 6.6;
      const base = (y / 100) * 608 + dy;
      return { left, right: left + 24 * 6.6, top: base - 11, bottom: base + 4 };
    });
    const meeting = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(meeting, `at ${width} pixels`).toEqual([]);
  }
});

it("ends the axis a little beyond today's range, candidates beyond it at the edge with their number", () => {
  const drawn = (withCandidates: number) =>
    renderToStaticMarkup(
      <NeedSupplyPlot
        id="plot"
        points={[area("PCA", 8.4, -2, withCandidates), area("AEO", 3.6, 4)]}
        cut={5}
        texts={texts}
        number={String}
      />,
    );
  const ticks = (markup: string) => [...markup.matchAll(/y="16">([^<]+)</g)].map(([, text]) => text);
  const hollow = (markup: string) => /plot-hollow" cx="([^"]+)"/.exec(markup)?.[1];
  expect(ticks(drawn(5)).at(-1)).toBe("+5");
  expect(drawn(5)).not.toMatch(/plot-tick anchor-middle"[^>]* dy=/);
  expect(ticks(drawn(24))).toEqual(ticks(drawn(5)));
  expect(drawn(24)).toMatch(/plot-tick anchor-middle"[^>]* dy="-10">\+24</);
  expect(hollow(drawn(24))).toBe(hollow(drawn(240)));
});

it("keeps numbers at the edge apart from one another and from the dots", () => {
  const heights = [10, 12, 30, 31.5, 60];
  const places = placeNumbers(heights, 512);
  const boxes = heights.map((share, index) => {
    const base = (share / 100) * 512 + (places[index] ?? 0);
    return { top: base - 11, bottom: base + 4 };
  });
  const dots = heights.map((share) => ({ top: (share / 100) * 512 - 5, bottom: (share / 100) * 512 + 5 }));
  const meeting = boxes.flatMap((a, i) =>
    [...boxes.slice(i + 1), ...dots].filter((b) => a.top < b.bottom && b.top < a.bottom),
  );
  expect(meeting).toEqual([]);
});
