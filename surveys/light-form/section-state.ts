import { type GivenRows, isBlank } from "../answer-document";
import type { CompiledInstrument } from "../compiled";
import { assembleDocument } from "../entries";

/** What a page is drawn from. */
export interface SectionState {
  readonly compiled: CompiledInstrument;
  /** Raw values by path of entry, typed ones over stored ones; `null` for what was taken away. */
  readonly entries: ReadonlyMap<string, unknown>;
  /** Last year's values by path of entry. */
  readonly lastYear: ReadonlyMap<string, unknown>;
  readonly given: GivenRows;
  /** Sentences by place (`ResponseError.path`). */
  readonly errors: ReadonlyMap<string, readonly string[]>;
  readonly language: string;
}

/**
 * The document that raw entries make, for conditions and for drawing.
 *
 * @throws {RangeError} if an entry belongs to no question of the instrument
 */
export function documentOf({
  compiled,
  entries,
  given,
}: Pick<SectionState, "compiled" | "entries" | "given">): Readonly<Record<string, unknown>> {
  const list = [...entries].filter(([, value]) => !isBlank(value)).map(([path, value]) => ({ path, value }));
  return assembleDocument(compiled, list, given);
}
