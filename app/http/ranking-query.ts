import { z } from "zod";

const Query = z.object({
  lens: z
    .string()
    .regex(/^[a-z0-9.-]{1,80}$/)
    .optional(),
  show: z.enum(["plot", "figures"]).catch("plot"),
  run: z.uuid().optional(),
  published: z.uuid().optional(),
  with: z.uuid().optional(),
});

/** Which view of which ranking an address asks for; what cannot be read is left out. */
export function rankingQuery(request: Request): z.infer<typeof Query> {
  const parsed = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return parsed.success ? parsed.data : { show: "plot" };
}
