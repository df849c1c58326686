/** What a definition may weigh before anything reads it; the check has its own, smaller limit with a sentence. */
const LARGEST = 4_000_000;

/**
 * The text of a saved or uploaded definition, word for word but for line ends, which browsers change; or why there is
 * none: it is too large to be looked at, or has a character that no text has, since somebody took another file.
 */
export async function definitionOf(
  form: FormData,
): Promise<{ readonly text: string } | { readonly refusal: "tooLarge" | "noText" }> {
  const file = form.get("file");
  const taken = file instanceof File && file.size > 0 ? file : undefined;
  const typed = String(form.get("definition") ?? "");
  if ((taken?.size ?? typed.length) > LARGEST) return { refusal: "tooLarge" };
  const text = taken ? await taken.text() : typed.replaceAll("\r\n", "\n");
  return text.includes("\0") ? { refusal: "noText" } : { text };
}
