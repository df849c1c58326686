import { z } from "zod";
import type { Translator } from "~/app/i18n/translate";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { type ExpertEntry, findExperts, recordStanding, saveExpert as storeExpert } from "~/db/experts";
import { findAccreditationAreas, findMember, findTopics } from "~/db/members";
import { findPerson, insertPerson, updatePerson } from "~/db/people";
import { expertKinds, standingSteps } from "~/db/schema/experts";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const ExpertForm = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(200),
  member: z.string().max(100),
  kind: z.enum(expertKinds),
  gender: z.enum(["woman", "man", "other", ""]),
  languages: z.array(z.string().min(2).max(35)).max(20),
  topics: z.array(z.string().max(100)).max(100),
  released: z.boolean(),
  missions: z.literal("").or(z.coerce.number().int().min(0).max(12)),
  confirmed: z.boolean(),
  note: z.string().trim().max(2000),
});

export type ExpertDraft = z.infer<typeof ExpertForm>;
export type ExpertFormErrors = Readonly<Record<string, readonly string[]>>;

/** What was typed, to be shown again; of several marks of one name a list with spaces. */
export function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String).join(" ")]));
}

/** What was typed about a person, checked; errors by field. */
export function parseExpertForm(
  form: FormData,
  t: Translator,
): { readonly draft: ExpertDraft } | { readonly errors: ExpertFormErrors } {
  const text = (name: string) => String(form.get(name) ?? "");
  const given = {
    id: text("id") || undefined,
    name: text("name"),
    member: text("member"),
    kind: text("kind"),
    gender: text("gender"),
    languages: form.getAll("languages").map(String),
    topics: form.getAll("topics").map(String),
    released: form.has("released"),
    missions: text("missions").trim(),
    confirmed: form.has("confirmed"),
    note: text("note"),
  };
  const parsed = ExpertForm.safeParse(given);
  if (parsed.success) return { draft: parsed.data };
  const errors: Record<string, readonly string[]> = {};
  for (const { path } of parsed.error.issues) {
    const field = String(path[0]);
    errors[field] = [
      field === "name"
        ? t("experts.form.nameMissing")
        : field === "missions"
          ? t("experts.form.missionsWrong")
          : t("experts.form.wrong"),
    ];
  }
  return { errors };
}

/**
 * Puts a person into the register or brings the entry up to date, in one transaction. Conflicts, months and standing
 * have forms of their own and stay as they are.
 *
 * @param cycleId the cycle that "confirmed" stands for
 * @returns the person's id, or what is not there any more
 */
export async function saveExpert(
  db: Database,
  {
    draft,
    cycleId,
    actor,
    at,
  }: { readonly draft: ExpertDraft; readonly cycleId: string; readonly actor: Actor; readonly at: Date },
): Promise<{ readonly personId: string } | "unknownMember" | "unknownPerson" | "unknownTopic"> {
  const { id, name, kind, gender, languages, topics, released, missions, confirmed, note } = draft;
  const memberId = draft.member === "" ? null : draft.member;
  return db.transaction(async (tx) => {
    if (memberId !== null && !(await findMember(tx, memberId))) return "unknownMember";
    const known = new Set((await findTopics(tx)).map((topic) => topic.id));
    if (!topics.every((topic) => known.has(topic))) return "unknownTopic";
    const before = id === undefined ? undefined : (await findExperts(tx, { on: "9999-12-31", ids: [id] }))[0];
    if (id !== undefined && !before) return "unknownPerson";
    const personId = id ?? (await insertPerson(tx, { name, memberId, actor, at })).id;
    if (before && before.name !== name) await updatePerson(tx, { id: personId, name, actor, at });
    const entry: ExpertEntry = {
      kind,
      gender: gender === "" ? null : gender,
      languages,
      topicIds: topics,
      released,
      missionsPerYear: missions === "" ? null : missions,
      // Taking the mark away leaves the person confirmed for whatever cycle before this one it was.
      confirmedCycleId: confirmed
        ? cycleId
        : before?.confirmedCycleId === cycleId
          ? null
          : (before?.confirmedCycleId ?? null),
      note: note === "" ? null : note,
    };
    await storeExpert(tx, { personId, entry, actor, at });
    return { personId };
  });
}

const StandingForm = z.object({
  area: z.string().min(1),
  step: z.enum(standingSteps),
  since: Day,
  note: z.string().trim().max(1000),
});

/**
 * Notes a dated step of a person in an area.
 *
 * @returns errors by field, if the form is wrong, the date lies in the future or the person or area is unknown
 */
export async function noteStanding(
  db: Database,
  {
    personId,
    form,
    today,
    t,
    actor,
    at,
  }: {
    readonly personId: string;
    readonly form: FormData;
    readonly today: string;
    readonly t: Translator;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly errors: ExpertFormErrors } | "noted" | "unknownPerson"> {
  const parsed = StandingForm.safeParse({
    area: form.get("area"),
    step: form.get("step"),
    since: form.get("since"),
    note: form.get("note") ?? "",
  });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    return { errors: Object.fromEntries([...fields].map((field) => [field, [wrongStanding(field, t)]])) };
  }
  const { area, step, since, note } = parsed.data;
  if (!isDay(since)) return { errors: { since: [t("experts.standing.dateWrong")] } };
  if (since > today) return { errors: { since: [t("experts.standing.dateInFuture")] } };
  if (!(await findAccreditationAreas(db)).some(({ id }) => id === area))
    return { errors: { area: [t("experts.standing.areaMissing")] } };
  if (!(await isRegistered(db, personId))) return "unknownPerson";
  await recordStanding(db, { personId, areaId: area, step, since, note: note === "" ? null : note, actor, at });
  return "noted";
}

function wrongStanding(field: string, t: Translator): string {
  if (field === "since") return t("experts.standing.dateWrong");
  return field === "area" ? t("experts.standing.areaMissing") : t("experts.standing.stepMissing");
}

const ConflictForm = z.object({
  conflictMember: z.string().min(1),
  conflictKind: z.enum(["dispute", "declined"]),
  conflictNote: z.string().trim().max(1000),
});

/** Adds a conflict of interest with a member, or takes it away with `remove`; the others stay. */
export async function changeConflict(
  db: Database,
  {
    personId,
    form,
    today,
    t,
    actor,
    at,
  }: {
    readonly personId: string;
    readonly form: FormData;
    readonly today: string;
    readonly t: Translator;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly errors: ExpertFormErrors } | "changed" | "unknownPerson"> {
  return db.transaction(async (tx) => {
    const [expert] = await findExperts(tx, { on: "9999-12-31", ids: [personId] });
    if (!expert) return "unknownPerson";
    const removed = form.get("remove");
    let conflicts = expert.conflicts.map(({ memberId, kind, since, note }) => ({ memberId, kind, since, note }));
    if (typeof removed === "string") conflicts = conflicts.filter(({ memberId }) => memberId !== removed);
    else {
      const parsed = ConflictForm.safeParse({
        conflictMember: form.get("conflictMember"),
        conflictKind: form.get("conflictKind"),
        conflictNote: form.get("conflictNote") ?? "",
      });
      if (!parsed.success || !(await findMember(tx, parsed.data.conflictMember)))
        return { errors: { conflictMember: [t("experts.conflict.memberMissing")] } };
      const { conflictMember, conflictKind, conflictNote } = parsed.data;
      conflicts = [
        ...conflicts.filter(({ memberId }) => memberId !== conflictMember),
        {
          memberId: conflictMember,
          kind: conflictKind,
          since: today,
          note: conflictNote === "" ? null : conflictNote,
        },
      ];
    }
    const { kind, languages, released } = expert;
    await storeExpert(tx, { personId, entry: { kind, languages, released, conflicts }, actor, at });
    return "changed";
  });
}

async function isRegistered(db: Database, personId: string): Promise<boolean> {
  if (!(await findPerson(db, personId))) return false;
  return (await findExperts(db, { on: "9999-12-31", ids: [personId] })).length > 0;
}

/** Whether the text is a day of the calendar, not only of its form. */
function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
