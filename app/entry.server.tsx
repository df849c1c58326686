import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { databaseLost } from "./http/database-lost";
import { NonceProvider } from "./http/nonce";

const ABORT_AFTER = 10_000;
export const streamTimeout = ABORT_AFTER;

/**
 * Renders a page whole before its first byte goes out, so that an error while rendering can still be a 500. It goes out
 * in one piece: each of React's pieces of two kilobytes would pass five streams on its way.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  // Asked only after a failure: asking before every page would cost each of them a query.
  const lost = status >= 500 && (await databaseLost(context));
  if (lost) return lost;
  const { nonce, log, requestId } = context;
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={ABORT_AFTER} />
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          const pieces: Buffer[] = [];
          const whole = new Writable({
            write(piece: Buffer, _encoding, done) {
              pieces.push(piece);
              done();
            },
            final(done) {
              resolve(new Response(Buffer.concat(pieces), { status: failed ? 500 : status, headers }));
              done();
            },
          });
          pipe(whole);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          log.error({ error, requestId }, "page could not be rendered");
        },
      },
    );
    setTimeout(abort, ABORT_AFTER).unref();
  });
}

/** An unexpected error of a loader or action: the operator finds it by the number that the visitor sees. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return;
  // A page that is not there, or not for this visitor, is an answer and no failure.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.log.error({ error, requestId: context.requestId, path: new URL(request.url).pathname }, "request failed");
}
