import { z } from "zod";

const modes = z.enum(["national", "subRegional", "regional", "virtual"]);
const statuses = z.enum(["optimal", "bestFound", "infeasible", "notSolved"]);

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

/** The reason of a stored line: of one in the plan the first, of one left out the second. */
export const LineReason = z.object({
  reason: z.string().nullable().optional(),
  gain: z.number().optional(),
  why: z
    .object({
      loss: z.number().nullable(),
      status: statuses,
      closeness: z.number().nullable().optional(),
      displaces: z.array(z.string()).optional(),
      instead: z.array(z.string()).optional(),
    })
    .nullable(),
});
export type LineReason = Readonly<z.infer<typeof LineReason>>;
