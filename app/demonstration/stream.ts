import { createRandom, type Random } from "~/analysis/numeric/random";

/** A stream of chance of its own for each name: adding one member or topic changes no other's answers. */
export interface Stream extends Random {
  readonly chance: (share: number) => boolean;
  /** Standard normal. */
  readonly normal: () => number;
  /** @throws {RangeError} if there is nothing to choose from */
  readonly one: <Item>(from: readonly Item[]) => Item;
  /** Some of them, in their order. */
  readonly some: <Item>(from: readonly Item[], count: number) => readonly Item[];
}

/** The stream of that name; the same seed and name give the same on every machine. */
export function streamOf(seed: number, name: string): Stream {
  const random = createRandom(hash(name, seed));
  const one = <Item>(from: readonly Item[]): Item => {
    const found = from[random.integer(Math.max(1, from.length))];
    if (found === undefined) throw new RangeError("nothing to choose from");
    return found;
  };
  return {
    ...random,
    chance: (share) => random.next() < share,
    normal: () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next()),
    one,
    some: (from, count) => {
      const left = [...from.keys()];
      const taken = new Set<number>();
      while (taken.size < count && left.length > 0) taken.add(left.splice(random.integer(left.length), 1)[0] ?? 0);
      return from.filter((_, index) => taken.has(index));
    },
  };
}

/** FNV-1a over the name, begun with the seed. */
function hash(name: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of name) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
