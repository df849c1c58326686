import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { BenchRow } from "./bench-row";
import { benchBootstrap } from "./bootstrap";
import { benchPlanRows } from "./plan-rows";
import { benchRanking } from "./ranking";
import { benchSupply } from "./supply";

// node setup/bench.mjs [bootstrap] [ranking] [supply] [plan]: measures, prints, writes the tables of the page.

const PAGE = "docs/performance.md";
const RUNS = 5;
const say = (line: string) => process.stderr.write(`${line}\n`);

const parts: Readonly<Record<string, () => readonly BenchRow[] | Promise<readonly BenchRow[]>>> = {
  bootstrap: () => benchBootstrap(RUNS),
  ranking: () => benchRanking(RUNS),
  supply: () => benchSupply(RUNS),
  plan: () => benchPlanRows(say),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
const names = Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(name));
let missed = 0;
for (const [at, name] of names.entries()) {
  say(`${at + 1}/${names.length}  ${name} ...`);
  const rows = (await parts[name]?.()) ?? [];
  missed += rows.filter((row) => row.missed !== null).length;
  const table = tableOf(rows);
  console.log(`\n${table}\n`);
  replaceTable(name, `${table}\n\n${machine()}`);
}
console.log(missed === 0 ? "Every budget is met." : `${missed} missed; ${PAGE} says by how much and why.`);

function tableOf(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ what, measured, budget, missed: by }) => {
    const verdict = budget === null ? "" : by === null ? "met" : `missed: ${by}`;
    return `| ${what} | ${measured} | ${budget ?? ""} | ${verdict} |`;
  });
  return ["| What | Measured | Budget | |", "|---|---|---|---|", ...lines].join("\n");
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `Measured with Node ${process.version} on ${cpus().length} cores (${model}), ${new Date().toISOString().slice(0, 10)}.`;
}

/** Puts a table between the markers of its part, and leaves everything else of the page as it is. */
function replaceTable(name: string, text: string): void {
  const [start, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const page = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for the table of ${name}: ${start} ... ${end}`);
  writeFileSync(PAGE, `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`);
}
