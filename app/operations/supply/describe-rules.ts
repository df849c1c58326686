import type { Translator } from "~/app/i18n/translate";
import { catalogues, type MessageKey } from "~/app/messages/catalogues";
import type { EffectiveSetting } from "~/db/settings";

export interface DescribedRule {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** What it rests on: a source, or an assumption with its basis. */
  readonly basis: string;
}

/** The office's rules in words, each with what it rests on. */
export function describeRules(settings: readonly EffectiveSetting[], t: Translator): readonly DescribedRule[] {
  return settings.flatMap(({ key, value, assumption, basis, source }) => {
    const name = `experts.rules.${key.split(".").at(-1)}`;
    if (!isMessage(name) || typeof value !== "number") return [];
    return {
      key,
      name: t(name),
      value: t.number(value),
      basis: assumption
        ? t("experts.rules.assumption", { basis: basis ?? "" })
        : source
          ? t("experts.rules.source", { source: source.map(({ section }) => section).join("; ") })
          : (basis ?? ""),
    };
  });
}

function isMessage(key: string): key is MessageKey {
  return key in catalogues.en;
}
