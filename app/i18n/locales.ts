/** Languages of the platform's own texts. `x-rtl` is English written from right to left, for tests of the look. */
export const LOCALES = {
  en: { name: "English", direction: "ltr" },
  fr: { name: "Français", direction: "ltr" },
  "x-rtl": { name: "Pseudo (right to left)", direction: "rtl" },
} as const;

export type Locale = keyof typeof LOCALES;

export const isLocale = (value: unknown): value is Locale => typeof value === "string" && Object.hasOwn(LOCALES, value);

/** What Intl understands: the pseudo-language formats as English. */
export const intlLocale = (locale: Locale): string =>
  locale === "x-rtl" ? "en-GB" : locale === "en" ? "en-GB" : "fr-FR";
