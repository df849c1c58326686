import { useTranslator } from "~/app/i18n/use-translator";
import type { ActivityState } from "~/db/schema/activities";

const TAGS: Readonly<Partial<Record<ActivityState, string>>> = { held: "tag-good", cancelled: "tag-warn" };

/** How far an activity is, in a word. */
export function StateTag({ state }: { readonly state: ActivityState }) {
  const t = useTranslator();
  return <span className={`tag ${TAGS[state] ?? ""}`}>{t(`workshops.state.${state}`)}</span>;
}
