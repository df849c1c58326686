import { createHash, randomBytes } from "node:crypto";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A random number of fifty bits, easy to read out: `7K2M9-QXT4B`. */
export function newReceipt(): string {
  return spelledOut(randomBytes(10));
}

/** The number of a submission that has no draft: the same for the same key, so that sending it twice gives one. */
export function receiptOf(roundId: string, clientKey: string): string {
  return spelledOut(createHash("sha256").update(`${roundId} ${clientKey}`).digest().subarray(0, 10));
}

function spelledOut(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => LETTERS[byte & 31]).join("");
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
