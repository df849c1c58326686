import type { FollowUpSummary } from "~/analysis/follow-up/summarise-follow-up";
import type { CsvValue } from "~/app/exports/csv";
import type { Translator } from "~/app/i18n/translate";
import type { FollowUpDocument, Named } from "./follow-up-document";

export const FOLLOW_UP_TABLES = [
  "workshops",
  "status",
  "obstacles",
  "evidence",
  "administrations",
  "trained",
  "pledges",
] as const;
export type FollowUpTableName = (typeof FOLLOW_UP_TABLES)[number];

/** A table as pages and downloads show it: the first column names the row. */
export interface FollowUpTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

/** One table of stored results, in the reader's language. */
export function followUpTable(document: FollowUpDocument, table: FollowUpTableName, t: Translator): FollowUpTable {
  const { input, all, byActivity, trained } = document;
  const name = (list: readonly Named[], id: string | null) =>
    id === null ? t("followUp.unknown") : t.pick(list.find((one) => one.id === id)?.name) || id;
  const title = (id: string) => input.activities.find((activity) => activity.id === id)?.title ?? id;
  const head = (...keys: readonly (keyof typeof HEADS)[]) => keys.map((key) => t(HEADS[key]));
  switch (table) {
    case "workshops":
      return {
        columns: head(
          "workshop",
          "made",
          "asked",
          "answered",
          "done",
          "underWay",
          "stalled",
          "documented",
          "colleagues",
        ),
        rows: [
          ...byActivity.map(({ activity, summary }) => [title(activity), ...figuresOf(summary)]),
          [t("followUp.all"), ...figuresOf(all)],
        ],
      };
    case "status":
      return {
        columns: head("status", "pledges", "answered"),
        rows: all.status.map(({ id, count }) => [t(`followUp.status.${id}`), count, all.pledges.answered]),
      };
    case "obstacles":
      return {
        columns: head("obstacle", "pledges", "stalledWithKind"),
        rows: all.obstacles.map(({ id, count }) => [name(input.words.obstacles, id), count, all.stalledWithKind]),
      };
    case "evidence":
      return {
        columns: head("action", "workshop", "member", "status", "result", "evidence"),
        rows: input.pledges
          .filter(({ evidence, result }) => evidence !== null || result !== null)
          .map(({ action, activity, member, answer, result, evidence }) => [
            action,
            title(activity),
            name(input.members, member),
            answer ? t(`followUp.status.${answer.status}`) : null,
            result,
            evidence,
          ]),
      };
    case "administrations":
      return {
        columns: head("member", "workshop", "session", "colleagues", "change", "what", "evidence", "result"),
        rows: input.workshops.map(({ member, activity, answer, change, evidence, results }) => [
          name(input.members, member),
          title(activity),
          answer ? (answer.session ? t(`followUp.session.${answer.session}`) : null) : t("followUp.noAnswer"),
          answer?.colleagues ?? null,
          answer?.change ? t(`followUp.change.${answer.change}`) : null,
          change,
          evidence,
          results,
        ]),
      };
    case "trained":
      return {
        columns: head("member", "topic", "workshop", "gapBefore", "gapAfter", "askedAgain", "unchanged"),
        rows: trained.needs
          .filter(({ stillAsks }) => stillAsks)
          .map(({ member, topic, activity, gapBefore, gapAfter, askedAfter, unchanged }) => [
            name(input.members, member),
            name(input.topics, topic),
            title(activity),
            gapBefore,
            gapAfter,
            t(askedAfter ? "followUp.yes" : "followUp.no"),
            unchanged === null ? t("followUp.unknown") : t(unchanged ? "followUp.yes" : "followUp.no"),
          ]),
      };
    case "pledges":
      return {
        columns: head("action", "workshop", "member", "byWhen", "status", "obstacle", "obstacleText", "colleagues"),
        rows: input.pledges.map(({ action, activity, member, byWhen, asked, answer, obstacleText }) => [
          action,
          title(activity),
          name(input.members, member),
          byWhen,
          answer ? t(`followUp.status.${answer.status}`) : t(asked ? "followUp.noAnswer" : "followUp.notAsked"),
          answer?.obstacle ? name(input.words.obstacles, answer.obstacle) : null,
          obstacleText,
          answer?.colleagues ?? null,
        ]),
      };
  }
}

function figuresOf({ pledges, status, stalled, documented, trained, administrations }: FollowUpSummary) {
  const count = (id: string) => status.find((one) => one.id === id)?.count ?? 0;
  const reached = trained.n + administrations.reached.n;
  return [
    pledges.made,
    pledges.asked,
    pledges.answered,
    count("done"),
    count("underWay"),
    stalled,
    documented,
    // Nobody who gave a number is not the same as nobody reached.
    reached === 0 ? null : trained.sum + administrations.reached.sum,
  ];
}

const HEADS = {
  workshop: "followUp.head.workshop",
  made: "followUp.head.made",
  asked: "followUp.head.asked",
  answered: "followUp.head.answered",
  done: "followUp.status.done",
  underWay: "followUp.status.underWay",
  stalled: "followUp.head.stalled",
  documented: "followUp.head.documented",
  colleagues: "followUp.head.colleagues",
  status: "followUp.head.status",
  pledges: "followUp.head.pledges",
  obstacle: "followUp.head.obstacle",
  stalledWithKind: "followUp.head.stalledWithKind",
  action: "followUp.head.action",
  member: "followUp.head.member",
  result: "followUp.head.result",
  evidence: "followUp.head.evidence",
  session: "followUp.head.session",
  change: "followUp.head.change",
  what: "followUp.head.what",
  topic: "followUp.head.topic",
  gapBefore: "followUp.head.gapBefore",
  gapAfter: "followUp.head.gapAfter",
  askedAgain: "followUp.head.askedAgain",
  unchanged: "followUp.head.unchanged",
  byWhen: "followUp.head.byWhen",
  obstacleText: "followUp.head.obstacleText",
} as const;
