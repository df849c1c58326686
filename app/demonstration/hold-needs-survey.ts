import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import { compiledVersion } from "~/app/operations/compiled-version";
import { submitResponse } from "~/app/operations/submit-response";
import { beginResponse } from "~/db/drafts";
import { insertInvitations, markLinkOpened } from "~/db/invitations";
import { shortCycleName } from "~/db/regions/cycle-dates";
import { reopenResponse, signOffResponse } from "~/db/response-states";
import { closeRound, insertRound, openRound } from "~/db/rounds";
import type { CompiledInstrument } from "~/surveys/compiled";
import { answerNeedsSurvey } from "./answer-needs-survey";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { givenLastYear } from "./given-last-year";
import { rateTopics } from "./rate-topics";
import { streamOf } from "./stream";

/** Days before the anchor: the survey opens, closes for answers, is closed by the office. */
const OPENS = 62;
const CLOSES = 20;

/**
 * Holds a needs survey from invitation to closing: members open their link, answer, submit, heads sign off.
 *
 * @param yearsAgo 0 for the survey of this cycle, 1 for that of the cycle before
 * @returns the round
 */
export async function holdNeedsSurvey(
  scene: DemonstrationScene,
  { versionId, yearsAgo, previousRoundId }: { versionId: string; yearsAgo: 0 | 1; previousRoundId: string | null },
): Promise<string> {
  const { db, pack, made, anchorDate, office, step } = scene;
  const compiled = await compiledVersion(db, versionId);
  if (!compiled) throw new RangeError(`there is no version ${versionId}`);
  const cycle = yearsAgo === 0 ? scene.cycle : scene.cycleBefore;
  const day = (before: number) => dayAfter(anchorDate, -before - 364 * yearsAgo);
  const at = momentOn(day(OPENS + 3), 3);
  const round = await insertRound(db, {
    round: {
      cycleId: cycle.id,
      versionId,
      name: `${compiled.title.en ?? "Needs survey"} ${shortCycleName(cycle.id)}`,
      audience: "members",
      anonymous: false,
      opensOn: day(OPENS),
      closesOn: day(CLOSES),
      previousRoundId,
    },
    actor: office,
    at,
  });
  const invited = await insertInvitations(db, {
    roundId: round.id,
    invitations: pack.members.map(({ id, workingLanguages }) => ({
      memberId: id,
      language: languageOf(compiled, workingLanguages),
      tokenHash: hashOfSecret(newSecret()),
      given: givenLastYear(
        { pack, made },
        { memberId: id, language: languageOf(compiled, workingLanguages), yearsAgo },
      ),
    })),
    actor: office,
    at,
  });
  await openRound(db, { id: round.id, actor: office, at: momentOn(day(OPENS), 2) });

  const silent = new Set(yearsAgo === 0 ? made.needs.silent : made.needs.silentBefore);
  const answering = invited.filter(({ memberId }) => memberId !== null && !silent.has(memberId));
  for (const [index, invitation] of answering.entries()) {
    await answerAsMember(scene, { compiled, invitation, yearsAgo, day });
    const done = index + 1;
    if (done % 9 === 0 || done === answering.length)
      step(`Answering the needs survey ${shortCycleName(cycle.id)} as members ... ${done} of ${answering.length}`);
  }
  for (const { memberId, linkId } of invited) {
    // Some of the silent ones looked at it.
    const look = streamOf(made.seed, `${memberId}/look/${yearsAgo}`);
    if (memberId && silent.has(memberId) && look.chance(0.5))
      await markLinkOpened(db, { linkId, at: momentOn(day(OPENS - 5), 4 + look.integer(5)) });
  }
  await closeRound(db, { id: round.id, actor: office, at: momentOn(day(CLOSES - 1), 12) });
  return round.id;
}

export function languageOf(compiled: CompiledInstrument, spoken: readonly string[]): string {
  return spoken.find((language) => compiled.languages.includes(language)) ?? compiled.languages[0] ?? "en";
}

type Invited = Awaited<ReturnType<typeof insertInvitations>>[number];

async function answerAsMember(
  scene: DemonstrationScene,
  {
    compiled,
    invitation,
    yearsAgo,
    day,
  }: { compiled: CompiledInstrument; invitation: Invited; yearsAgo: 0 | 1; day: (before: number) => string },
): Promise<void> {
  const { db, pack, made, office } = scene;
  const { memberId, language, linkId } = invitation;
  if (memberId === null) return;
  const chance = streamOf(made.seed, `${memberId}/doings/${yearsAgo}`);
  const holder = { linkId };
  const late = made.needs.late.includes(memberId) && yearsAgo === 0;
  const opened = OPENS - 1 - chance.integer(12);
  const submitted = late ? CLOSES : CLOSES + 2 + chance.integer(opened - CLOSES - 8);
  await markLinkOpened(db, { linkId, at: momentOn(day(opened), 1 + 6 * chance.next()) });
  const begun = await beginResponse(db, {
    invitationId: invitation.id,
    actor: holder,
    at: momentOn(day(Math.min(opened, submitted + 4)), 1 + 6 * chance.next()),
  });
  if (!begun) throw new Error(`${memberId} could not begin`);

  const ratings = rateTopics({ pack, made }, { memberId, yearsAgo });
  const given = givenLastYear({ pack, made }, { memberId, language, yearsAgo });
  const document = answerNeedsSurvey(compiled, { pack, made }, { memberId, language, ratings, given, yearsAgo });
  const submit = async (changed: Readonly<Record<string, unknown>>, key: string, at: Date) => {
    const outcome = await submitResponse(db, {
      responseId: begun.id,
      document: changed,
      language,
      clientKey: `demonstration-${key}`,
      actor: holder,
      at,
    });
    if (!outcome || "errors" in outcome)
      throw new Error(
        `the made-up answers of ${memberId} were refused: ${JSON.stringify(outcome?.errors.slice(0, 3))}`,
      );
    return outcome.revision.number;
  };
  let revision = await submit(document, "1", momentOn(day(submitted), 2 + 5 * chance.next()));
  let settled = submitted;
  if (made.needs.reopened.includes(memberId) && yearsAgo === 0) {
    settled = Math.max(CLOSES, submitted - 3);
    await reopenResponse(db, {
      responseId: begun.id,
      reason: "The contact point asked to correct two ratings after a talk with its departments.",
      actor: office,
      at: momentOn(day(settled), 8),
    });
    const corrected = rateTopics({ pack, made }, { memberId, yearsAgo });
    revision = await submit(
      answerNeedsSurvey(compiled, { pack, made }, { memberId, language, ratings: corrected, given, yearsAgo }),
      "2",
      momentOn(day(settled), 10),
    );
  }
  if (made.needs.unsigned.includes(memberId) && yearsAgo === 0) return;
  await signOffResponse(db, {
    responseId: begun.id,
    revision,
    signedName: "Head of the administration (synthetic)",
    actor: holder,
    at: momentOn(day(Math.max(CLOSES - 0.2, settled - 1 - chance.integer(4))), 11),
  });
}
