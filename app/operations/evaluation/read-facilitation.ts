import type { Translator } from "~/app/i18n/translate";
import { findLatestAnalysisRun } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { findPerson } from "~/db/people";
import { parseFacilitation } from "./evaluation-document";

/** How facilitators were rated over all workshops, from the latest stored run; for the office alone. */
export interface FacilitationView {
  readonly runId: string;
  /** Mean over all forms of all facilitators. */
  readonly overall: string;
  readonly rows: readonly {
    readonly personId: string;
    readonly name: string;
    readonly forms: number;
    readonly workshops: number;
    readonly mean: string;
    readonly shrunken: string;
  }[];
}

/** @returns `null` if no evaluation was calculated yet; persons without a rating have no row */
export async function readFacilitation(
  db: Database,
  { personIds, t }: { readonly personIds: readonly string[]; readonly t: Translator },
): Promise<FacilitationView | null> {
  const run = await findLatestAnalysisRun(db, { kind: "facilitation" });
  if (!run) return null;
  const { result } = parseFacilitation(run.document);
  const score = (value: number | null) =>
    value === null ? "–" : t.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const rows: FacilitationView["rows"][number][] = [];
  for (const { group, forms, workshops, mean, shrunken } of result.groups) {
    if (!personIds.includes(group)) continue;
    const person = await findPerson(db, group);
    const figures = { forms, workshops, mean: score(mean), shrunken: score(shrunken) };
    rows.push({ personId: group, name: person?.name ?? "–", ...figures });
  }
  return { runId: run.id, overall: score(result.mean.value), rows };
}
