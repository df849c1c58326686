import { newSession } from "~/app/auth/session.server";
import { hashOfSecret } from "~/app/auth/viewer.server";
import type { AppContext } from "~/app/context";
import { redeemSignInLink } from "~/db/sessions";

/**
 * Uses a one-time link up and begins a session.
 *
 * @returns the cookie to set and where to go; `undefined` if the link is unknown, used or expired
 */
export async function signInByLink(
  context: AppContext,
  { token, userAgent }: { readonly token: string; readonly userAgent: string | null },
): Promise<{ readonly cookie: string; readonly to: string } | undefined> {
  const { sessionHash, expiresAt, cookie } = await newSession(context);
  const entered = await redeemSignInLink(context.db, {
    tokenHash: hashOfSecret(token),
    sessionHash,
    sessionExpiresAt: expiresAt,
    userAgent,
    at: context.now(),
  });
  return entered && { cookie, to: entered.redirectTo ?? "/home" };
}
