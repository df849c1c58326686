import type { RequestHandler } from "express";
import { translator } from "~/app/i18n/translate";
import { localeOf } from "./locale";
import type { Services } from "./services";

/** While the database does not answer, every page says so with 503 instead of failing somewhere inside. */
export function databaseGuard({ db, log }: Pick<Services, "db" | "log">): RequestHandler {
  return (request, response, next) => {
    db.execute("select 1").then(
      () => next(),
      (error: unknown) => {
        log.error({ error, requestId: response.locals.requestId }, "database does not answer");
        const t = translator(localeOf(request, response, ["en", "fr"]));
        response
          .status(503)
          .set("Retry-After", "30")
          .type("html")
          .send(
            `<!doctype html><html lang="${t.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
              `<title>${t("frame.error.503.title")} · Meridian</title><main><h1>${t("frame.error.503.title")}</h1><p>${t("frame.error.503.body")}</p>` +
              `<p>${String(response.locals.requestId)}</p></main></html>`,
          );
      },
    );
  };
}
