import { panelsOf } from "./answers-by-measure";
import type { CompiledInstrument } from "./compiled";
import { number, text, texts } from "./panel-fields";
import type { CodedRevision } from "./tidy";

/** What a follow-up says of one pledge. Absent answers are `null` or empty. */
export interface PledgeAnswer {
  /** Id of the pledge, as it was given. */
  readonly pledge: string;
  /** `done`, `under-way`, `stuck`, `not-started` or `dropped`. */
  readonly status: string | null;
  readonly obstacleKind: string | null;
  readonly obstacle: string | null;
  readonly result: string | null;
  readonly evidence: string | null;
  readonly colleaguesTrained: number | null;
  readonly effect: string | null;
  readonly helpNeeded: readonly string[];
  /** Whether somebody else answered than who pledged. */
  readonly bySuccessor: boolean;
}

/** What an administration says of one workshop. */
export interface WorkshopAnswer {
  readonly member: string | null;
  /** Id of the activity, as it was given. */
  readonly activity: string;
  /** `held`, `planned` or `no`. */
  readonly reportingSession: string | null;
  readonly colleaguesReached: number | null;
  /** `in-place`, `begun`, `planned` or `none`. */
  readonly changeMade: string | null;
  readonly change: string | null;
  readonly evidence: string | null;
  readonly results: string | null;
}

/** What became of the pledges, found by their measure; in the order of revisions and panels. */
export function pledgeAnswers(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): readonly PledgeAnswer[] {
  const who = compiled.questions.find(({ measure }) => measure === "answeredBy");
  return revisions.flatMap((revision) => {
    const bySuccessor = who !== undefined && revision.document[who.name] === "successor";
    return panelsOf(compiled, [revision], "pledgeStatus").map((panel) => ({
      pledge: panel.key,
      status: text(panel, "status"),
      obstacleKind: text(panel, "obstacleKind"),
      obstacle: text(panel, "obstacle"),
      result: text(panel, "result"),
      evidence: text(panel, "evidence"),
      colleaguesTrained: number(panel, "colleaguesTrained"),
      effect: text(panel, "effect"),
      helpNeeded: texts(panel, "helpNeeded"),
      bySuccessor,
    }));
  });
}

/** What administrations made of the workshops, found by their measure; in the order of revisions and panels. */
export function workshopAnswers(
  compiled: CompiledInstrument,
  revisions: readonly CodedRevision[],
): readonly WorkshopAnswer[] {
  return panelsOf(compiled, revisions, "workshopResult").map((panel) => ({
    member: panel.member,
    activity: panel.key,
    reportingSession: text(panel, "reportingSession"),
    colleaguesReached: number(panel, "colleaguesReached"),
    changeMade: text(panel, "changeMade"),
    change: text(panel, "change"),
    evidence: text(panel, "evidence"),
    results: text(panel, "results"),
  }));
}

/**
 * What else than training stands in the way, as a needs survey offers it: the choices of its obstacles without
 * `training`.
 */
export function obstaclesOutsideTraining(compiled: CompiledInstrument): readonly string[] {
  const kinds = compiled.questions.flatMap((question) =>
    question.kind === "rows" && question.measure === "topicDetail"
      ? question.questions.flatMap((inner) =>
          (inner.field === "obstacles" || inner.field === "mainObstacle") && "options" in inner
            ? inner.options.flatMap(({ value, missing }) => (missing ? [] : [String(value)]))
            : [],
        )
      : [],
  );
  return [...new Set(kinds)].filter((kind) => kind !== "training").sort();
}
