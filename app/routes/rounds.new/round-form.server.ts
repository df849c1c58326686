import { z } from "zod";
import { type FormErrors, textFields } from "~/app/http/respond";
import { isTimeZone } from "~/app/i18n/time-zone";
import type { Translator } from "~/app/i18n/translate";
import type { GivenRows } from "~/db/schema/responses";
import { GIVEN } from "./round-form";

export interface RoundInput {
  readonly survey: string;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly zone: string;
  /** `null`: all members. */
  readonly memberIds: readonly string[] | null;
  readonly given: GivenRows;
}

const MOST_ROWS = 60;

/** The form of a new round, checked; what was typed comes back with the errors. */
export function parseRoundForm(
  form: FormData,
  t: Translator,
):
  | { readonly form: RoundInput; readonly values: Readonly<Record<string, string>> }
  | { readonly errors: FormErrors; readonly values: Readonly<Record<string, string>> } {
  const chosen = form.getAll("members").map(String);
  const values: Record<string, string> = { ...readable(textFields(form)), members: chosen.join(" ") };
  const date = z.iso.date(t("surveys.new.dateWrong"));
  const Schema = z
    .object({
      survey: z.string().regex(/^[a-z0-9-]{1,60}$/, t("surveys.new.none")),
      name: z.string().trim().min(1, t("surveys.new.nameMissing")).max(200, t("surveys.new.nameLong")),
      opensOn: date,
      closesOn: date,
      zone: z.string().refine(isTimeZone, t("surveys.new.zoneWrong")),
      audience: z.enum(["all", "some"]),
    })
    .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ["closesOn"], error: t("surveys.new.datesTurned") })
    .superRefine((_, check) => {
      for (const list of GIVEN)
        if ((values[`given-${list}`] ?? "").split("\n").length > MOST_ROWS)
          check.addIssue({
            code: "custom",
            path: [`given-${list}`],
            message: t("surveys.new.givenMany", { most: MOST_ROWS }),
          });
    })
    .refine(({ audience }) => audience === "all" || chosen.length > 0, {
      path: ["members"],
      error: t("surveys.new.membersMissing"),
    });
  const parsed = Schema.safeParse(values);
  if (!parsed.success) return { errors: fieldErrorsOf(parsed.error), values };
  const { audience, ...rest } = parsed.data;
  return { form: { ...rest, memberIds: audience === "all" ? null : chosen, given: givenOf(values) }, values };
}

function fieldErrorsOf(error: z.ZodError): FormErrors {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "");
    errors[field] = [...(errors[field] ?? []), message];
  }
  return errors;
}

/** Without the one character that no text of the database may have. */
function readable(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.replaceAll("\0", "")]));
}

function givenOf(values: Readonly<Record<string, string>>): GivenRows {
  const given: Record<string, { id: string; title: string }[]> = {};
  for (const list of GIVEN) {
    const lines = (values[`given-${list}`] ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length > 0) given[list] = lines.map((title, index) => ({ id: `${list}-${index + 1}`, title }));
  }
  return given;
}
