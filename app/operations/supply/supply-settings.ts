import type { SupplyViewSettings } from "~/analysis/supply/supply-analysis";
import { defaultSupplyViewSettings } from "~/analysis/supply/supply-analysis";
import { defaultSupplySettings, type SupplySettings } from "~/analysis/supply/supply-input";
import type { EffectiveSetting } from "~/db/settings";

type NumericSetting = keyof { [Key in keyof SupplySettings as SupplySettings[Key] extends number ? Key : never]: true };

const SETTINGS: Readonly<Record<NumericSetting, string>> = {
  missionsConfirmed: "experts.missionsConfirmed",
  missionsUnconfirmed: "experts.missionsUnconfirmed",
  missionsUnconfirmedTwice: "experts.missionsLongUnconfirmed",
  currentYears: "experts.currencyYears",
  missionsPerMember: "planning.missionsPerMember",
  impliedImportance: "planning.impliedImportance",
  impliedDiscrepancy: "planning.impliedDiscrepancy",
};

/** Settings that the supply analysis reads, in the order in which its pages list them. */
export const SUPPLY_SETTING_KEYS: readonly string[] = [
  ...Object.values(SETTINGS),
  "experts.viableCandidates",
  "experts.viableMembers",
  "experts.maximumCandidates",
  "experts.releaseProbability",
];

/** The rules of the supply analysis: the office's values where it set some, else the pack's. */
export function supplySettingsOf(
  settings: readonly EffectiveSetting[],
  { defaultLanguage }: { readonly defaultLanguage: string },
): { readonly settings: SupplySettings; readonly views: SupplyViewSettings } {
  const numberOf = (key: string, otherwise: number): number => {
    const value = settings.find((setting) => setting.key === key)?.value;
    return typeof value === "number" ? value : otherwise;
  };
  const { rules, releaseProbability } = defaultSupplyViewSettings;
  return {
    settings: {
      missionsConfirmed: numberOf(SETTINGS.missionsConfirmed, defaultSupplySettings.missionsConfirmed),
      missionsUnconfirmed: numberOf(SETTINGS.missionsUnconfirmed, defaultSupplySettings.missionsUnconfirmed),
      missionsUnconfirmedTwice: numberOf(
        SETTINGS.missionsUnconfirmedTwice,
        defaultSupplySettings.missionsUnconfirmedTwice,
      ),
      currentYears: numberOf(SETTINGS.currentYears, defaultSupplySettings.currentYears),
      missionsPerMember: numberOf(SETTINGS.missionsPerMember, defaultSupplySettings.missionsPerMember),
      impliedImportance: numberOf(SETTINGS.impliedImportance, defaultSupplySettings.impliedImportance),
      impliedDiscrepancy: numberOf(SETTINGS.impliedDiscrepancy, defaultSupplySettings.impliedDiscrepancy),
      defaultLanguage,
    },
    views: {
      ...defaultSupplyViewSettings,
      releaseProbability: numberOf("experts.releaseProbability", releaseProbability),
      rules: {
        ...rules,
        minCandidates: numberOf("experts.viableCandidates", rules.minCandidates),
        minAdministrations: numberOf("experts.viableMembers", rules.minAdministrations),
        maxCandidates: numberOf("experts.maximumCandidates", rules.maxCandidates),
        jointFrom: Math.min(rules.jointFrom, numberOf("experts.viableCandidates", rules.minCandidates)),
      },
    },
  };
}
