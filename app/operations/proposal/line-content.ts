import { z } from "zod";

const modes = z.enum(["national", "subRegional", "regional", "virtual"]);

/** What a stored line of a proposal says, given lines and candidates alike. */
export const LineContent = z.object({
  kind: z.enum(["national", "joint", "accreditation", "standing", "fixed"]),
  mode: modes,
  topic: z.string().default(""),
  members: z.array(z.string()),
  languages: z.array(z.string()).nullable().default(null),
  asked: z.boolean().default(true),
  requests: z.array(z.string()).default([]),
  /** Position of the month; `null` or none without a plan. */
  month: z.int().nullable().optional(),
  experts: z.array(z.string()).default([]),
  host: z.string().nullable().default(null),
  funding: z.array(z.object({ funder: z.string(), amount: z.number() })).default([]),
  teamSize: z.int().default(0),
});
export type LineContent = Readonly<z.infer<typeof LineContent>>;

/** What a search says at once of a line that it leaves out. */
export const LineReason = z.object({
  reason: z.string().nullable(),
  /** Score that it would add on top of the plan, if it fitted. */
  gain: z.number(),
});
export type LineReason = Readonly<z.infer<typeof LineReason>>;
