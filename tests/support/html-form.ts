/** A field of a form as the server drew it. Radios and boxes of one name are one field; each list is one of its own. */
export interface FormField {
  readonly name: string;
  readonly kind: "radio" | "checkbox" | "select" | "text" | "hidden";
  /** What the input's type says; "textarea" for one. */
  readonly type: string;
  /** Values to choose from, without the empty one. */
  readonly options: readonly string[];
  /** What is chosen or written. */
  readonly chosen: readonly string[];
}

interface Draft {
  name: string;
  kind: FormField["kind"];
  type: string;
  options: string[];
  chosen: string[];
}

const TAGS = /<(input|select|option|textarea)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g;

/** The fields of a page's form, in their order, as a browser would send them. */
export function formFields(html: string): readonly FormField[] {
  const fields: Draft[] = [];
  let list: Draft | undefined;
  for (const [, tag = "", attributes = "", text = ""] of html.matchAll(TAGS)) {
    const name = attribute(attributes, "name") ?? "";
    const value = attribute(attributes, "value") ?? "";
    const type = tag === "input" ? (attribute(attributes, "type") ?? "text") : tag;
    if (tag === "option") {
      if (value !== "") list?.options.push(value);
      if (/\bselected\b/.test(attributes) && value !== "") list?.chosen.push(value);
      continue;
    }
    if (tag === "select") {
      list = { name, kind: "select", type, options: [], chosen: [] };
      fields.push(list);
      continue;
    }
    if (type === "radio" || type === "checkbox") {
      const known = fields.find((field) => field.name === name && field.kind === type);
      const field: Draft = known ?? { name, kind: type, type, options: [], chosen: [] };
      if (!known) fields.push(field);
      field.options.push(value);
      if (/\bchecked\b/.test(attributes)) field.chosen.push(value);
      continue;
    }
    fields.push({
      name,
      kind: type === "hidden" ? "hidden" : "text",
      type,
      options: [],
      chosen: [tag === "textarea" ? plainText(text) : value],
    });
  }
  return fields;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : plainText(found);
}

function plainText(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
