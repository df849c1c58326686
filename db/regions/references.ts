import { jsonPath, type PackFault } from "./fault";

/** Says that something is wrong at a place of the file that is being checked. */
export type Report = (path: readonly PropertyKey[], reason: string) => void;

/** Collects what `check` reports of one file. */
export function faultsOf(file: string, check: (report: Report) => void): readonly PackFault[] {
  const faults: PackFault[] = [];
  check((path, reason) => faults.push({ file, path: jsonPath(path), reason }));
  return faults;
}

/** Reports every value that an earlier one in the list already has. */
export function reportDuplicates(
  report: Report,
  path: readonly PropertyKey[],
  values: readonly string[],
  key?: string,
): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (seen.has(value)) report(key ? [...path, index, key] : [...path, index], `“${value}” is there twice.`);
    seen.add(value);
  });
}

/** Reports every id of the list that is not known, and those that are there twice. */
export function reportUnknown(
  report: Report,
  path: readonly PropertyKey[],
  ids: readonly string[],
  known: ReadonlySet<string>,
  what: string,
): void {
  reportDuplicates(report, path, ids);
  ids.forEach((id, index) => {
    if (!known.has(id)) report([...path, index], `There is no ${what} “${id}”.`);
  });
}

export function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map((record) => record.id));
}

export function reportLanguageTag(report: Report, path: readonly PropertyKey[], tag: string): void {
  if (!isLanguageTag(tag)) report(path, `“${tag}” is not a language tag in its usual writing (BCP 47).`);
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

export function reportTimeZone(report: Report, path: readonly PropertyKey[], timeZone: string): void {
  if (!isTimeZone(timeZone)) report(path, `“${timeZone}” is no time zone of the IANA list.`);
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    // Offsets such as "+07:00" are accepted by Intl, but know no change of the clock.
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}
