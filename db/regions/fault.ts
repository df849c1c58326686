/** What is wrong in a pack: the file (relative to the pack's folder), the place in it as a JSON path, and why. */
export interface PackFault {
  readonly file: string;
  /** Like `$.members[3].timeZone`; `$` is the whole file. */
  readonly path: string;
  readonly reason: string;
}

/** JSON path of a place: numbers are array indices, everything else keys. */
export function jsonPath(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === "number") return `${path}[${step}]`;
    const key = String(step);
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
  }, "$");
}
