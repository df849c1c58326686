import { IntlMessageFormat } from "intl-messageformat";
import type { ReactNode } from "react";
import { catalogues, type MessageKey } from "~/app/messages/catalogues";
import { shortCycleName } from "~/db/regions/cycle-dates";
import { intlLocale, type Locale } from "./locales";

export type MessageValues = Readonly<Record<string, string | number | Date | boolean | null | undefined>>;
export type RichValues = Readonly<Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode) | Date>>;

/** Texts, numbers and dates in one language. */
export interface Translator {
  readonly locale: Locale;
  /** The text of a key, in ICU message syntax, with its values filled in. */
  (key: MessageKey, values?: MessageValues): string;
  /** The same with markup: `<link>text</link>` in the message, `link: (chunks) => <a>...</a>` in the values. */
  rich(key: MessageKey, values: RichValues): ReactNode;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A share from 0 to 1 as "71 %". */
  percent(share: number, fractionDigits?: number): string;
  /** A moment or a local date ("2026-03-31") as "31 March 2026". */
  date(value: Date | string, options?: Intl.DateTimeFormatOptions): string;
  dateTime(value: Date, timeZone?: string): string;
  /** A cycle's id, "2026-2027", as people write it: "2026–27". */
  cycle(id: string): string;
  list(parts: readonly string[], type?: "conjunction" | "disjunction"): string;
  /** A text given in several languages, in this one, else in English, else in any. */
  pick(text: Readonly<Record<string, string | undefined>> | string | null | undefined): string;
}

const formats = new Map<string, IntlMessageFormat>();

function formatOf(locale: Locale, key: MessageKey): IntlMessageFormat {
  const id = `${locale} ${key}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat(catalogues[locale === "x-rtl" ? "en" : locale][key], intlLocale(locale));
    formats.set(id, format);
  }
  return format;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs a hundred times what using it does.
function dateFormat(intl: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${intl} ${JSON.stringify(options)}`;
  let format = dateFormats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(intl, options);
    dateFormats.set(id, format);
  }
  return format;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(intl: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const id = `${intl} ${JSON.stringify(options)}`;
  let format = numberFormats.get(id);
  if (!format) {
    format = new Intl.NumberFormat(intl, options);
    numberFormats.set(id, format);
  }
  return format;
}

/** English letters with marks and brackets, so that an untranslated text and a cut-off one can be seen. */
function pseudo(text: string): string {
  return `⟦${text.replace(/[aeiou]/g, (vowel) => `${vowel}\u0301`)}⟧`;
}

const translators = new Map<Locale, Translator>();

/** The translator of a language; made once per process and language. */
export function translator(locale: Locale): Translator {
  const made = translators.get(locale);
  if (made) return made;
  const intl = intlLocale(locale);
  const mark = locale === "x-rtl" ? pseudo : (text: string) => text;
  const t = Object.assign(
    (key: MessageKey, values?: MessageValues) => mark(String(formatOf(locale, key).format(values as never))),
    {
      locale,
      rich: (key: MessageKey, values: RichValues) => formatOf(locale, key).format(values as never) as ReactNode,
      number: (value: number, options?: Intl.NumberFormatOptions) =>
        numberFormat(intl, options).format(value).replace("-", "\u2212"),
      percent: (share: number, fractionDigits = 0) =>
        `${numberFormat(intl, { maximumFractionDigits: fractionDigits, minimumFractionDigits: fractionDigits }).format(share * 100)}\u00a0%`,
      date: (
        value: Date | string,
        options: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric" },
      ) =>
        typeof value === "string"
          ? dateFormat(intl, { ...options, timeZone: "UTC" }).format(new Date(`${value.slice(0, 10)}T00:00:00Z`))
          : dateFormat(intl, options).format(value),
      dateTime: (value: Date, timeZone?: string) =>
        dateFormat(intl, {
          day: "numeric",
          month: "long",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          ...(timeZone ? { timeZone } : {}),
        }).format(value),
      cycle: shortCycleName,
      list: (parts: readonly string[], type: "conjunction" | "disjunction" = "conjunction") =>
        new Intl.ListFormat(intl, { type }).format(parts),
      pick: (text: Readonly<Record<string, string | undefined>> | string | null | undefined) => {
        if (text === null || text === undefined) return "";
        if (typeof text === "string") return text;
        const language = locale === "x-rtl" ? "en" : locale;
        return (
          text[language] ?? text.en ?? text.default ?? Object.values(text).find((value) => value !== undefined) ?? ""
        );
      },
    },
  );
  translators.set(locale, t);
  return t;
}
