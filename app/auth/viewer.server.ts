import { createHash, randomBytes } from "node:crypto";
import { redirect } from "@remix-run/node";
import type { AppContext } from "~/app/context";
import { forbidden } from "~/app/http/respond";
import { may, type Permission } from "./permissions";
import type { Viewer } from "./viewer";

/** A secret of 256 bits for a link or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret. */
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/**
 * The signed-in person, if the person's roles carry the permission. Every guarded loader and action begins with it.
 *
 * @throws a redirect to the sign-in page if nobody is signed in, or the 403 page
 */
export async function requirePermission(
  context: AppContext,
  request: Request,
  permission: Permission,
): Promise<Viewer> {
  const viewer = await context.viewer();
  if (!viewer) {
    const { pathname, search } = new URL(request.url);
    const back = request.method === "GET" ? `?to=${encodeURIComponent(pathname + search)}` : "";
    throw redirect(`/sign-in${back}`);
  }
  if (!may(viewer.roles, permission)) throw forbidden();
  return viewer;
}
