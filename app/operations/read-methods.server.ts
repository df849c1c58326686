import { marked } from "marked";

// The pages of docs/methods are built into the server, so that a figure's method is always the one that made it.
const pages: Readonly<Record<string, string>> = import.meta.glob("/docs/methods/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? "";
const nameOf = (path: string): string => path.replace(/^.*\//, "").replace(/\.md$/, "");

/** The methods of the analysis by title. */
export function listMethods(): readonly { readonly name: string; readonly title: string }[] {
  return Object.entries(pages)
    .map(([path, markdown]) => ({ name: nameOf(path), title: titleOf(markdown) }))
    .filter(({ name, title }) => title !== "" && name.toLowerCase() !== "readme")
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}

/** One method's page as HTML, or `undefined` if there is none of that name. */
export function findMethod(name: string): { readonly title: string; readonly html: string } | undefined {
  const markdown = pages[`/docs/methods/${name}.md`];
  if (markdown === undefined) return undefined;
  const html = marked
    .parse(markdown, { async: false })
    // Links between the method pages are files in the repository, addresses here.
    .replace(/href="(?:\.\/)?([a-z0-9-]+)\.md(#[^"]*)?"/g, 'href="/methods/$1$2"');
  return { title: titleOf(markdown), html };
}
