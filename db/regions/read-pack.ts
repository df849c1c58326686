import { readFile } from "node:fs/promises";
import { basename, join, normalize } from "node:path";
import type { z } from "zod";
import { checkPack } from "./check-pack";
import { Demonstration } from "./demonstration-schema";
import { jsonPath, type PackFault } from "./fault";
import { findJsonFault } from "./json-fault";
import {
  FILE_SCHEMAS,
  INSTRUMENTS,
  type InstrumentId,
  Manifest,
  type PackDefinition,
  type RegionPack,
  type ShapedPack,
} from "./pack-schema";

export type PackReading = { readonly pack: RegionPack } | { readonly faults: readonly PackFault[] };

/** Thrown by `loadPack`; its message lists the faults, one per line. */
export class BrokenPackError extends Error {
  readonly faults: readonly PackFault[];

  constructor(folder: string, faults: readonly PackFault[]) {
    super(`The region pack ${folder} is broken:\n${faults.map((f) => `${f.file} ${f.path}: ${f.reason}`).join("\n")}`);
    this.name = "BrokenPackError";
    this.faults = faults;
  }
}

/**
 * Reads a region's pack: the manifest `pack.json` in `folder`, the files that it names, and the surveys.
 *
 * First the shape of every file is checked, then, if all shapes are right, what the files say of each other; so the
 * faults of one reading are either all of shape or all of reference. Nothing is thrown for a missing, unreadable or
 * broken file: that is a fault too.
 *
 * @param folder path of the pack; the folder of the surveys is found from there
 * @returns the pack, or its faults in the order of the manifest's files
 */
export async function readPack(folder: string): Promise<PackReading> {
  const faults: PackFault[] = [];
  const manifest = await readShape(folder, "pack.json", Manifest, faults);
  if (!manifest) return { faults };

  if (manifest.id !== basename(normalize(join(folder, ".")))) {
    faults.push({
      file: "pack.json",
      path: "$.id",
      reason: `The folder is called ${basename(folder)}, the pack ${manifest.id}.`,
    });
  }
  const members = await readShape(folder, manifest.files.members, FILE_SCHEMAS.members, faults);
  const topics = await readShape(folder, manifest.files.topics, FILE_SCHEMAS.topics, faults);
  const planFramework = await readShape(folder, manifest.files.planFramework, FILE_SCHEMAS.planFramework, faults);
  const activities = await readShape(folder, manifest.files.activities, FILE_SCHEMAS.activities, faults);
  const strategicPlan = await readShape(folder, manifest.files.strategicPlan, FILE_SCHEMAS.strategicPlan, faults);
  const funders = await readShape(folder, manifest.files.funders, FILE_SCHEMAS.funders, faults);
  const centres = await readShape(folder, manifest.files.centres, FILE_SCHEMAS.centres, faults);
  const costs = await readShape(folder, manifest.files.costs, FILE_SCHEMAS.costs, faults);
  const experts = await readShape(folder, manifest.files.experts, FILE_SCHEMAS.experts, faults);
  const planning = await readShape(folder, manifest.files.planning, FILE_SCHEMAS.planning, faults);
  const calendar = await readShape(folder, manifest.files.calendar, FILE_SCHEMAS.calendar, faults);
  const demonstration =
    manifest.demonstration === undefined
      ? null
      : await readShape(folder, manifest.demonstration, Demonstration, faults);
  const definitions = await readDefinitions(folder, manifest.definitions, faults);

  if (
    !members ||
    !topics ||
    !planFramework ||
    !activities ||
    !strategicPlan ||
    !funders ||
    !centres ||
    !costs ||
    !experts ||
    !planning ||
    !calendar ||
    !definitions ||
    demonstration === undefined ||
    faults.length > 0
  ) {
    return { faults };
  }
  const shaped: ShapedPack = {
    manifest,
    files: {
      members,
      topics,
      planFramework,
      activities,
      strategicPlan,
      funders,
      centres,
      costs,
      experts,
      planning,
      calendar,
    },
    definitions,
    demonstration,
  };
  const broken = checkPack(shaped);
  if (broken.length > 0) return { faults: broken };
  return {
    pack: {
      manifest,
      ...members,
      ...topics,
      planFramework,
      activities: activities.activities,
      strategicPlan,
      funders: funders.funders,
      centres: centres.centres,
      costs,
      expertRules: experts.rules,
      expertFramework: experts.framework,
      planning,
      calendar,
      definitions,
      demonstration,
    },
  };
}

/**
 * The same for callers that cannot go on without the pack.
 *
 * @throws {BrokenPackError} if the pack has faults
 */
export async function loadPack(folder: string): Promise<RegionPack> {
  const reading = await readPack(folder);
  if ("faults" in reading) throw new BrokenPackError(folder, reading.faults);
  return reading.pack;
}

async function readShape<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  faults: PackFault[],
): Promise<z.infer<Schema> | undefined> {
  const text = await readText(folder, file, faults);
  if (text === undefined) return undefined;
  const parsed = parseJson(text);
  if ("reason" in parsed) {
    faults.push({ file, path: "$", reason: parsed.reason });
    return undefined;
  }
  const shape = schema.safeParse(parsed.value);
  if (shape.success) return shape.data;
  for (const issue of shape.error.issues) {
    faults.push({ file, path: jsonPath(issue.path), reason: issue.message });
  }
  return undefined;
}

async function readDefinitions(
  folder: string,
  { folder: place, files }: { readonly folder: string; readonly files: Readonly<Record<InstrumentId, string>> },
  faults: PackFault[],
): Promise<Record<InstrumentId, PackDefinition> | undefined> {
  const found: Partial<Record<InstrumentId, PackDefinition>> = {};
  for (const instrument of INSTRUMENTS) {
    const file = join(place, files[instrument]);
    const text = await readText(folder, file, faults);
    if (text === undefined) continue;
    const parsed = parseJson(text);
    if ("reason" in parsed) faults.push({ file, path: "$", reason: parsed.reason });
    else found[instrument] = { file, text };
  }
  return isComplete(found) ? found : undefined;
}

function isComplete(
  found: Partial<Record<InstrumentId, PackDefinition>>,
): found is Record<InstrumentId, PackDefinition> {
  return INSTRUMENTS.every((instrument) => found[instrument] !== undefined);
}

async function readText(folder: string, file: string, faults: PackFault[]): Promise<string | undefined> {
  try {
    return await readFile(join(folder, file), "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = missing ? "The file is not there." : `The file cannot be read: ${String(error)}`;
    faults.push({ file, path: "$", reason });
    return undefined;
  }
}

function parseJson(text: string): { readonly value: unknown } | { readonly reason: string } {
  const fault = findJsonFault(text);
  if (!fault) return { value: JSON.parse(text) };
  return { reason: `This is not JSON: line ${fault.line}, column ${fault.column}, expected ${fault.expected}.` };
}
