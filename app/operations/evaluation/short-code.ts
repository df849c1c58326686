import { randomBytes } from "node:crypto";

// Without the characters that are read for one another: 0 and O, 1, I and L.
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

/** A short secret to be typed from paper: eight of 31 signs, made of random bytes of which none is favoured. */
export function newShortCode(random: (size: number) => Uint8Array = randomBytes): string {
  let code = "";
  while (code.length < LENGTH)
    for (const byte of random(LENGTH)) {
      // The last few values of a byte would make some signs likelier than others.
      if (byte >= 256 - (256 % SIGNS.length) || code.length === LENGTH) continue;
      code += SIGNS[byte % SIGNS.length];
    }
  return code;
}

/**
 * A code as somebody typed it, in any letter case, with or without its hyphen.
 *
 * @returns `undefined` if it can be none
 */
export function typedShortCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined;
}

/** "ABCD-EFGH", easier to type. */
export const shownShortCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
