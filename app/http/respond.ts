import { data } from "@remix-run/node";
import type { z } from "zod";

/** The reply that shows the page of an error; thrown from loaders and actions. */
export function notFound(what: string): Response {
  return new Response(what, { status: 404, statusText: "Not Found" });
}

export function forbidden(): Response {
  return new Response("forbidden", { status: 403, statusText: "Forbidden" });
}

/** A path's parameters, checked; a malformed one is a page that does not exist, not a fault of the server. */
export function parseParams<T>(schema: z.ZodType<T>, params: Readonly<Record<string, string | undefined>>): T {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw notFound("params");
  return parsed.data;
}

/** Messages by field, as a page of a form shows them. */
export type FormErrors = Readonly<Record<string, readonly string[] | undefined>>;

/** A wrong form: nothing was changed, the fields come back with what was typed. */
export function formErrors(errors: FormErrors, values: Readonly<Record<string, string>> = {}) {
  return data({ errors, values }, { status: 400 });
}

/** The text fields of a form; files and repeated names are the caller's own business. */
export function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value;
  return fields;
}

/**
 * The form that a request carries.
 *
 * @throws the page 400 if it is none, which no browser sends
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response("not a form", { status: 400, statusText: "Bad Request" });
  }
}
