/** A stream of pseudo-random numbers that the same seed repeats on every machine. */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  next(): number;
  /** Uniform on 0, 1, ..., below - 1, without modulo bias; `below` from 1 to 2^32. */
  integer(below: number): number;
}

/**
 * The xoshiro128** generator (Blackman & Vigna 2021, ACM TOMS 47(4)), its state filled from the seed by splitmix32.
 *
 * `Math.random` cannot be seeded, so no published figure could be made again with it.
 *
 * @param seed an integer from 0 to 2^32 - 1
 * @throws {RangeError} if the seed is not such an integer
 */
export function createRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(`seed ${seed} is no integer from 0 to 2^32 - 1`);
  let filler = seed >>> 0;
  const splitmix = () => {
    filler = (filler + 0x9e3779b9) >>> 0;
    let z = filler;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix();

  const bits32 = (): number => {
    const x = Math.imul(b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };

  // Kept from call to call: the same bound is asked for again and again, and its remainder is the dear part.
  let bound = 1;
  let limit = 0x100000000;

  return {
    next: () => ((bits32() >>> 5) * 0x4000000 + (bits32() >>> 6)) / 0x20000000000000,
    integer: (below) => {
      if (!Number.isInteger(below) || below < 1 || below > 0x100000000)
        throw new RangeError(`cannot draw below ${below}`);
      if (below !== bound) {
        bound = below;
        limit = 0x100000000 - (0x100000000 % below);
      }
      for (;;) {
        const draw = bits32();
        if (draw < limit) return draw % below;
      }
    },
  };
}
