export interface TopOverlap {
  /** Topics that stand among the first `size` in both orders. */
  readonly shared: number;
  /** Shared over those that stand there in either, 0 to 1; 1 if both are empty. */
  readonly jaccard: number;
}

/** How far two rankings agree on their first `size` places; ties at the last place all count. */
export function topOverlap(
  ranks: readonly (number | null)[],
  others: readonly (number | null)[],
  size: number,
): TopOverlap {
  let shared = 0;
  let either = 0;
  ranks.forEach((rank, index) => {
    const other = others[index] ?? null;
    const here = rank !== null && rank <= size;
    const there = other !== null && other <= size;
    if (here && there) shared += 1;
    if (here || there) either += 1;
  });
  return { shared, jaccard: either === 0 ? 1 : shared / either };
}
