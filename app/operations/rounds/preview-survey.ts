import type { Database } from "~/db/engine/database";
import { findDraft, findInstrument, findVersionByNumber, type Instrument } from "~/db/instruments";
import type { RegionPack } from "~/db/regions/pack-schema";
import { checkDefinitionText } from "~/surveys/check-definition";
import { describeSection } from "~/surveys/light-form/describe-section";
import type { SectionView } from "~/surveys/light-form/section-view";
import { checkContextOf } from "../publish-definition";

export interface SurveyPreview {
  readonly instrument: Instrument;
  /** Every section as an empty form begins; `null` while the check refuses the definition. */
  readonly sections: readonly SectionView[] | null;
}

/**
 * A survey as those will see it who are asked, before anything is answered and without the rows that a round gives.
 *
 * @param number of the version, or `null` for the draft
 * @returns `undefined` if there is no such version or draft
 */
export async function previewSurvey(
  db: Database,
  {
    pack,
    instrumentId,
    number,
    locale,
  }: {
    readonly pack: RegionPack;
    readonly instrumentId: string;
    readonly number: number | null;
    readonly locale: string;
  },
): Promise<SurveyPreview | undefined> {
  const instrument = await findInstrument(db, instrumentId);
  const found =
    number === null ? await findDraft(db, instrumentId) : await findVersionByNumber(db, { instrumentId, number });
  if (!instrument || !found) return undefined;
  // A version is shown as it was published, whatever came after it.
  const context = number === null ? await checkContextOf(db, { pack, instrumentId }) : {};
  const checked = checkDefinitionText(found.definition, context);
  if (!checked.ok) return { instrument, sections: null };
  const { compiled } = checked;
  const language = compiled.languages.includes(locale) ? locale : (compiled.languages[0] ?? "en");
  const nothing = { entries: new Map(), lastYear: new Map(), given: {}, errors: new Map() };
  return {
    instrument,
    sections: compiled.pages.map((page) => describeSection(page, { compiled, language, ...nothing })),
  };
}
