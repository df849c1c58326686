import { Part, Terms } from "~/app/components/part";
import { pValue, signed } from "~/app/components/ranking/change-words";
import { fixed } from "~/app/components/ranking/ranking-words";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ChangedTopic } from "~/app/operations/ranking/compare-rankings";

interface SinceLastYearProps {
  readonly topic: ChangedTopic;
  /** The cycle of the survey before. */
  readonly cycle: string;
  readonly tested: number;
  readonly places: number;
  readonly placesBefore: number;
  readonly office: boolean;
  readonly href: string;
}

/** What became of the topic since the survey of the cycle before: places or bands, and whether that is beyond chance. */
export function SinceLastYear({ topic, cycle, tested, places, placesBefore, office, href }: SinceLastYearProps) {
  const t = useTranslator();
  const { change, place, placeBefore, incomparable } = topic;
  const verdict = t(`changes.topic.verdict.${topic.beyondChance ?? "none"}`);
  const band = (value: ChangedTopic["band"]) => t(`priorities.band.${value ?? "none"}`);
  const rows: (readonly [string, string])[] = [];
  if (incomparable !== null) rows.push([t("changes.change"), t(`changes.${incomparable}`)]);
  else {
    rows.push(
      office
        ? [
            t("changes.topic.place"),
            place === null || placeBefore === null
              ? t("changes.topic.noPlace")
              : t("changes.topic.places", { before: placeBefore, placesBefore, now: place, places }),
          ]
        : [
            t("changes.topic.band"),
            t("changes.topic.bands", { before: band(topic.bandBefore), now: band(topic.band) }),
          ],
    );
    if (!office) rows.push([t("changes.verdict"), verdict]);
    if (change) {
      const { n, N, before, now, signedRank } = change;
      rows.push([
        t("changes.topic.gap"),
        change.change.value === null
          ? t("changes.topic.noGap", { n, N })
          : t("changes.topic.gapOf", {
              before: fixed(t, before.value, 2),
              now: fixed(t, now.value, 2),
              change: signed(t, change.change.value),
              n,
              N,
            }),
      ]);
      if (change.change.value !== null)
        rows.push([
          t("changes.topic.interval"),
          signedRank.p.value === null
            ? t("changes.topic.noTest", { shift: signed(t, change.shift.value) })
            : `${t("changes.topic.sureness", {
                low: signed(t, change.lower.value),
                high: signed(t, change.upper.value),
                shift: signed(t, change.shift.value),
                nonZero: signedRank.nonZero,
                p: pValue(t, signedRank.p.value),
                tested,
                pHolm: pValue(t, change.pHolm.value),
              })} ${verdict}`,
        ]);
      if (change.composition.value !== null)
        rows.push([
          t("changes.topic.composition"),
          t("changes.topic.compositionOf", {
            before: fixed(t, change.allBefore.value, 2),
            now: fixed(t, change.allNow.value, 2),
            composition: signed(t, change.composition.value),
          }),
        ]);
    }
  }
  return (
    <Part id="since" title={t("changes.topic.title", { cycle: t.cycle(cycle) })} note={t("changes.topic.note")}>
      <Terms rows={rows} />
      <p className="link-row">
        <a href={href}>{t("changes.all")}</a>
        <a href="/methods/topic-changes">{t("changes.method")}</a>
      </p>
    </Part>
  );
}
