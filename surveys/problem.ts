import { type DefinitionCode, definitionMessage, type MessageParams } from "./definition-messages";

/** One finding of the check of a definition. */
export interface Problem {
  readonly code: DefinitionCode;
  /** JSON path from the root, `pages[0].elements[2].choices[1].value`; empty for the definition as a whole. */
  readonly path: string;
  readonly params: MessageParams;
  /** In English; `definitionMessage` words it in another language. */
  readonly message: string;
}

export function problem(code: DefinitionCode, path: string, params: MessageParams = {}): Problem {
  return { code, path, params, message: definitionMessage(code, params) };
}

/** JSON path of the parts of a place. */
export function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === "number") return `${path}[${part}]`;
    return path ? `${path}.${String(part)}` : String(part);
  }, "");
}
