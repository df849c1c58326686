import { z } from "zod";
import { type FormErrors, textFields } from "~/app/http/respond";
import type { Translator } from "~/app/i18n/translate";
import type { GivenRows } from "~/db/schema/responses";

/** Lists that a round gives to everybody, typed one row per line. */
const GIVEN = ["objectives", "sessions", "facilitators", "workshops"] as const;

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

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
};

/** The form of a new round, checked; what was typed comes back with the errors. */
export function parseRoundForm(
  form: FormData,
  t: Translator,
):
  | { readonly form: RoundInput; readonly values: Readonly<Record<string, string>> }
  | { readonly errors: FormErrors; readonly values: Readonly<Record<string, string>> } {
  const chosen = form.getAll("members").map(String);
  const values = { ...textFields(form), members: chosen.join(" ") };
  const date = z.iso.date(t("surveys.new.dateWrong"));
  const Schema = z
    .object({
      survey: z.string().regex(/^[a-z0-9-]{1,60}$/, t("surveys.new.none")),
      name: z.string().trim().min(1, t("surveys.new.nameMissing")).max(200),
      opensOn: date,
      closesOn: date,
      zone: z.string().refine(isZone, t("surveys.new.zone")),
      audience: z.enum(["all", "some"]),
    })
    .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ["closesOn"], error: t("surveys.new.datesTurned") })
    .refine(({ audience }) => audience === "all" || chosen.length > 0, {
      path: ["members"],
      error: t("surveys.new.membersMissing"),
    });
  const parsed = Schema.safeParse(values);
  if (!parsed.success) return { errors: z.flattenError(parsed.error).fieldErrors, values };
  const { audience, ...rest } = parsed.data;
  return { form: { ...rest, memberIds: audience === "all" ? null : chosen, given: givenOf(form) }, values };
}

function givenOf(form: FormData): GivenRows {
  const given: Record<string, { id: string; title: string }[]> = {};
  for (const list of GIVEN) {
    const lines = String(form.get(`given-${list}`) ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length > 0) given[list] = lines.map((title, index) => ({ id: `${list}-${index + 1}`, title }));
  }
  return given;
}
