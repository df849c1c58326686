import type { PairedRating, PriorityInput } from "~/analysis/priorities/paired-rating";

/** A round written as one string per member and topic: "52" is importance 5 and capability 2; see `cell`. */
export function round(
  answers: Readonly<Record<string, readonly string[]>>,
  { silent = 0, strata }: { readonly silent?: number; readonly strata?: Readonly<Record<string, string>> } = {},
): PriorityInput {
  const width = Math.max(0, ...Object.values(answers).map((cells) => cells.length));
  const topics = Array.from({ length: width }, (_, index) => `t${index + 1}`);
  const names = [...Object.keys(answers), ...Array.from({ length: silent }, (_, index) => `silent-${index + 1}`)];
  return {
    topics,
    members: names.map((member) => (strata ? { member, stratum: strata[member] ?? "rest" } : { member })),
    ratings: Object.entries(answers).flatMap(([member, cells]) =>
      cells.map((cell, index) => ({ member, topic: `t${index + 1}`, ...ratings(cell) })),
    ),
  };
}

/** "52" a pair, "na" not applicable, "5?" importance only, "?2" capability only, "??" nothing. */
function ratings(cell: string): Pick<PairedRating, "importance" | "capability"> {
  if (cell === "na") return { importance: "notApplicable", capability: "notApplicable" };
  const read = (sign: string | undefined) => (sign === undefined || sign === "?" ? "dontKnow" : Number(sign));
  return { importance: read(cell[0]), capability: read(cell[1]) };
}
