import { isRouteErrorResponse } from "@remix-run/react";
import { useTranslator } from "~/app/i18n/use-translator";
import { AnswerFrame } from "./answer-frame";

const REFUSALS = ["unknown", "revoked", "expired", "notYet", "closed"] as const;
const PAGES = [400, 404, 405, 413, 429, 503] as const;

/** The page behind a link that opens nothing: the same words for everybody, and the way on. */
export function LinkRefused({ error }: { readonly error: unknown }) {
  const t = useTranslator();
  const given: unknown = isRouteErrorResponse(error) ? error.data : null;
  const refusal = REFUSALS.find(
    (known) => typeof given === "object" && given !== null && "refusal" in given && given.refusal === known,
  );
  const details =
    typeof given === "object" && given !== null && "details" in given && typeof given.details === "object"
      ? given.details
      : {};
  const date = details && "date" in details && typeof details.date === "string" ? t.date(details.date) : "";
  const status = isRouteErrorResponse(error) ? (PAGES.find((page) => page === error.status) ?? 500) : 500;
  const title = refusal ? t(`answer.refused.${refusal}.title`) : t(`frame.error.${status}.title`);
  return (
    <AnswerFrame>
      <main className="page form-page" id="main">
        <title>{`${title} · Meridian`}</title>
        <h1>{title}</h1>
        {refusal ? (
          <>
            <p className="finding">{t(`answer.refused.${refusal}.body`, { date })}</p>
            <p>{t(`answer.refused.${refusal}.way`)}</p>
          </>
        ) : (
          <>
            <p className="finding">{t(`frame.error.${status}.body`)}</p>
            {status === 413 && <p>{t("answer.refused.tooLarge")}</p>}
          </>
        )}
      </main>
    </AnswerFrame>
  );
}
