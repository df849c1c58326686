import { findPledges, followUpPledge } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import type { PledgeState } from "~/db/schema/activities";
import { pledgeAnswers } from "~/surveys/follow-up-answers";
import { answerDocument } from "../answering/answer-document";
import { actorOf } from "../answering/begun-response";
import type { Answering } from "../answering/open-answering";

/** What a follow-up's answer makes of a pledge; one that was not begun stays open. */
const STATES: Readonly<Record<string, PledgeState>> = {
  done: "done",
  "under-way": "underWay",
  stuck: "stuck",
  dropped: "dropped",
  "not-started": "open",
};

/** Notes beside each pledge what its follow-up says; in the transaction of the submission. */
export async function keepFollowUp(
  tx: Database,
  {
    answering,
    document,
    at,
  }: {
    readonly answering: Answering;
    readonly document: Readonly<Record<string, unknown>>;
    readonly at: Date;
  },
): Promise<void> {
  const { compiled, given, round } = answering;
  const asked = new Set((given.pledges ?? []).map(({ id }) => id));
  if (asked.size === 0 || round.activityId === null) return;
  const made = await findPledges(tx, { activityId: round.activityId });
  const own = new Set(made.flatMap(({ id }) => (asked.has(id) ? [id] : [])));
  const revision = { member: null, document: answerDocument(document), codes: [], numbers: [], rows: [] };
  for (const { pledge, status } of pledgeAnswers(compiled, [revision])) {
    const state = status === null ? undefined : STATES[status];
    if (state && own.has(pledge)) await followUpPledge(tx, { id: pledge, state, actor: actorOf(answering), at });
  }
}
