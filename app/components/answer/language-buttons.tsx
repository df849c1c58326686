import { useRouteLoaderData } from "@remix-run/react";
import { LOCALES } from "~/app/i18n/locales";
import { useTranslator } from "~/app/i18n/use-translator";
import type { loader as rootLoader } from "~/app/root";

/** The same page in another language, with what was typed: buttons of the form that save first. */
export function LanguageButtons({ path }: { readonly path: string }) {
  const t = useTranslator();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  return (
    <>
      {(root?.locales ?? [])
        .filter((locale) => locale !== t.locale)
        .map((locale) => (
          <button
            key={locale}
            type="submit"
            className="button-plain"
            formAction={`${path}?lang=${locale}`}
            name="do"
            value="stay"
            lang={locale === "x-rtl" ? "en" : locale}
          >
            {LOCALES[locale].name}
          </button>
        ))}
    </>
  );
}
