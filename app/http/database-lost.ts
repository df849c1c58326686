import type { AppContext } from "~/app/context";
import { translator } from "~/app/i18n/translate";
import { mayStore } from "~/db/engine/storage-refusal";

/**
 * The page 503, plain and whole by itself, if the database does not answer, or stores nothing for want of room;
 * `undefined` if it does both.
 */
export async function databaseLost({
  db,
  log,
  requestId,
  locale,
}: Pick<AppContext, "db" | "log" | "requestId" | "locale">): Promise<Response | undefined> {
  let reason: "503" | "full" = "503";
  try {
    if (await mayStore(db)) return undefined;
    reason = "full";
  } catch (error) {
    log.error({ error, requestId }, "database does not answer");
  }
  const t = translator(locale);
  const title = t(`frame.error.${reason}.title`);
  return new Response(
    `<!doctype html><html lang="${locale === "x-rtl" ? "en" : locale}"><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">` +
      `<title>${title} · Meridian</title><main><h1>${title}</h1><p>${t(`frame.error.${reason}.body`)}</p><p>${requestId}</p></main></html>`,
    { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": "30" } },
  );
}
