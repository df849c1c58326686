import type { Request, Response } from "express";
import { isLocale, type Locale } from "~/app/i18n/locales";

const COOKIE = "meridian_language";
const YEAR = 365 * 24 * 3600;

/** The reply's language: `?lang=` (then kept in a cookie), the cookie, the browser's wish, English. */
export function localeOf(request: Request, response: Response, offered: readonly Locale[]): Locale {
  const asked = typeof request.query.lang === "string" ? request.query.lang : undefined;
  if (isLocale(asked) && offered.includes(asked)) {
    response.append("Set-Cookie", `${COOKIE}=${asked}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`);
    return asked;
  }
  const kept = new RegExp(`(?:^|; )${COOKIE}=([a-z-]+)`).exec(request.get("cookie") ?? "")?.[1];
  if (isLocale(kept) && offered.includes(kept)) return kept;
  const wished = request.acceptsLanguages([...offered]);
  return isLocale(wished) ? wished : "en";
}
