import { insertPledges } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { isPlainObject, own } from "~/surveys/answer-document";
import type { Measure } from "~/surveys/semantics";
import { type Answering, localDate } from "./open-answering";

/** Puts the pledges of a response beside their activity, where the follow-up finds them; found by what they measure. */
export async function keepPledges(
  tx: Database,
  {
    answering: { compiled, round, timeZone },
    document,
    language,
    at,
  }: {
    readonly answering: Answering;
    readonly document: Readonly<Record<string, unknown>>;
    readonly language: string;
    readonly at: Date;
  },
): Promise<void> {
  const question = compiled.questions.find((candidate) => candidate.measure === "pledge");
  if (round.activityId === null || question?.kind !== "rows") return;
  const { activityId } = round;
  const answerTo = (measure: Measure) => {
    const asked = compiled.questions.find((candidate) => candidate.measure === measure);
    const answer = asked && own(document, asked.name);
    return typeof answer === "string" ? answer : null;
  };
  const rows = own(document, question.name);
  const pledged = (Array.isArray(rows) ? rows : []).filter(isPlainObject).flatMap((row) => {
    const field = (name: string) => {
      const inner = question.questions.find((candidate) => candidate.field === name);
      const answer = inner && own(row, inner.name);
      return typeof answer === "string" ? answer : null;
    };
    const action = field("action");
    if (action === null) return [];
    const month = field("byWhen");
    return [
      {
        activityId,
        memberId: answerTo("member"),
        email: answerTo("contactForFollowUp"),
        language,
        action,
        byWhen: month === null ? null : month.length === 7 ? `${month}-01` : month,
        withWhom: field("withWhom"),
        supervisorSupport: field("supervisorSupport"),
        pledgedOn: localDate(at, timeZone),
      },
    ];
  });
  if (pledged.length > 0) await insertPledges(tx, pledged);
}
