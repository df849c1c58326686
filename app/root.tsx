import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { Frame } from "./components/frame";
import { NAMED_RATINGS_CLOSED } from "./http/named-ratings-closed";
import { useNonce } from "./http/nonce";
import { LOCALES } from "./i18n/locales";
import { LocaleProvider, useTranslator } from "./i18n/use-translator";
import look from "./look/app.css?url";
import favicon from "./look/favicon.svg?url";
import light from "./look/light.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: look },
  { rel: "icon", href: favicon, type: "image/svg+xml" },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  return {
    locale: context.locale,
    locales: context.locales,
    office: context.officeName,
    cycle: viewer ? await context.cycleName() : null,
    synthetic: context.synthetic,
    requestId: context.requestId,
    viewer: viewer ? { name: viewer.name, roles: viewer.roles } : null,
  };
}

/**
 * What a route says of itself: `hydrate` loads the scripts, `bare` leaves the frame out, `light` takes one small style
 * sheet instead of the whole look.
 */
export interface RouteHandle {
  readonly hydrate?: boolean;
  readonly bare?: boolean;
  readonly light?: boolean;
}

const isHandle = (handle: unknown): handle is RouteHandle => typeof handle === "object" && handle !== null;

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  const handles = useMatches()
    .map((match) => match.handle)
    .filter(isHandle);
  const locale = root?.locale ?? "en";
  const { direction } = LOCALES[locale];
  const bare = handles.some((handle) => handle.bare);
  return (
    <html lang={locale === "x-rtl" ? "en" : locale} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        {handles.some((handle) => handle.light) ? <LightLinks /> : <Links />}
      </head>
      <body>
        <LocaleProvider value={locale}>
          {bare ? (
            children
          ) : (
            <Frame
              office={root?.office ?? ""}
              cycle={root?.cycle ?? null}
              synthetic={root?.synthetic ?? false}
              viewer={root?.viewer ?? null}
              locales={root?.locales ?? ["en"]}
            >
              {children}
            </Frame>
          )}
        </LocaleProvider>
        {handles.some((handle) => handle.hydrate) && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

// An empty icon: browsers ask for one by themselves, which would be a request more.
function LightLinks() {
  return (
    <>
      <link rel="stylesheet" href={light} />
      <link rel="icon" href="data:," />
    </>
  );
}

export default function App() {
  return <Outlet />;
}

const KNOWN = [400, 403, 404, 405, 413, 429, 500, 503] as const;

/** The page of an error: what happened, that nothing is lost, what to do; never a stack trace. */
export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  const t = useTranslator();
  const given = isRouteErrorResponse(error) ? error.status : 500;
  const status = KNOWN.find((known) => known === given) ?? 500;
  const kind = isRouteErrorResponse(error) && error.data === NAMED_RATINGS_CLOSED ? "named" : status;
  return (
    <main className="page form-page" id="main">
      <title>{`${t(`frame.error.${kind}.title`)} · Meridian`}</title>
      <h1>{t(`frame.error.${kind}.title`)}</h1>
      <p className="finding">{t(`frame.error.${kind}.body`)}</p>
      <p>
        <a href="/">{t("frame.error.home")}</a>
      </p>
      {status >= 500 && root && (
        <p className="source">
          {t.rich("frame.error.reference", { id: root.requestId, b: (chunks) => <b key="id">{chunks}</b> })}
        </p>
      )}
    </main>
  );
}
