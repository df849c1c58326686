import { AnswerDots } from "~/app/components/charts/answer-dots";
import { Part } from "~/app/components/part";
import { fixed } from "~/app/components/ranking/ranking-words";
import { useTranslator } from "~/app/i18n/use-translator";
import type { TopicFigures as Figures } from "~/app/operations/ranking/describe-topic";

/** What members said, by group: for the office, since the groups are small. */
export function TopicFigures({
  figures: { distributions },
  topicId,
  runId,
  synthetic,
}: {
  readonly figures: Figures;
  readonly topicId: string;
  readonly runId: string;
  readonly synthetic: boolean;
}) {
  const t = useTranslator();
  return (
    <Part
      id="answers"
      title={t("priorities.topic.said")}
      note={
        <>
          {t("priorities.topic.saidNote")} {t("priorities.topic.saidOffice")}
        </>
      }
    >
      <div className="multiples">
        {distributions.map((group) => (
          <figure key={group.id}>
            <figcaption>
              {group.name ? t.pick(group.name) : t("priorities.lens.region")}{" "}
              <small>
                {group.meanImportance === null || group.meanCapability === null
                  ? t("priorities.topic.saidFew", { n: group.n, N: group.N })
                  : t("priorities.topic.saidMeans", {
                      n: group.n,
                      N: group.N,
                      importance: fixed(t, group.meanImportance, 1),
                      capability: fixed(t, group.meanCapability, 1),
                    })}
              </small>
            </figcaption>
            <AnswerDots
              importance={group.importance}
              capability={group.capability}
              label={t("priorities.topic.saidLabel", {
                importance: group.importance.join(", "),
                capability: group.capability.join(", "),
              })}
            />
          </figure>
        ))}
      </div>
      <div className="source">
        <p>{synthetic && t("priorities.synthetic")}</p>
        <p className="link-row">
          <a href={`/priorities/csv/distribution?run=${runId}&topic=${topicId}`}>{t("priorities.topic.counts")}</a>
        </p>
      </div>
    </Part>
  );
}
