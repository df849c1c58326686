import { RankAxis, RankAxisSymbol, RankRange } from "~/app/components/charts/rank-plot";
import { useTranslator } from "~/app/i18n/use-translator";
import type { RankingLine } from "~/app/operations/ranking/describe-ranking";
import { fixed, ofHundred, rangeOf } from "./ranking-words";

const BANDS = ["clear", "likely", "possible", "smallChance"] as const;

interface RankingTableProps {
  readonly lines: readonly RankingLine[];
  /** Topics with a place. */
  readonly places: number;
  /** Outside the office: bands and ranges, neither places nor scores. */
  readonly office: boolean;
  /** "however counted" holds for the region only. */
  readonly region: boolean;
  readonly topicHref: (id: string) => string;
}

/** The ranking: a table one of whose columns is the plot, cut into bands of certainty. */
export function RankingTable({ lines, places, office, region, topicHref }: RankingTableProps) {
  const t = useTranslator();
  const groups = [...BANDS, null].flatMap((band) => {
    const own = lines.filter((line) => line.band === band);
    return own.length > 0 ? [{ band, own }] : [];
  });
  const columns = office ? 8 : 5;
  return (
    <>
      <RankAxisSymbol places={places} />
      <table role="table" className="ranking" aria-describedby="ranking-source">
        <caption className="visually-hidden">{t("priorities.table.caption", { count: lines.length })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="col-place">
              <span className="visually-hidden">{t("priorities.table.place")}</span>
            </th>
            <th role="columnheader" scope="col" className="col-topic">
              {t("priorities.table.topic")}
            </th>
            <th role="columnheader" scope="col" className="col-plot">
              <span className="visually-hidden">{t("priorities.table.plot", { places })}</span>
              <RankAxis places={places} />
            </th>
            <th role="columnheader" scope="col" className="col-num col-range">
              {t("priorities.table.range")}
            </th>
            <th role="columnheader" scope="col" className="col-num">
              {t("priorities.table.topTen")}
            </th>
            {office && (
              <>
                <th role="columnheader" scope="col" className="col-num col-wide">
                  {t("priorities.table.score")}
                </th>
                <th role="columnheader" scope="col" className="col-num col-wide">
                  {t("priorities.table.gap")}
                </th>
              </>
            )}
            <th role="columnheader" scope="col" className="col-num col-wide">
              {t("priorities.table.rated")}
            </th>
          </tr>
        </thead>
        {groups.map(({ band, own }) => (
          <tbody key={band ?? "none"} role="rowgroup">
            <tr role="row" className="band">
              {/* biome-ignore lint/a11y/useSemanticElements: the head of a group of rows; laid out as a list it keeps its role */}
              <th role="rowheader" scope="rowgroup" colSpan={columns + (office ? 0 : 1)}>
                {t(`priorities.band.${band ?? "none"}`)}{" "}
                <small>
                  {t(
                    band === "clear" && !region
                      ? "priorities.band.clearHere.note"
                      : `priorities.band.${band ?? "none"}.note`,
                    {
                      count: own.length,
                    },
                  )}
                </small>
              </th>
            </tr>
            {own.map((line) => (
              <tr key={line.id} role="row">
                <td role="cell" className="col-place">
                  {line.place !== null && (
                    <>
                      {t.number(line.place)}
                      {line.sharing > 1 && <abbr title={t("priorities.table.shared", { count: line.sharing })}>=</abbr>}
                    </>
                  )}
                </td>
                <th role="rowheader" scope="row" className="col-topic">
                  <a href={topicHref(line.id)}>{t.pick(line.name)}</a>
                  {line.methodDependent && (
                    <>
                      {" "}
                      <small className="mark-dependent">{t("priorities.table.dependent")}</small>
                    </>
                  )}
                </th>
                <td role="cell" className="col-plot">
                  <RankRange {...line} places={places} />
                  {line.wideLow !== null && (
                    <span className="visually-hidden">
                      {t("priorities.table.repeat", { low: line.wideLow, high: line.wideHigh })}
                    </span>
                  )}
                </td>
                <td role="cell" className="col-num col-range">
                  {rangeOf(t, line.low, line.high)}
                </td>
                <td role="cell" className={`col-num${(line.topTen ?? 0) >= 0.5 ? " strong" : ""}`}>
                  {ofHundred(t, line.topTen)}
                </td>
                {office && (
                  <>
                    <td role="cell" className="col-num col-wide">
                      {fixed(t, line.score, 2)}
                    </td>
                    <td role="cell" className="col-num col-wide">
                      {fixed(t, line.gap, 1)}
                    </td>
                  </>
                )}
                <td role="cell" className="col-num col-wide">
                  {line.notApplicable > 0
                    ? t("priorities.table.ratedPlus", { n: line.n, notApplicable: line.notApplicable })
                    : t.number(line.n)}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}
