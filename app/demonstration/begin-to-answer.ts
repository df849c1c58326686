import { openAnswering } from "~/app/operations/answering/open-answering";
import { saveSentEntries } from "~/app/operations/answering/save-entries";
import { splitDocument } from "~/surveys/entries";
import { answerNeedsSurvey } from "./answer-needs-survey";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { rateTopics } from "./rate-topics";

interface Beginning {
  readonly member: string;
  /** Share of its answers that are there. */
  readonly share: number;
  /** Days before the anchor on which something was last saved. */
  readonly saved: number;
  readonly token: string;
  readonly language: string;
}

/** A member answers the first part of a needs survey, question by question, and goes no further for now. */
export async function beginToAnswer(
  { db, pack, made, anchorDate }: DemonstrationScene,
  { member: memberId, share, saved, token, language }: Beginning,
): Promise<void> {
  const at = momentOn(dayAfter(anchorDate, -saved), 6);
  const opened = await openAnswering(db, { token, at });
  if ("refusal" in opened) throw new Error(`the link of ${memberId} opens nothing: ${opened.refusal}`);
  const { answering } = opened;
  const { compiled, given } = answering;
  const ratings = rateTopics({ pack, made }, { memberId, yearsAgo: 0 });
  const whole = answerNeedsSurvey(compiled, { pack, made }, { memberId, language, ratings, given, yearsAgo: 0 });
  const entries = splitDocument(compiled, whole);
  const sent = entries
    .slice(0, Math.ceil(share * entries.length))
    .map((entry, index) => ({ ...entry, baseVersion: 0, key: `demonstration-${index}` }));
  const outcomes = await saveSentEntries(db, { answering, sent, language, at });
  const refused = outcomes.find(({ outcome }) => outcome !== "saved");
  if (refused) throw new Error(`the made-up draft of ${memberId} was not saved: ${JSON.stringify(refused)}`);
}
