import { readdirSync } from "node:fs";
import type { BrowserContext } from "playwright-core";

/** A route of the build and the addresses that it answers, "/plan/*" for `plan.$planId`. */
export interface KnownRoute {
  readonly name: string;
  readonly address: string;
  readonly pattern: RegExp;
  /** Literal pieces come before parameters, as the router matches. */
  readonly weight: number;
  /** Shown at the address of its frame. */
  readonly isIndex: boolean;
}

/** Every route of the application, from its folders. */
export function knownRoutes(folder = "app/routes"): readonly KnownRoute[] {
  return readdirSync(folder)
    .filter((name) => readdirSync(`${folder}/${name}`).some((file) => /^route\.tsx?$/.test(file)))
    .map(routeNamed)
    .sort((a, b) => b.weight - a.weight || Number(b.isIndex) - Number(a.isIndex));
}

function routeNamed(name: string): KnownRoute {
  const pieces = name
    .replaceAll("[.]", "\u0000")
    .split(".")
    .filter((piece) => piece !== "_index")
    .map((piece) => piece.replace(/_$/, "").replaceAll("\u0000", "."));
  const address = `/${pieces.map((piece) => piece.replace(/^\$\w*/, "*")).join("/")}`;
  const source = address.replace(/[.?+^$()[\]{}|\\]/g, "\\$&").replaceAll("*", "[^/]+");
  return {
    name,
    address,
    pattern: new RegExp(`^${source}$`),
    weight: address.replaceAll("*", "").length,
    isIndex: name.endsWith("_index"),
  };
}

/** Each part of a survey asks in its own way. */
const LIGHT_FORM = "a.$token.light.$page";
const ALL_PARTS = 30;

export interface FoundPage {
  /** Path and query. */
  readonly address: string;
  readonly route: string;
  /** Route and names of the query: pages of one kind look alike. */
  readonly kind: string;
  readonly html: string;
}

export interface FoundSite {
  readonly pages: readonly FoundPage[];
  /** What a link leads to without being a page: tables, documents. */
  readonly downloads: readonly { readonly address: string; readonly route: string; readonly text: string }[];
  /** Links that lead nowhere, with the page that has them. */
  readonly broken: readonly string[];
}

/**
 * Follows every link from the given addresses, by plain requests as a browser without scripts makes them.
 *
 * @param most addresses looked at for each route and set of query names
 */
export async function crawl(
  context: BrowserContext,
  routes: readonly KnownRoute[],
  { from, most = 3 }: { readonly from: readonly string[]; readonly most?: number },
): Promise<FoundSite> {
  const pages: FoundPage[] = [];
  const downloads: { address: string; route: string; text: string }[] = [];
  const broken: string[] = [];
  const seen = new Set<string>();
  const looked = new Map<string, number>();
  const waiting = from.map((address) => ({ address, linkedFrom: "the start" }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { address, linkedFrom } = next;
    if (seen.has(address)) continue;
    seen.add(address);
    const asked = kindOf(new URL(address, "http://site"), routes);
    const before = looked.get(asked.kind) ?? 0;
    if (before >= (asked.route === LIGHT_FORM ? ALL_PARTS : most)) continue;
    looked.set(asked.kind, before + 1);

    const reply = await context.request.get(address, { failOnStatusCode: false });
    if (!reply.ok()) {
      broken.push(`${reply.status()} ${address}, linked from ${linkedFrom}`);
      continue;
    }
    if (!reply.headers()["content-type"]?.includes("text/html")) {
      downloads.push({ address, route: asked.route, text: await reply.text() });
      continue;
    }
    const html = await reply.text();
    const landed = new URL(reply.url());
    const landedAddress = landed.pathname + landed.search;
    if (landedAddress !== address && seen.has(landedAddress)) continue;
    seen.add(landedAddress);
    pages.push({ address: landedAddress, ...kindOf(landed, routes), html });
    for (const link of linksIn(html, landed)) waiting.push({ address: link, linkedFrom: landedAddress });
  }
  return { pages, downloads, broken };
}

function kindOf(
  { pathname, searchParams }: URL,
  routes: readonly KnownRoute[],
): { readonly route: string; readonly kind: string } {
  const route = routes.find(({ pattern }) => pattern.test(pathname))?.name ?? "";
  return { route, kind: [route, ...[...new Set(searchParams.keys())].sort()].join(" ") };
}

/** Addresses of this site that a page leads to: links, and the pages of a survey, which are buttons. */
function linksIn(html: string, page: URL): readonly string[] {
  const links = [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  const parts = [...html.matchAll(/value="go:([^"]*)"/g)].map(([, name = ""]) => new URL(name, page).href);
  return [...links, ...parts].flatMap((href) => {
    if (!URL.canParse(href, page.href)) return [];
    const { origin, pathname, searchParams } = new URL(href, page.href);
    if (origin !== page.origin || searchParams.has("lang")) return [];
    const query = searchParams.toString();
    return [pathname + (query ? `?${query}` : "")];
  });
}
