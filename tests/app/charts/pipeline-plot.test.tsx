import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PipelinePlot } from "~/app/components/charts/pipeline-plot";

const years = [
  { label: "2027-2028", led: 4, ledWithout: 4 },
  { label: "2028-2029", led: 7, ledWithout: 3.5 },
  { label: "2029-2030", led: 9, ledWithout: 3 },
];
const plot = (asked: number, rows = years) =>
  renderToStaticMarkup(<PipelinePlot id="pca" title="Audit" years={rows} asked={asked} number={String} />);

it("draws missions that can be led under the line of those asked, as stored", async () => {
  await expect(plot(8)).toMatchFileSnapshot("../../fixtures/charts/pipeline-plot.svg.html");
});

it("scales to what is greater, asked or led", () => {
  expect(plot(20)).toContain('class="plot-grid-strong" x1="0" x2="100%" y1="20" y2="20"');
  expect(plot(4)).toMatch(/class="plot-point" cx="83.33%" cy="20"/);
});

it("draws an area for which nothing was asked and nobody leads on the ground line", () => {
  const drawing = plot(0, [{ label: "2027-2028", led: 0, ledWithout: 0 }]);
  expect(drawing).toContain('class="plot-point" cx="50%" cy="88"');
  expect(drawing).not.toContain("NaN");
});

it("puts a number that would stand on the line of missions asked above it", () => {
  const numbers = [...plot(7).matchAll(/dx="10" dy="(-?\d+)"/g)].map(([, dy]) => dy);
  expect(numbers).toEqual(["4", "-5", "4"]);
});
