import type { Page } from "~/surveys/compiled";
import { checkEntry, type Entry } from "~/surveys/entries";
import { type FormFields, readSection, unknownFields } from "~/surveys/light-form/read-section";
import type { ResponseError } from "~/surveys/response-error";
import type { Answering } from "./open-answering";

/** Names of the form's own fields; `keep:` stands before the path of a conflict. */
const OURS = new Set(["base", "carried", "key", "do", "unasked"]);

export interface SentPage {
  /** Raw values as typed. */
  readonly raw: ReadonlyMap<string, unknown>;
  /** Canonical values of those that fit. */
  readonly fitting: ReadonlyMap<string, unknown>;
  readonly errors: readonly ResponseError[];
  /** Which of two texts was chosen, by path. */
  readonly kept: ReadonlyMap<string, "mine" | "theirs">;
}

/**
 * What a page of the light form sent, entry by entry, with the buttons that add or take away a panel already pressed.
 *
 * @param entries raw values before
 * @param newKey key of the panel that is added
 */
export function readPage(
  page: Page,
  fields: FormFields,
  {
    compiled,
    given,
    entries,
    newKey,
  }: Pick<Answering, "compiled" | "given"> & {
    readonly entries: ReadonlyMap<string, unknown>;
    readonly newKey: string;
  },
): SentPage {
  const unasked = new Set((fields.get("unasked")?.[0] ?? "").split(" "));
  const read = readSection(page, fields, { unasked, entries, given });
  const sent = [...read, ...pressed(fields, read, newKey)];

  const keeps = [...fields].filter(([name]) => name.startsWith("keep:"));
  const ours = new Set([...OURS, ...keeps.map(([name]) => name)]);
  const errors: ResponseError[] = unknownFields(page, fields, ours).map((key) => ({
    path: "",
    code: "unknownKey",
    params: { key: key.slice(0, 60) },
  }));
  const raw = new Map<string, unknown>();
  const fitting = new Map<string, unknown>();
  for (const { path, value } of sent) {
    raw.set(path, value);
    const checked = checkEntry(compiled, path, value, given);
    if (checked.ok) fitting.set(path, checked.value);
    else errors.push(...checked.errors);
  }
  const kept = new Map(
    keeps.flatMap(([name, [choice]]): [string, "mine" | "theirs"][] =>
      choice === "mine" || choice === "theirs" ? [[name.slice(5), choice]] : [],
    ),
  );
  return { raw, fitting, errors, kept };
}

/** `add:question` opens a panel after the last one, `remove:question/key` takes one away. */
function pressed(fields: FormFields, read: readonly Entry[], newKey: string): readonly Entry[] {
  const [verb = "", place = ""] = (fields.get("do")?.[0] ?? "").split(/:(.*)/s, 2);
  if (verb === "remove") return [{ path: place, value: null }];
  if (verb !== "add") return [];
  const orders = read
    .filter(({ path }) => path.startsWith(`${place}/`))
    .map(({ value }) => (typeof value === "object" && value !== null && "at" in value ? Number(value.at) : 0));
  return [{ path: `${place}/${newKey}`, value: { at: Math.max(-1, ...orders) + 1 } }];
}
