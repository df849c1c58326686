import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StatusBar } from "~/app/components/charts/status-bar";

const bar = (...counts: readonly number[]) =>
  renderToStaticMarkup(
    <StatusBar segments={counts.map((count, at) => ({ id: `s${at}`, count }))} label="Ten pledges" />,
  );

it("draws what became of pledges side by side, as stored", async () => {
  await expect(bar(5, 2, 1, 0, 2)).toMatchFileSnapshot("../../fixtures/charts/status-bar.svg.html");
});

it("leaves out what nobody said, and draws nothing without answers", () => {
  expect(bar(5, 2, 1, 0, 2).match(/<rect/g)).toHaveLength(4);
  expect(bar(0, 0)).not.toMatch(/rect|NaN/);
});
