import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CELL, isPair, type RatingMatrix } from "~/analysis/priorities/rating-matrix";

/** The version of R on this machine, or `undefined`. */
export function rVersion(): string | undefined {
  const asked = spawnSync("Rscript", ["-e", "cat(as.character(getRversion()))"], { encoding: "utf8" });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/**
 * Runs a script of this folder on the pairs of a matrix; both ratings are 0 where either is missing. It prints a line
 * `<id> <milliseconds> <check>` per way of computing, the check being a figure that both sides can compare.
 *
 * @throws {Error} with R's own words if the script fails
 */
export function timesInR(
  script: string,
  matrix: RatingMatrix,
  runs: number,
): ReadonlyMap<string, { readonly milliseconds: number; readonly check: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "meridian-bench-"));
  try {
    const cells = { importance: Uint8Array.from(matrix.importance), capability: Uint8Array.from(matrix.capability) };
    for (let cell = 0; cell < cells.importance.length; cell += 1)
      if (!isPair(cells.importance[cell] ?? CELL.none, cells.capability[cell] ?? CELL.none))
        cells.importance[cell] = cells.capability[cell] = CELL.none;
    writeFileSync(path.join(folder, "importance"), cells.importance);
    writeFileSync(path.join(folder, "capability"), cells.capability);
    const size = [matrix.respondents.length, matrix.topics.length, matrix.N, runs].map(String);
    const run = spawnSync("Rscript", ["--vanilla", `tests/bench/${script}`, folder, ...size], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr || String(run.error)}`);
    return new Map(
      run.stdout
        .trim()
        .split("\n")
        .map((line) => {
          const [id = "", milliseconds, check] = line.split(" ");
          return [id, { milliseconds: Number(milliseconds), check: Number(check) }];
        }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
