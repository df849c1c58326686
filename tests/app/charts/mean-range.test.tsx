import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MeanAxis, MeanRange } from "~/app/components/charts/mean-range";
import { qrCode } from "~/app/operations/evaluation/qr-code";

const stored = (name: string) => `../../fixtures/charts/${name}.svg.html`;

describe("the plot of a mean", () => {
  it("draws axis, interval, mean and target as they were drawn before", async () => {
    await expect(
      renderToStaticMarkup(
        <>
          <MeanAxis />
          <MeanRange mean={4.2} lower={3.8} upper={4.6} target={4} />
        </>,
      ),
    ).toMatchFileSnapshot(stored("mean-range"));
  });

  it("draws no dot where the figure is left out, and no line where everybody answered", () => {
    expect(renderToStaticMarkup(<MeanRange mean={null} lower={null} upper={null} target={null} />)).not.toContain(
      "circle",
    );
    expect(renderToStaticMarkup(<MeanRange mean={5} lower={null} upper={null} target={4} />)).not.toContain(
      "plot-sure",
    );
  });
});

describe("the code to scan", () => {
  it("has its three corners and a quiet zone of four squares", () => {
    const { size, path } = qrCode("https://meridian.example.org/e/ABCD-2345");
    // A corner is seven squares wide, at either end of the first row and at the beginning of the last.
    for (const corner of [`M4 4h7`, `M${size - 11} 4h7`, `M4 ${size - 5}h7`]) expect(path).toContain(corner);
    expect(path).not.toMatch(/M[0-3] /);
    expect((size - 8 - 17) % 4).toBe(0);
  });

  it("is drawn as it was drawn before", async () => {
    const { size, path } = qrCode("https://meridian.example.org/e/ABCD-2345");
    await expect(`${size}\n${path}\n`).toMatchFileSnapshot("../../fixtures/charts/qr-code.txt");
  });
});
