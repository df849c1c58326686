/** What answers may weigh at most in one request, in bytes. */
export const ANSWER_LIMIT = 64 * 1024;

/**
 * The body of a request as text, read no further than the limit.
 *
 * @throws the page 413 if it is larger
 */
export async function boundedText(request: Request, limit: number = ANSWER_LIMIT): Promise<string> {
  const tooLarge = () => new Response("too large", { status: 413, statusText: "Content Too Large" });
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A form's fields, each name with its texts in order. */
export async function boundedForm(request: Request, limit?: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const fields = new Map<string, string[]>();
  for (const [name, text] of new URLSearchParams(await boundedText(request, limit))) {
    const list = fields.get(name);
    if (list) list.push(text);
    else fields.set(name, [text]);
  }
  return fields;
}
