import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import helmet from "helmet";

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Headers of every reply: scripts by nonce only, no foreign origin, no frame.
 *
 * @param themeStyles texts of the style elements that the survey form injects; allowed by their hashes
 */
export function securityHeaders(
  themeStyles: readonly string[],
  nonceOf: (response: ServerResponse) => string,
): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: ["'self'", ...themeStyles.map(sha256)],
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
