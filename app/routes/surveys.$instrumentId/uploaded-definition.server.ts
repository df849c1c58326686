/** What a definition may weigh before anything reads it; the check has its own, smaller limit with a sentence. */
const LARGEST = 4_000_000;

/**
 * The text of a saved or uploaded definition, word for word but for line ends, which browsers change.
 *
 * @returns `undefined` if it is too large to be looked at
 */
export async function definitionOf(form: FormData): Promise<string | undefined> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return file.size > LARGEST ? undefined : await file.text();
  const text = String(form.get("definition") ?? "");
  return text.length > LARGEST ? undefined : text.replaceAll("\r\n", "\n");
}
