const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const BLANKS = /[ \t\r\n]*/y;

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or the closing bracket" | "the end of the file";

/**
 * Where a text stops being JSON; for people who write packs by hand, because the message of `JSON.parse` gives no place.
 *
 * @returns line and column, both from 1, and what was expected there; `undefined` if the text is JSON
 */
export function findJsonFault(
  text: string,
): { readonly line: number; readonly column: number; readonly expected: string } | undefined {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = 0;
  while (true) {
    BLANKS.lastIndex = at;
    at += BLANKS.exec(text)?.[0].length ?? 0;
    if (at === text.length && expected === "the end of the file") return undefined;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    const next: Expected | undefined = token === undefined ? undefined : step(token, expected, open);
    if (token === undefined || next === undefined) return { ...placeOf(text, at), expected };
    expected = next;
    at += token.length;
  }
}

/** What may follow the token, or `undefined` if the token itself may not stand here; keeps the open brackets. */
function step(token: string, expected: Expected, open: ("{" | "[")[]): Expected | undefined {
  const afterValue = (): Expected => (open.length === 0 ? "the end of the file" : ", or the closing bracket");
  const inner = open.at(-1);
  const closes =
    (token === "}" && inner === "{" && (expected === "key or }" || expected === ", or the closing bracket")) ||
    (token === "]" && inner === "[" && (expected === "value or ]" || expected === ", or the closing bracket"));
  if (closes) {
    open.pop();
    return afterValue();
  }
  if (expected === ", or the closing bracket") {
    if (token !== ",") return undefined;
    return inner === "{" ? "key" : "value";
  }
  if (expected === ":") return token === ":" ? "value" : undefined;
  if (expected === "key" || expected === "key or }") return token.startsWith('"') ? ":" : undefined;
  if (expected === "the end of the file") return undefined;
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "key or }" : "value or ]";
  }
  return /^[}\],:]$/.test(token) ? undefined : afterValue();
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
