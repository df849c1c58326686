import { Part } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";
import type { ChangedTopic } from "~/app/operations/ranking/compare-rankings";
import type { ComparedRuns } from "~/app/operations/ranking/find-comparison";
import { changeFinding, signed } from "./change-words";
import { ChangedBands, ChangedTopics } from "./changed-topics";

interface WhatChangedProps {
  readonly comparison: ComparedRuns;
  /** Those that the summary lists. */
  readonly topics: readonly ChangedTopic[];
  readonly office: boolean;
  readonly synthetic: boolean;
  readonly topicHref: (id: string) => string;
  /** What the download speaks of: `run=<id>` or `published=<id>`. */
  readonly of: string;
}

/** What changed since the ranking of the cycle before: a sentence, a plot, a table, and where the rest stands. */
export function WhatChanged({ comparison, topics, office, synthetic, topicHref, of }: WhatChangedProps) {
  const t = useTranslator();
  const { runId, beforeRunId, beforePublishedId, before, now, withActivity, withoutActivity } = comparison;
  const names = { before: t.cycle(before.plannedFor), now: t.cycle(now.plannedFor) };
  return (
    <Part
      id="changed"
      title={t("changes.title", { cycle: t.cycle(before.cycle) })}
      note={t(office ? "changes.note" : "changes.notePublic")}
      full={
        topics.length === 0 ? undefined : office ? (
          <ChangedTopics topics={topics} topicHref={topicHref} />
        ) : (
          <ChangedBands topics={topics} topicHref={topicHref} {...names} />
        )
      }
    >
      <p>{changeFinding(t, comparison, { office })}</p>
      {office && withActivity.value !== null && withoutActivity.value !== null && (
        <p className="muted">
          {t("changes.activity", {
            count: comparison.activityTopics,
            with: signed(t, withActivity.value),
            without: signed(t, withoutActivity.value),
          })}
        </p>
      )}
      {office && <ChangeKey />}
      <p className="link-row">
        {office && <a href={`/priorities/runs/${runId}/compare?with=${beforeRunId}`}>{t("changes.all")}</a>}
        {!office && beforePublishedId !== null && (
          <a href={`/priorities/published/${beforePublishedId}`}>{t("changes.allBefore", { cycle: names.before })}</a>
        )}
        <a href={`/priorities/csv/change?${of}`}>{t("priorities.download.csv")}</a>
        <a href="/methods/topic-changes">{t("changes.method")}</a>
      </p>
      {synthetic && <p className="muted">{t("priorities.synthetic")}</p>}
    </Part>
  );
}

export function ChangeKey() {
  const t = useTranslator();
  return (
    <ul className="key">
      <li>
        <svg className="glyph" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
          <circle className="plot-point" cx="20" cy="7" r="5" />
        </svg>
        {t("changes.key.sure")}
      </li>
      <li>
        <svg className="glyph" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
          <circle className="plot-hollow" cx="20" cy="7" r="5" />
        </svg>
        {t("changes.key.notSure")}
      </li>
      <li>
        <svg className="glyph" viewBox="0 0 40 14" aria-hidden="true" focusable="false">
          <line className="plot-wide" x1="2" x2="38" y1="7" y2="7" />
        </svg>
        {t("changes.key.interval")}
      </li>
    </ul>
  );
}
