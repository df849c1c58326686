import { z } from "zod";
import type { FormErrors } from "~/app/http/respond";
import { isTimeZone } from "~/app/i18n/time-zone";
import type { Translator } from "~/app/i18n/translate";
import { activityForms, activityScopes, type ProgrammeKind } from "~/db/schema/activities";
import type { ActivityView } from "./read-activity";
import type { ActivityDraft } from "./save-activity";

/** Most lines of a list that is typed one per line. */
const MOST_LINES = 40;
const LONGEST_LINE = 200;

/** Every field as text, for the form to be shown again; lists are one line each, marks separated by spaces. */
export type ActivityValues = Readonly<Record<string, string>>;

/** What was typed, to be shown again. */
export function typedActivity(form: FormData): ActivityValues {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String).join(" ").replaceAll("\0", "")]),
  );
}

/** The form of an activity, checked; errors by field. */
export function parseActivityForm(
  form: FormData,
  t: Translator,
): { readonly draft: ActivityDraft; readonly baseRevision: number | undefined } | { readonly errors: FormErrors } {
  const text = (name: string) => String(form.get(name) ?? "").replaceAll("\0", "");
  const wrong = t("workshops.form.wrong");
  const optional = z
    .string()
    .trim()
    .max(200, wrong)
    .transform((value) => (value === "" ? null : value));
  const date = z
    .literal("")
    .or(z.iso.date(t("workshops.form.dateWrong")))
    .transform((value) => (value === "" ? null : value));
  const lines = z
    .string()
    .transform(linesOf)
    .pipe(
      z
        .array(z.string().max(LONGEST_LINE, t("workshops.form.lineLong", { most: LONGEST_LINE })))
        .max(MOST_LINES, t("workshops.form.linesMany", { most: MOST_LINES })),
    );
  const ids = z.array(z.string().max(100, wrong)).max(200, wrong);
  const Schema = z
    .object({
      title: z.string().trim().min(1, t("workshops.form.titleMissing")).max(300, t("workshops.form.titleLong")),
      scope: z.enum(activityScopes, wrong),
      form: z.enum(activityForms, wrong),
      topicIds: ids,
      memberIds: ids,
      cycleId: optional,
      startsOn: date,
      endsOn: date,
      place: optional,
      hostMemberId: optional,
      trainingCentreId: optional,
      timeZone: optional.refine((zone) => zone === null || isTimeZone(zone), t("workshops.form.zoneWrong")),
      languages: z.array(z.string().regex(/^[a-z]{2,3}$/, wrong)).max(10, wrong),
      funderId: optional,
      objectives: lines,
      sessions: lines,
      expertIds: z.array(z.uuid(wrong)).max(60, wrong),
      named: lines,
      revision: z.coerce.number().int().min(0),
    })
    .refine(({ startsOn, endsOn }) => startsOn !== null || endsOn === null, {
      path: ["startsOn"],
      error: t("workshops.form.startMissing"),
    })
    .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
      path: ["endsOn"],
      error: t("workshops.form.datesTurned"),
    });
  const all = (name: string) => form.getAll(name).map(String);
  const parsed = Schema.safeParse({
    title: text("title"),
    scope: text("scope"),
    form: text("form"),
    topicIds: all("topicIds"),
    memberIds: all("memberIds"),
    cycleId: text("cycleId"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    place: text("place"),
    hostMemberId: text("hostMemberId"),
    trainingCentreId: text("trainingCentreId"),
    timeZone: text("timeZone"),
    languages: all("languages"),
    funderId: text("funderId"),
    objectives: text("objectives"),
    sessions: text("sessions"),
    expertIds: all("expertIds"),
    named: text("named"),
    revision: text("revision"),
  });
  if (!parsed.success) return { errors: errorsByField(parsed.error) };
  const { revision, ...draft } = parsed.data;
  return { draft, baseRevision: revision === 0 ? undefined : revision };
}

/** Messages by the field's name. */
export function errorsByField(error: z.ZodError): FormErrors {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    if (!errors[field]?.includes(message)) errors[field] = [...(errors[field] ?? []), message];
  }
  return errors;
}

function linesOf(text: string): readonly string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== "");
}

/** A stored activity as its form shows it. */
export function activityValues({ activity, programme, facilitators }: ActivityView): ActivityValues {
  const { revision, topicIds, memberIds, languages } = activity;
  const titles = (kind: ProgrammeKind) =>
    programme.flatMap((entry) => (entry.kind === kind ? [entry.title] : [])).join("\n");
  return {
    title: activity.title,
    scope: activity.scope,
    form: activity.form,
    topicIds: topicIds.join(" "),
    memberIds: memberIds.join(" "),
    cycleId: activity.cycleId ?? "",
    startsOn: activity.startsOn ?? "",
    endsOn: activity.endsOn ?? "",
    place: activity.place ?? "",
    hostMemberId: activity.hostMemberId ?? "",
    trainingCentreId: activity.trainingCentreId ?? "",
    timeZone: activity.timeZone ?? "",
    languages: languages.join(" "),
    funderId: activity.funderId ?? "",
    objectives: titles("objective"),
    sessions: titles("session"),
    expertIds: facilitators.flatMap(({ expert, personId }) => (expert ? [personId] : [])).join(" "),
    named: facilitators.flatMap(({ expert, name }) => (expert ? [] : [name])).join("\n"),
    revision: String(revision),
  };
}
