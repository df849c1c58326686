import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NeedSupplyPlot, type NeedSupplyPoint } from "~/app/components/charts/need-supply-plot";
import { placeLabels } from "~/app/components/charts/place-labels";

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
