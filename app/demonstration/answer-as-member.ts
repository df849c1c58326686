import { reopenAnswers, signOffAnswers } from "~/app/operations/answering/change-submitted";
import { type Answering, openAnswering } from "~/app/operations/answering/open-answering";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { beginResponse } from "~/db/drafts";
import { markLinkOpened } from "~/db/invitations";
import { answerNeedsSurvey } from "./answer-needs-survey";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { rateTopics, withSlips } from "./rate-topics";
import { streamOf } from "./stream";

type Ratings = ReturnType<typeof rateTopics>;

interface MemberAnswering {
  readonly memberId: string;
  readonly invitationId: string;
  readonly linkId: string;
  /** The secret of the link, as it stands in the letter. */
  readonly token: string;
  readonly language: string;
  readonly yearsAgo: number;
  /** Days, `YYYY-MM-DD`: when the link is first opened, and the last on which to submit. */
  readonly opened: string;
  readonly due: string;
}

/** A member opens its link, answers, submits; its head signs off, or will. One has its answers back to correct them. */
export async function answerAsMember(scene: DemonstrationScene, member: MemberAnswering): Promise<void> {
  const { db, pack, made } = scene;
  const { memberId, yearsAgo, linkId } = member;
  const chance = streamOf(made.seed, `${memberId}/doings/${yearsAgo}`);
  const days = Math.round((Date.parse(member.due) - Date.parse(member.opened)) / 86_400_000);
  const submitted = dayAfter(member.opened, 1 + chance.integer(Math.max(1, days - 3)));
  const at = momentOn(member.opened, 1 + 6 * chance.next());
  await markLinkOpened(db, { linkId, at });
  await beginResponse(db, { invitationId: member.invitationId, actor: { linkId }, at });

  const ratings = rateTopics({ pack, made }, { memberId, yearsAgo });
  const corrects = yearsAgo === 0 && made.needs.reopened.includes(memberId);
  const first = corrects ? withSlips(ratings) : ratings;
  await submit(scene, member, { at: momentOn(submitted, 2 + 5 * chance.next()), key: "1", ratings: first });
  let settled = submitted;
  if (corrects) {
    settled = dayAfter(submitted, 1);
    const answering = await openedAt(scene, member, momentOn(settled, 3));
    const reason = "Two ratings were corrected after a talk with the departments.";
    await reopenAnswers(db, { answering, reason, at: momentOn(settled, 4) });
    await submit(scene, member, { at: momentOn(settled, 6), key: "2", ratings });
  }
  if (yearsAgo === 0 && made.needs.unsigned.includes(memberId)) return;
  const signed = momentOn(dayAfter(settled, chance.integer(3)), 8);
  await signOffAnswers(db, {
    answering: await openedAt(scene, member, signed),
    revision: corrects ? 2 : 1,
    signedName: "Head of the administration (synthetic)",
    personId: undefined,
    at: signed,
  });
}

async function submit(
  scene: DemonstrationScene,
  member: MemberAnswering,
  { at, key, ratings }: { readonly at: Date; readonly key: string; readonly ratings: Ratings },
): Promise<void> {
  const { db, pack, made } = scene;
  const { memberId, language, yearsAgo } = member;
  const answering = await openedAt(scene, member, at);
  const { compiled, given } = answering;
  const document = answerNeedsSurvey(compiled, { pack, made }, { memberId, language, ratings, given, yearsAgo });
  const clientKey = `demonstration-${key}`;
  const outcome = await submitDocument(db, { answering, document, mode: "strict", clientKey, language, at });
  if (outcome.outcome === "incomplete")
    throw new Error(`the made-up answers of ${memberId} were refused: ${JSON.stringify(outcome.errors.slice(0, 3))}`);
}

async function openedAt(
  { db }: DemonstrationScene,
  { memberId, token }: MemberAnswering,
  at: Date,
): Promise<Answering> {
  const opened = await openAnswering(db, { token, at });
  if ("refusal" in opened) throw new Error(`the link of ${memberId} opens nothing: ${opened.refusal}`);
  return opened.answering;
}
