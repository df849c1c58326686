import type { ReactNode } from "react";
import { Opening, Part } from "~/app/components/part";
import { Tabs } from "~/app/components/tabs";
import type { Translator } from "~/app/i18n/translate";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ChangedTopic } from "~/app/operations/ranking/compare-rankings";
import type { ComparedRuns } from "~/app/operations/ranking/find-comparison";
import type { ShownRanking } from "~/app/operations/ranking/show-ranking";
import { AllFigures } from "./all-figures";
import { RankingTable } from "./ranking-table";
import { findingOf, fixed, lensName } from "./ranking-words";
import { WhatChanged } from "./what-changed";
import { WhoIsInIt } from "./who-is-in-it";
import { WouldItHold } from "./would-it-hold";

interface RankingPageProps {
  readonly ranking: ShownRanking;
  readonly office: boolean;
  readonly synthetic: boolean;
  /** The address of this page without its query, for lenses and views. */
  readonly here: string;
  /** `run=<id>` or `published=<id>`: what topics and downloads speak of. */
  readonly of: string;
  /** Plot, or all figures as a table. */
  readonly shows: "plot" | "figures";
  readonly actions?: ReactNode;
  /** What it was published as, on a page that shows it so. */
  readonly frozen?: FrozenAs | null;
  /** Against the ranking of the cycle before, if there is one. */
  readonly changed?: ChangeSummary | null;
}

export interface ChangeSummary {
  readonly comparison: ComparedRuns;
  readonly topics: readonly ChangedTopic[];
}

export interface FrozenAs {
  readonly name: string;
  readonly note: string;
  readonly signedBy: string;
  readonly at: string;
}

/** A ranking as the office, or as those see it to whom it was published. */
export function RankingPage(props: RankingPageProps) {
  const { ranking, office, synthetic, here, of, shows, actions, frozen = null, changed = null } = props;
  const t = useTranslator();
  const { view, lenses, lines, places, round } = ranking;
  const query = (lens: string, show: string) => {
    const parts = [lens === "region" ? "" : `lens=${lens}`, show === "figures" ? "show=figures" : ""];
    const joined = parts.filter(Boolean).join("&");
    return joined ? `${here}?${joined}` : here;
  };
  const topicHref = (id: string) => `/priorities/topics/${id}?${of}`;
  const runHref = `/priorities/runs/${ranking.runId}`;
  const csvHref = (table: string) => `/priorities/csv/${table}?${of}${view.id === "region" ? "" : `&lens=${view.id}`}`;
  const lists = view.kind === "lists";
  return (
    <main className="page ranking-page" id="main">
      <Opening
        title={t("priorities.title", { cycle: t.cycle(round.plannedFor) })}
        finding={findingOf(t, ranking)}
        actions={actions}
        terms={termsOf(t, ranking, frozen)}
      >
        {frozen?.note && (
          <div className="callout">
            <p>{frozen.note}</p>
            <p className="muted">{frozen.signedBy}</p>
          </div>
        )}
      </Opening>
      <Part
        id="rank"
        title={t("priorities.rank.title", { count: lines.length })}
        note={
          <>
            {ranking.resampled ? t("priorities.rank.note") : t("priorities.rank.noteFew")}
            {ranking.census && ` ${t("priorities.rank.noteCensus")}`}
          </>
        }
        full={
          shows === "figures" ? (
            <AllFigures lines={lines} office={office} members={view.N} topicHref={topicHref} />
          ) : (
            <RankingTable
              lines={lines}
              places={Math.max(1, places || lines.length)}
              office={office}
              region={view.id === "region"}
              topicHref={topicHref}
            />
          )
        }
      >
        {lenses.length > 1 && (
          <Tabs
            label={t("priorities.lens")}
            tabs={lenses.map((lens) => ({
              href: query(lens.id, shows),
              label: lensName(t, lens),
              note: t("priorities.nOfN", { n: lens.n, N: lens.N }),
              current: lens.id === view.id,
            }))}
          />
        )}
        {office && !view.publishable && <p className="callout callout-warn">{t("priorities.lens.officeOnly")}</p>}
        {lists && <p className="muted">{t("priorities.lens.listsNote")}</p>}
        <p className="link-row">
          <a href={query(view.id, shows === "plot" ? "figures" : "plot")}>
            {shows === "plot" ? t("priorities.show.figures") : t("priorities.show.plot")}
          </a>
        </p>
        {shows === "plot" && <Key places={office} count={view.N} resampled={ranking.resampled} />}
      </Part>
      <div className="part">
        <div className="part-margin" />
        <div className="part-body">
          <div className="source" id="ranking-source">
            <p>
              {synthetic && `${t("priorities.synthetic")} `}
              {t(office ? (lists ? "priorities.source.lists" : "priorities.source") : "priorities.source.published")}{" "}
              {office && ranking.detectable !== null && !lists
                ? `${t("priorities.source.detectable", { points: fixed(t, ranking.detectable, 1) })} `
                : ""}
              {t("priorities.source.run", {
                date: t.date(ranking.at),
                hash: `${ranking.inputSha256.slice(0, 4)} ${ranking.inputSha256.slice(4, 8)}`,
                seed: String(ranking.seed),
                survey: round.name,
              })}
            </p>
            <p className="link-row">
              <a href={csvHref("ranking")}>{t("priorities.download.csv")}</a>
              {office && <a href={runHref}>{t("priorities.permanent")}</a>}
              <a href="/methods/mean-weighted-discrepancy">{t("priorities.method")}</a>
              <a href="/methods/bootstrap-ranks">{t("priorities.methodRanges")}</a>
            </p>
          </div>
        </div>
      </div>
      {changed && view.kind === "region" && (
        <WhatChanged {...changed} office={office} synthetic={synthetic} topicHref={topicHref} of={of} />
      )}
      {ranking.robustness && <WouldItHold robustness={ranking.robustness} topicHref={topicHref} runHref={runHref} />}
      <WhoIsInIt coverage={ranking.coverage} />
    </main>
  );
}

function termsOf(t: Translator, ranking: ShownRanking, frozen: FrozenAs | null) {
  const { round, coverage, published } = ranking;
  const { n, N } = coverage.total;
  const [latest] = published;
  return [
    [
      t("priorities.term.answered"),
      t("priorities.term.answeredOf", { n, N, share: N === 0 ? 0 : Math.round((100 * n) / N) }),
    ],
    [
      t("priorities.term.survey"),
      t(round.closed ? "priorities.term.surveyClosed" : "priorities.term.surveyOpen", {
        survey: round.name,
        version: round.version,
        date: t.date(round.closesOn),
      }),
    ],
    [t("priorities.term.run"), t("priorities.term.runOf", { date: t.date(ranking.at), count: ranking.replicates })],
    [
      t("priorities.term.status"),
      <span key="status">
        <span className={frozen || latest ? "tag tag-good" : "tag tag-warn"}>
          {t(frozen || latest ? "priorities.term.published" : "priorities.term.notPublished")}
        </span>
        {(frozen || latest) && (
          <>
            <br />
            {t("priorities.term.publishedAs", {
              name: frozen?.name ?? latest?.name ?? "",
              date: t.date(frozen?.at ?? latest?.at ?? ranking.at),
            })}
          </>
        )}
      </span>,
    ],
  ] as const;
}

function Key({
  places,
  count,
  resampled,
}: {
  readonly places: boolean;
  readonly count: number;
  readonly resampled: boolean;
}) {
  const t = useTranslator();
  return (
    <ul className="key">
      {places && (
        <li>
          <svg className="glyph" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
            <circle className="plot-point" cx="20" cy="7" r="5" />
          </svg>
          {t("priorities.key.place")}
        </li>
      )}
      {resampled && (
        <>
          <li>
            <svg className="glyph" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
              <line className="plot-sure" x1="2" x2="38" y1="7" y2="7" />
            </svg>
            {t("priorities.key.sure", { count })}
          </li>
          <li>
            <svg className="glyph" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
              <line className="plot-wide" x1="2" x2="38" y1="7" y2="7" />
            </svg>
            {t("priorities.key.wide")}
          </li>
        </>
      )}
      <li>
        <svg className="glyph" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
          <rect className="plot-zone" x="2" y="0" width="36" height="14" />
          <line className="plot-grid-strong" x1="38" x2="38" y1="0" y2="14" />
        </svg>
        {t("priorities.key.zone")}
      </li>
    </ul>
  );
}
