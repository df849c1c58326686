import { useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { LOCALES, type Locale } from "~/app/i18n/locales";
import { useTranslator } from "~/app/i18n/use-translator";
import type { loader as rootLoader } from "~/app/root";

interface AnswerFrameProps {
  /** What is answered, beside the office's name. */
  readonly survey?: string;
  /** Whether the page may be called again in another language without losing what was typed. */
  readonly languages?: boolean;
  readonly children: ReactNode;
}

/** What stands around the pages behind a link: no navigation, few bytes. */
export function AnswerFrame({ survey, languages = false, children }: AnswerFrameProps) {
  const t = useTranslator();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const others = (root?.locales ?? []).filter((locale) => locale !== t.locale);
  return (
    <>
      <a className="skip-link" href="#main">
        {t("frame.skip")}
      </a>
      {root?.synthetic && (
        <aside className="synthetic" aria-label={t("frame.syntheticLabel")}>
          <span>{t.rich("frame.synthetic", { b: (chunks) => <strong key="b">{chunks}</strong> })}</span>
        </aside>
      )}
      <header className="masthead">
        <div className="masthead-inner">
          <p className="wordmark">
            <b>Meridian</b>
            <span>{root?.office}</span>
          </p>
          {(survey || languages) && (
            <p className="who">
              {survey && <span>{survey}</span>}
              {languages && (
                <span>
                  {others.map((locale) => (
                    <LanguageLink key={locale} locale={locale} />
                  ))}
                </span>
              )}
            </p>
          )}
        </div>
      </header>
      {children}
      <footer className="colophon">
        <div className="colophon-inner">
          <span>{root?.office}</span> <a href="/privacy">{t("frame.privacy")}</a> <a href="/help">{t("frame.help")}</a>
        </div>
      </footer>
    </>
  );
}

function LanguageLink({ locale }: { readonly locale: Locale }) {
  const tag = locale === "x-rtl" ? "en" : locale;
  return (
    <>
      <a href={`?lang=${locale}`} hrefLang={tag} lang={tag}>
        {LOCALES[locale].name}
      </a>{" "}
    </>
  );
}
