import type { RequestHandler } from "express";

/** Refuses what another site's page sends in a visitor's name: browsers say where a request comes from. */
export const sameOrigin: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return next();
  const site = request.get("sec-fetch-site");
  const origin = request.get("origin");
  const foreign = site
    ? site !== "same-origin" && site !== "none"
    : origin !== undefined && hostOf(origin) !== request.get("host");
  if (foreign) {
    response.status(403).type("text/plain").send("This form was sent from another site. Nothing was changed.");
    return;
  }
  next();
};

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
