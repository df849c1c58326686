import type { Database } from "~/db/engine/database";
import { findVersion } from "~/db/instruments";
import { readDefinition } from "~/surveys/check-definition";
import { compile } from "~/surveys/compile";
import type { CompiledInstrument } from "~/surveys/compiled";

// A published version never changes, so each is compiled once per process; the oldest gives way.
const compiled = new Map<string, CompiledInstrument>();
const MOST = 50;

/** A published version ready for use, or `undefined` if there is none of that id. */
export async function compiledVersion(db: Database, versionId: string): Promise<CompiledInstrument | undefined> {
  const known = compiled.get(versionId);
  if (known) return known;
  const version = await findVersion(db, versionId);
  if (!version) return undefined;
  const fresh = compile(readDefinition(version.definition));
  const [oldest] = compiled.keys();
  if (compiled.size >= MOST && oldest !== undefined) compiled.delete(oldest);
  compiled.set(versionId, fresh);
  return fresh;
}
