import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { may, type Permission, type Role } from "~/app/auth/permissions";
import { LOCALES, type Locale } from "~/app/i18n/locales";
import { useTranslator } from "~/app/i18n/use-translator";
import type { MessageKey } from "~/app/messages/catalogues";

interface FrameProps {
  readonly office: string;
  readonly cycle: string | null;
  readonly synthetic: boolean;
  readonly viewer: { readonly name: string; readonly roles: readonly Role[] } | null;
  readonly locales: readonly Locale[];
  readonly children: ReactNode;
}

const SECTIONS: readonly { href: string; also?: string; label: MessageKey; needs: Permission }[] = [
  { href: "/home", label: "frame.nav.today", needs: "home:read" },
  { href: "/surveys", also: "/rounds", label: "frame.nav.surveys", needs: "round:read" },
  { href: "/priorities", label: "frame.nav.priorities", needs: "ranking:read" },
  { href: "/experts", label: "frame.nav.experts", needs: "expert:read" },
  { href: "/plan", label: "frame.nav.plan", needs: "plan:read" },
  { href: "/cycles", also: "/kpis", label: "frame.nav.cycles", needs: "cycle:read" },
  { href: "/workshops", also: "/follow-up", label: "frame.nav.workshops", needs: "activity:read" },
  { href: "/members", label: "frame.nav.members", needs: "member:read" },
  { href: "/office", label: "frame.nav.office", needs: "people:manage" },
];

/** What stands around every page: skip link, notice of synthetic data, masthead with navigation, footer. */
export function Frame({ office, cycle, synthetic, viewer, locales, children }: FrameProps) {
  const t = useTranslator();
  const { pathname } = useLocation();
  const role = viewer?.roles[0];
  const sections = viewer ? SECTIONS.filter((section) => may(viewer.roles, section.needs)) : [];
  return (
    <>
      <a className="skip-link" href="#main">
        {t("frame.skip")}
      </a>
      {synthetic && (
        <aside className="synthetic" aria-label={t("frame.syntheticLabel")}>
          <span>{t.rich("frame.synthetic", { b: (chunks) => <strong key="b">{chunks}</strong> })}</span>
        </aside>
      )}
      <header className="masthead">
        <div className="masthead-inner">
          <a className="wordmark" href={viewer ? "/home" : "/"}>
            <b>Meridian</b>
            <span>{office}</span>
          </a>
          {sections.length > 0 && (
            <nav className="nav" aria-label={t("frame.main")}>
              <ul>
                {sections.map((section) => (
                  <li key={section.href}>
                    <a
                      href={section.href}
                      aria-current={
                        isWithin(pathname, section.href) || (section.also && isWithin(pathname, section.also))
                          ? "page"
                          : undefined
                      }
                    >
                      {t(section.label)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="who">
            {role && <span className="who-role">{t(`frame.role.${role}`)}</span>}
            <span>
              {viewer && cycle && <span className="who-role">{t("frame.cycle", { cycle })} · </span>}
              <LanguageLinks locales={locales} />
              {viewer ? (
                <form method="post" action="/sign-out" className="inline-form">
                  <button className="button-plain" type="submit">
                    {t("frame.signOut")}
                  </button>
                </form>
              ) : (
                <a href="/sign-in">{t("frame.signIn")}</a>
              )}
            </span>
          </div>
        </div>
      </header>
      {children}
      <footer className="colophon">
        <div className="colophon-inner">
          <span>{office}</span> <a href="/methods">{t("frame.methods")}</a> <a href="/privacy">{t("frame.privacy")}</a>{" "}
          <a href="/help">{t("frame.help")}</a>
          {viewer && (
            <form method="post" action="/sign-out" className="inline-form">
              <button className="button-plain" type="submit" name="everywhere" value="yes">
                {t("frame.signOutEverywhere")}
              </button>
            </form>
          )}
        </div>
      </footer>
    </>
  );
}

function LanguageLinks({ locales }: { readonly locales: readonly Locale[] }) {
  const t = useTranslator();
  const { pathname, search } = useLocation();
  return (
    <>
      {locales
        .filter((locale) => locale !== t.locale)
        .map((locale) => {
          const query = new URLSearchParams(search);
          query.set("lang", locale);
          return (
            <span key={locale}>
              <a
                href={`${pathname}?${query}`}
                hrefLang={locale === "x-rtl" ? "en" : locale}
                lang={locale === "x-rtl" ? "en" : locale}
              >
                {LOCALES[locale].name}
              </a>{" "}
              ·{" "}
            </span>
          );
        })}
    </>
  );
}

function isWithin(pathname: string, section: string): boolean {
  return pathname === section || pathname.startsWith(`${section}/`);
}
