import { Part, Terms } from "~/app/components/part";
import { useTranslator } from "~/app/i18n/use-translator";
import type { Robustness } from "~/app/operations/ranking/describe-robustness";

const LISTED = 3;

/** Three ways in which the order might be wrong, each in a sentence with its figures. */
export function WouldItHold({
  robustness: { silence, counting, removal, quality },
  topicHref,
  runHref,
}: {
  readonly robustness: Robustness;
  readonly topicHref: (id: string) => string;
  readonly runHref: string;
}) {
  const t = useTranslator();
  const silent = silence.silent;
  const lines = quality.find(({ flag }) => flag === "straightLiner");
  return (
    <Part id="hold" title={t("priorities.hold.title")} note={t("priorities.hold.note")}>
      <Terms
        rows={[
          [
            t("priorities.hold.silent"),
            silent === 0 ? (
              t("priorities.hold.noneSilent")
            ) : (
              <>
                {t(
                  silence.fiveStay
                    ? silence.fiveStayAlone
                      ? "priorities.hold.silentStayAlone"
                      : "priorities.hold.silentStay"
                    : "priorities.hold.silentChange",
                  { silent },
                )}{" "}
                {t("priorities.hold.silentWorst", {
                  sure: silence.surelyTen,
                  five: silence.five,
                  possible: silence.possiblyTen,
                })}
              </>
            ),
          ],
          [
            t("priorities.hold.counting"),
            <>
              {t("priorities.hold.countingFive", {
                ways: counting.ways,
                best: counting.best,
                worst: counting.worst,
              })}{" "}
              {t("priorities.hold.moving", { count: counting.moving.length })}{" "}
              {counting.moving.slice(0, LISTED).map(({ id, name, best, worst }, index) => (
                <span key={id}>
                  {index > 0 && ", "}
                  <a href={topicHref(id)}>{t.pick(name)}</a> {t("priorities.hold.fromTo", { best, worst })}
                </span>
              ))}
              {counting.moving.length > 0 && "."}{" "}
              <a href={`${runHref}/counting`}>{t("priorities.hold.countingMore")}</a>
            </>,
          ],
          [
            t("priorities.hold.removal"),
            <>
              {removal.size === null
                ? t("priorities.hold.removalNone", { upTo: removal.searchedUpTo })
                : t("priorities.hold.removalSome", { size: removal.size, count: removal.count })}{" "}
              {lines
                ? t("priorities.hold.straight", { count: lines.members.length, shared: lines.topTenShared })
                : t("priorities.hold.noStraight")}{" "}
              <a href={`${runHref}/answers`}>{t("priorities.hold.answersMore")}</a>
            </>,
          ],
        ]}
      />
    </Part>
  );
}
