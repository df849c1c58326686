import { z } from "zod";

/** What every record of a pack is made of: ids, texts in several languages, sources, settings. */

export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is written in lower-case letters, digits and hyphens.");

/** A text in the pack's languages; English is always there and stands in for a language that is missing. */
export const LocalizedText = z.object({ en: z.string().min(1) }).catchall(z.string().min(1));
export type LocalizedText = Readonly<z.infer<typeof LocalizedText>>;

/** Where a fact is printed. `document` is an id of the manifest's `documents`, or `null` for general knowledge. */
const Source = z.strictObject({ document: Id.nullable(), section: z.string().min(1) });
export const Sources = z.array(Source).min(1);

/**
 * A figure or choice of the office that a planner may change: either printed somewhere (`source`), or an assumption that
 * says what it rests on (`basis`). Pages that show it show which of the two it is.
 */
export function settingOf<Value extends z.ZodType>(value: Value) {
  return z
    .strictObject({
      value,
      assumption: z.literal(true).optional(),
      basis: z.string().min(10, "A basis is a sentence.").optional(),
      source: Sources.optional(),
    })
    .superRefine(({ assumption, basis, source }, context) => {
      if (assumption && !basis) context.addIssue("An assumption needs its basis.");
      if (assumption && source) context.addIssue("A setting is an assumption or has a source, not both.");
      if (!assumption && !source) context.addIssue("A setting needs a source, or assumption: true with a basis.");
    });
}

export const Count = z.int().min(0);
export const Money = z.number().min(0);
export const Share = z.number().min(0).max(1);
export const Month = z.int().min(1).max(12);
export const YearMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "A month is written YYYY-MM.");
export const Period = z.strictObject({ start: YearMonth, end: YearMonth });

/** How far a delivery reaches. A pack names the modes in its own words; the ids are the machinery's. */
export const Mode = z.enum(["national", "sub-regional", "regional", "virtual", "accreditation", "diagnostic"]);
export type Mode = z.infer<typeof Mode>;
