import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BrokenPackError, loadPack, readPack } from "~/db/regions/read-pack";
import { FAULT_CASES } from "../fixtures/regions/fault-cases";
import { faultsAfter, faultsOfSpoiled, RIVER_PROVINCES } from "./broken-pack";

describe("a fault in a pack is named with its file, its place and the reason", () => {
  it.each(FAULT_CASES)("$what", async ({ file, at, value, reportedAt, reportedIn, reason }) => {
    const faults = await faultsAfter(file, at, value);
    const path = reportedAt ?? at.reduce<string>((p, s) => (typeof s === "number" ? `${p}[${s}]` : `${p}.${s}`), "$");
    const places = faults.filter((fault) => fault.file === (reportedIn ?? file) && fault.path.startsWith(path));
    expect(places.length, JSON.stringify(faults)).toBeGreaterThan(0);
    expect(
      places.some((fault) => reason.test(fault.reason)),
      JSON.stringify(places),
    ).toBe(true);
  });

  it("names a file that is not there", async () => {
    const faults = await faultsOfSpoiled((folder) => rmSync(join(folder, "funders.json")));
    expect(faults).toEqual([{ file: "funders.json", path: "$", reason: "The file is not there." }]);
  });

  it("names a survey that is not there", async () => {
    const faults = await faultsOfSpoiled((folder) => rmSync(join(folder, "definitions/pledges.json")));
    expect(faults).toEqual([{ file: "definitions/pledges.json", path: "$", reason: "The file is not there." }]);
  });

  it("names line and column of what is not JSON", async () => {
    const faults = await faultsOfSpoiled((folder) => {
      writeFileSync(join(folder, "centres.json"), '{\n  "centres": [,]\n}');
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: "centres.json", path: "$" });
    expect(faults[0]?.reason).toMatch(/line 2, column 15/);
  });

  it("names a folder that holds another pack", async () => {
    const faults = await faultsAfter("pack.json", ["id"], "sea-provinces");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: "pack.json", path: "$.id" });
  });

  it("names a folder that holds none", async () => {
    const reading = await readPack("tests/fixtures/regions/nowhere");
    expect(reading).toEqual({ faults: [{ file: "pack.json", path: "$", reason: "The file is not there." }] });
  });

  it("stops a caller that cannot go on, with every fault in the message", async () => {
    await expect(loadPack("tests/fixtures/regions/nowhere")).rejects.toThrow(BrokenPackError);
    await expect(loadPack("tests/fixtures/regions/nowhere")).rejects.toThrow(/pack\.json \$: The file is not there/);
  });
});

describe("the river provinces, another region in another field", () => {
  it("are a good pack, read by the same code", async () => {
    const pack = await loadPack(RIVER_PROVINCES);
    expect(pack.manifest.field.id).toBe("libraries");
    expect(pack.members).toHaveLength(6);
    expect(pack.planFramework.pillars.flatMap((pillar) => pillar.actions)).toHaveLength(5);
  });
});
