import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import { compiledVersion } from "~/app/operations/answering/compiled-version";
import { insertInvitations, markLinkOpened } from "~/db/invitations";
import { shortCycleName } from "~/db/regions/cycle-dates";
import { closeRound, extendRound, insertRound, openRound } from "~/db/rounds";
import type { CompiledInstrument } from "~/surveys/compiled";
import { answerAsMember } from "./answer-as-member";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { givenLastYear } from "./given-last-year";
import { streamOf } from "./stream";

/** Days before the anchor: the survey opens, was to close, and closes after it was extended once. */
const OPENS = 62;
const DUE = 27;
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
  const { compiled } = await compiledVersion(db, versionId);
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
      closesOn: day(DUE),
      previousRoundId,
    },
    actor: office,
    at,
  });
  const tokens = new Map(
    pack.members.map(() => {
      const token = newSecret();
      return [hashOfSecret(token), token] as const;
    }),
  );
  const hashes = [...tokens.keys()];
  const invited = await insertInvitations(db, {
    roundId: round.id,
    invitations: pack.members.map(({ id, workingLanguages }, index) => ({
      memberId: id,
      language: languageOf(compiled, workingLanguages),
      tokenHash: hashes[index] ?? "",
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
  const answering = invited.flatMap(({ memberId, linkId, ...invitation }) => {
    const token = tokens.get(invitation.tokenHash);
    return memberId === null || token === undefined || silent.has(memberId)
      ? []
      : [{ memberId, linkId, token, invitationId: invitation.id, language: invitation.language }];
  });
  const late = answering.filter(({ memberId }) => made.needs.late.includes(memberId));
  const timely = answering.filter((member) => !late.includes(member));
  const tell = (done: number) => {
    if (done % 9 === 0 || done === answering.length)
      step(`Answering the needs survey ${shortCycleName(cycle.id)} as members ... ${done} of ${answering.length}`);
  };
  for (const [index, member] of timely.entries()) {
    const opened = OPENS - 1 - streamOf(made.seed, `${member.memberId}/opened/${yearsAgo}`).integer(10);
    await answerAsMember(scene, { ...member, yearsAgo, opened: day(opened), due: day(DUE) });
    tell(index + 1);
  }
  await extendRound(db, { id: round.id, closesOn: day(CLOSES), actor: office, at: momentOn(day(DUE), 9) });
  for (const [index, member] of late.entries()) {
    await answerAsMember(scene, { ...member, yearsAgo, opened: day(DUE), due: day(CLOSES) });
    tell(timely.length + index + 1);
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
