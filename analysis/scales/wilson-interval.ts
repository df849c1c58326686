import { normalQuantile } from "../numeric/distributions/normal";
import type { Interval } from "../numeric/t-interval";

/**
 * Wilson's interval of a share (1927; Newcombe 1998, method 3): the shares p for which |x/n - p| is within z standard
 * errors computed from p itself. 0 of n has the lower end exactly 0, n of n the upper end exactly 1.
 *
 * With a list of N the sample counts as n (N - 1)/(N - n) independent answers.
 *
 * @param successes from 0 to n; need not be whole, so that the mean of a bounded scale fits too (`scoreInterval`)
 * @returns `null` if n is 0, or n = N: nothing was sampled
 * @throws {RangeError} if the numbers are impossible or the confidence is not between 0 and 1
 * @see docs/methods/wilson-interval.md
 * @example
 * wilsonInterval(81, 263); // => { lower: 0.2553, upper: 0.3662 }
 */
export function wilsonInterval(
  successes: number,
  n: number,
  { confidence = 0.95, N = null }: { readonly confidence?: number; readonly N?: number | null } = {},
): Interval | null {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n ${n} is no number of answers`);
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n} is no share`);
  if (N !== null && !(Number.isInteger(N) && N >= n)) throw new RangeError(`a list of ${N} cannot have ${n} answers`);
  if (n === 0 || n === N) return null;
  const effective = N === null ? n : (n * (N - 1)) / (N - n);
  const p = successes / n;
  const z2 = normalQuantile((1 - confidence) / 2) ** 2;
  const centre = p + z2 / (2 * effective);
  const half = Math.sqrt(z2 * ((p * (1 - p)) / effective + z2 / (4 * effective * effective)));
  const scale = 1 + z2 / effective;
  return {
    lower: successes === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: successes === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}
