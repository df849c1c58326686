import type { Translator } from "~/app/i18n/translate";
import { findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findExperts } from "~/db/experts";
import { findFunders, findMembers, findTopics, findTrainingCentres } from "~/db/members";
import type { RegionPack } from "~/db/regions/pack-schema";
import { activityForms, activityScopes } from "~/db/schema/activities";

interface Option {
  readonly id: string;
  readonly name: string;
}

/** What the form of an activity offers to choose from, named in the reader's language. */
export interface ActivityOptions {
  readonly forms: readonly Option[];
  readonly scopes: readonly Option[];
  readonly topics: readonly Option[];
  readonly members: readonly Option[];
  readonly cycles: readonly Option[];
  readonly centres: readonly Option[];
  readonly funders: readonly Option[];
  readonly languages: readonly Option[];
  readonly experts: readonly Option[];
  /** Zones of the region, offered beside the field. */
  readonly zones: readonly string[];
}

export async function activityOptions(
  db: Database,
  { pack, t }: { readonly pack: Pick<RegionPack, "manifest">; readonly t: Translator },
): Promise<ActivityOptions> {
  const members = (await findMembers(db)).filter(({ active }) => active);
  const nameOf = new Map(members.map(({ id, name }) => [id, t.pick(name)]));
  const names = new Intl.Collator(t.locale === "x-rtl" ? "en" : t.locale);
  const byName = (options: readonly Option[]) => [...options].sort((a, b) => names.compare(a.name, b.name));
  const active = <
    Row extends { readonly id: string; readonly name: Readonly<Record<string, string>>; active: boolean },
  >(
    rows: readonly Row[],
  ) => rows.filter((row) => row.active).map(({ id, name }) => ({ id, name: t.pick(name) }));
  return {
    forms: activityForms.map((id) => ({ id, name: t(`workshops.kind.${id}`) })),
    scopes: activityScopes.map((id) => ({ id, name: t(`workshops.scope.${id}`) })),
    topics: active(await findTopics(db)),
    members: byName(members.map(({ id, name }) => ({ id, name: t.pick(name) }))),
    cycles: (await findCycles(db)).map(({ id }) => ({ id, name: t.cycle(id) })).sort((a, b) => (a.id < b.id ? 1 : -1)),
    centres: active(await findTrainingCentres(db)),
    funders: active(await findFunders(db)),
    languages: pack.manifest.spokenLanguages.map(({ id, name }) => ({ id, name: t.pick(name) })),
    experts: byName(
      (await findExperts(db, { on: "9999-12-31" })).map(({ personId, name, memberId }) => {
        const member = memberId === null ? undefined : nameOf.get(memberId);
        return { id: personId, name: member ? t("workshops.form.expert", { name, member }) : name };
      }),
    ),
    zones: [...new Set([pack.manifest.seat.timeZone, ...members.map(({ timeZone }) => timeZone)])].sort(),
  };
}
