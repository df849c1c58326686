const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** A reply that the browser stores as a file. `name` is made safe; made-up data say so in the file's name. */
export function download(
  body: string | Uint8Array,
  { name, type, synthetic }: { readonly name: string; readonly type: keyof typeof TYPES; readonly synthetic: boolean },
): Response {
  const safe = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return new Response(typeof body === "string" ? body : Buffer.from(body), {
    headers: {
      "Content-Type": TYPES[type],
      "Content-Disposition": `attachment; filename="${safe}${synthetic ? "-synthetic" : ""}.${type}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
