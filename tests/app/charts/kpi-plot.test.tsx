import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { KpiPlot } from "~/app/components/charts/kpi-plot";

const rows = [
  { key: "a", label: "3-(e)", shares: [0.8, null, 1.08] },
  { key: "b", label: "3-(f)", shares: [null, null, 0.5] },
  { key: "c", label: "1-(o)", shares: [1, 3, 7] },
];
const plot = (shown = rows) =>
  renderToStaticMarkup(
    <KpiPlot id="kpi" title="Targets" rows={shown} percent={(share) => `${Math.round(share * 100)} %`} />,
  );

it("draws how far each target is reached, with the cycles before, as stored", async () => {
  await expect(plot()).toMatchFileSnapshot("../../fixtures/charts/kpi-plot.svg.html");
});

it("fills the point of a target that is reached, also by a hair, and leaves one that is not hollow", () => {
  expect(plot([{ key: "a", label: "a", shares: [1 - 1e-12] }])).toContain('class="plot-point"');
  expect(plot([{ key: "a", label: "a", shares: [0.999] }])).not.toContain('class="plot-point"');
});

it("ends the axis at twice the target, and draws no point where there is no figure", () => {
  expect(plot([{ key: "a", label: "a", shares: [40] }])).toContain('cx="96%"');
  expect(plot([{ key: "a", label: "a", shares: [null] }])).not.toContain("circle");
});
