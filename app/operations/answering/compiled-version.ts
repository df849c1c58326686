import type { Database } from "~/db/engine/database";
import { findVersion } from "~/db/instruments";
import { readDefinition } from "~/surveys/check-definition";
import { compile } from "~/surveys/compile";
import type { CompiledInstrument } from "~/surveys/compiled";

export interface CompiledVersion {
  readonly versionId: string;
  readonly compiled: CompiledInstrument;
  /** The definition as authored. */
  readonly definition: string;
}

// A published version never changes, so what was made of it stays right for as long as the process lives.
const kept = new Map<string, Promise<CompiledVersion>>();
const MOST = 40;

/**
 * A published version, compiled once per process.
 *
 * @throws {RangeError} if there is no such version
 */
export function compiledVersion(db: Database, versionId: string): Promise<CompiledVersion> {
  const known = kept.get(versionId);
  if (known) return known;
  const compiling = compileVersion(db, versionId);
  if (kept.size >= MOST) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest);
  kept.set(versionId, compiling);
  compiling.catch(() => kept.delete(versionId));
  return compiling;
}

async function compileVersion(db: Database, versionId: string): Promise<CompiledVersion> {
  const version = await findVersion(db, versionId);
  if (!version) throw new RangeError(`there is no version ${versionId}`);
  return { versionId, compiled: compile(readDefinition(version.definition)), definition: version.definition };
}
