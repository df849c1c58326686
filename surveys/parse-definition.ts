/** Characters of JSON beyond which a definition is not even read. The largest bundled one has about 120,000. */
export const MAX_DEFINITION_CHARACTERS = 1_000_000;
/** Brackets within brackets. A definition that uses every allowed level of nesting has 16. */
export const MAX_DEFINITION_DEPTH = 24;

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** Why a text is no definition; the sentences stand in `definition-messages.ts`. */
export type SyntaxCode = "tooLarge" | "tooDeep" | "syntax" | "duplicateKey" | "reservedKey";

export interface SyntaxProblem {
  readonly code: SyntaxCode;
  /** Place in the text, both from 1. */
  readonly line: number;
  readonly column: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ParsedDefinition =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: SyntaxProblem };

class Refusal extends Error {
  constructor(
    readonly code: SyntaxCode,
    readonly offset: number,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

const STRING = /"(?:[^"\\]|\\[\s\S])*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads the JSON text of a definition. Unlike `JSON.parse` it says line and column of a fault, refuses a name that
 * stands twice in one object (the first would be lost without a word) and names of JavaScript's own, and is bounded
 * before it reads: size first, then depth while reading.
 *
 * A byte order mark at the start is skipped. The result is not checked further: `checkDefinition` does that.
 */
export function parseDefinition(text: string): ParsedDefinition {
  if (text.length > MAX_DEFINITION_CHARACTERS) {
    const params = { characters: text.length, most: MAX_DEFINITION_CHARACTERS };
    return { ok: false, problem: { code: "tooLarge", line: 1, column: 1, params } };
  }
  try {
    return { ok: true, value: new Reader(text).document() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const before = text.slice(0, error.offset);
    const line = before.split("\n").length;
    const column = error.offset - before.lastIndexOf("\n");
    return { ok: false, problem: { code: error.code, line, column, params: error.params } };
  }
}

class Reader {
  private at: number;

  constructor(private readonly text: string) {
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  document(): JsonValue {
    const value = this.value(0);
    this.match(SPACE);
    if (this.at < this.text.length) throw this.unexpected("the end");
    return value;
  }

  private value(depth: number): JsonValue {
    this.match(SPACE);
    if (depth > MAX_DEFINITION_DEPTH) throw new Refusal("tooDeep", this.at, { most: MAX_DEFINITION_DEPTH });
    const first = this.text[this.at];
    if (first === "{") return this.object(depth);
    if (first === "[") return this.array(depth);
    if (first === '"') return this.string("a closing quotation mark");
    const word = this.match(WORD);
    if (word !== undefined) return word === "null" ? null : word === "true";
    const number = this.match(NUMBER);
    if (number !== undefined) return Number(number);
    throw this.unexpected("a value");
  }

  private object(depth: number): JsonValue {
    const members = new Map<string, JsonValue>();
    this.at++;
    this.match(SPACE);
    while (!this.take("}")) {
      if (members.size > 0) {
        if (!this.take(",")) throw this.unexpected("a comma or }");
        this.match(SPACE);
      }
      const start = this.at;
      if (this.text[start] !== '"') throw this.unexpected("a name in quotation marks");
      const name = this.string("a closing quotation mark");
      if (RESERVED.has(name)) throw new Refusal("reservedKey", start, { name });
      if (members.has(name)) throw new Refusal("duplicateKey", start, { name });
      this.match(SPACE);
      if (!this.take(":")) throw this.unexpected("a colon");
      members.set(name, this.value(depth + 1));
      this.match(SPACE);
    }
    return Object.fromEntries(members);
  }

  private array(depth: number): JsonValue {
    const values: JsonValue[] = [];
    this.at++;
    this.match(SPACE);
    while (!this.take("]")) {
      if (values.length > 0 && !this.take(",")) throw this.unexpected("a comma or ]");
      values.push(this.value(depth + 1));
      this.match(SPACE);
    }
    return values;
  }

  private string(expected: string): string {
    const start = this.at;
    const literal = this.match(STRING);
    if (literal === undefined) throw this.unexpected(expected);
    try {
      return String(JSON.parse(literal));
    } catch {
      throw new Refusal("syntax", start, { expected: "a text on one line", found: literal.slice(0, 20) });
    }
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private unexpected(expected: string): Refusal {
    const found = this.at < this.text.length ? this.text.slice(this.at, this.at + 20) : "the end of the text";
    return new Refusal("syntax", this.at, { expected, found });
  }
}
