import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { NonceProvider } from "./http/nonce";

const ABORT_AFTER = 10_000;
export const streamTimeout = ABORT_AFTER;

/** Renders a page whole before its first byte goes out, so that an error while rendering can still be a 500. */
export default function handleRequest(
  _request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, log, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={_request.url} nonce={nonce} abortDelay={ABORT_AFTER} />
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }));
          pipe(body);
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
