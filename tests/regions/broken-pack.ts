import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackFault } from "~/db/regions/fault";
import { readPack } from "~/db/regions/read-pack";

export const RIVER_PROVINCES = "tests/fixtures/regions/river-provinces";

type Step = string | number;

/** The faults of a copy of the river provinces in which one value of one file is another (`undefined` removes it). */
export async function faultsAfter(file: string, path: readonly Step[], value: unknown): Promise<readonly PackFault[]> {
  return inCopy(async (folder) => {
    const content: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
    writeFileSync(join(folder, file), JSON.stringify(withValue(content, path, value)));
    return faultsIn(folder);
  });
}

/** The faults of a copy that `spoil` has changed as it likes. */
export async function faultsOfSpoiled(spoil: (folder: string) => void): Promise<readonly PackFault[]> {
  return inCopy(async (folder) => {
    spoil(folder);
    return faultsIn(folder);
  });
}

async function faultsIn(folder: string): Promise<readonly PackFault[]> {
  const reading = await readPack(folder);
  return "faults" in reading ? reading.faults : [];
}

async function inCopy<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const parent = mkdtempSync(join(tmpdir(), "region-"));
  const folder = join(parent, "river-provinces");
  try {
    cpSync(RIVER_PROVINCES, folder, { recursive: true });
    return await use(folder);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function withValue(node: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(node)) return node.map((item, index) => (index === step ? withValue(item, rest, value) : item));
  if (typeof node !== "object" || node === null) throw new RangeError(`there is no ${step} to change`);
  const inner = withValue(Object.entries(node).find(([key]) => key === step)?.[1], rest, value);
  const kept = Object.entries(node).filter(([key]) => key !== step);
  return Object.fromEntries(inner === undefined ? kept : [...kept, [step, inner]]);
}
