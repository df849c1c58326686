import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** Headers of every reply: scripts by nonce only, styles from files only, no foreign origin, no frame. */
export function securityHeaders(nonceOf: (response: ServerResponse) => string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Meridian may be reached by plain HTTP on loopback; a proxy in front of it sets HSTS.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "same-origin" },
  });
}
