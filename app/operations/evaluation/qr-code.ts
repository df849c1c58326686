import { create } from "qrcode";

/** A QR code as a drawing: `size` squares a side with its quiet zone, `path` the dark ones. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Squares of white that readers need around the code. */
const QUIET = 4;

/**
 * The QR code of an address, as one path of runs of dark squares; correction level Q, so that a quarter may be smudged.
 */
export function qrCode(address: string): QrCode {
  const { size, data } = create(address, { errorCorrectionLevel: "Q" }).modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue;
      let length = 1;
      while (column + length < size && data[row * size + column + length]) length += 1;
      runs.push(`M${column + QUIET} ${row + QUIET}h${length}v1h-${length}z`);
      column += length;
    }
  return { size: size + 2 * QUIET, path: runs.join("") };
}
