import { randomUUID } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Response } from "express";
import { findViewer } from "~/app/auth/session.server";
import type { AppContext } from "~/app/context";
import type { Locale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { localeOf } from "./locale";
import { sameOrigin } from "./same-origin";
import { securityHeaders } from "./security-headers";
import type { Services } from "./services";

/** What a form or a saved answer may weigh at most, in bytes. */
const BODY_LIMIT = 12 * 1024 * 1024;

/** The application as Express serves it: headers, assets, health, then Remix. */
export function createApp(
  services: Services,
  build: ServerBuild | (() => Promise<ServerBuild>),
  { clientFolder }: { readonly clientFolder: string },
): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", "loopback");
  app.use((_request, response, next) => {
    response.locals.nonce = randomUUID();
    response.locals.requestId = newReference();
    next();
  });
  app.use(securityHeaders((response) => (response as Response).locals.nonce as string));
  app.use(compression());
  app.use("/assets", express.static(`${clientFolder}/assets`, { immutable: true, maxAge: "1y", fallthrough: false }));
  app.get("/health", async (_request, response) => {
    const alive = await services.db.execute("select 1").then(
      () => true,
      () => false,
    );
    response.status(alive ? 200 : 503).json({ database: alive });
  });
  app.use(sameOrigin);
  app.use((request, response, next) => {
    if (Number(request.get("content-length") ?? 0) <= BODY_LIMIT) return next();
    response.status(413).type("text/plain").send("Larger than 12 MB. Nothing was changed.");
  });

  const locales: readonly Locale[] = services.config.pseudoLocale ? ["en", "fr", "x-rtl"] : ["en", "fr"];
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: services.config.mode === "development" ? "development" : "production",
      getLoadContext: async (request, response): Promise<AppLoadContext> => {
        const locale = localeOf(request, response, locales);
        let viewer: ReturnType<AppContext["viewer"]> | undefined;
        return {
          ...services,
          nonce: String(response.locals.nonce),
          requestId: String(response.locals.requestId),
          ip: request.ip ?? "",
          locale,
          locales,
          officeName: translator(locale).pick(services.pack.manifest.name),
          viewer: () => (viewer ??= findViewer(services, request.get("cookie") ?? null)),
        };
      },
    }),
  );
  return app;
}

/** A short number that a visitor can read out and the operator can find in the log. */
function newReference(): string {
  const letters = randomUUID().replaceAll("-", "").toUpperCase();
  return `${letters.slice(0, 3)}-${letters.slice(3, 6)}-${letters.slice(6, 9)}`;
}
