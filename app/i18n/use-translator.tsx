import { createContext, useContext } from "react";
import type { Locale } from "./locales";
import { type Translator, translator } from "./translate";

const LocaleContext = createContext<Locale>("en");
export const LocaleProvider = LocaleContext.Provider;

/** The translator of the page's language. */
export function useTranslator(): Translator {
  return translator(useContext(LocaleContext));
}
