import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import { compiledVersion } from "~/app/operations/answering/compiled-version";
import { insertInvitations, markLinkOpened } from "~/db/invitations";
import { updateOfficeSettings } from "~/db/office";
import { insertRound, openRound } from "~/db/rounds";
import { beginToAnswer } from "./begin-to-answer";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { givenLastYear } from "./given-last-year";
import { languageOf } from "./hold-needs-survey";

/** Days before the anchor on which the practice survey opens, and after it for which it takes answers. */
const OPENED = 9;
const OPEN_FOR = 120;

/**
 * Opens the needs survey once more for practice: whoever looks at the demonstration may answer it as one member, by a
 * link that the office's settings keep in the clear. Some members are half-way, one has stopped, others only looked or
 * are silent. What is answered counts in no ranking.
 */
export async function openPracticeSurvey(
  scene: DemonstrationScene,
  { versionId, previousRoundId }: { versionId: string; previousRoundId: string },
): Promise<string> {
  const { db, pack, made, anchorDate, office, cycle } = scene;
  const { compiled } = await compiledVersion(db, versionId);
  const at = momentOn(dayAfter(anchorDate, -OPENED - 1), 3);
  const round = await insertRound(db, {
    round: {
      cycleId: cycle.id,
      versionId,
      name: `${compiled.title.en ?? "Needs survey"}, practice`,
      audience: "members",
      anonymous: false,
      opensOn: dayAfter(anchorDate, -OPENED),
      closesOn: dayAfter(anchorDate, OPEN_FOR),
      previousRoundId,
      practice: true,
    },
    actor: office,
    at,
  });
  const tokens = new Map(pack.members.map(({ id }) => [id, newSecret()]));
  const tokenOf = (memberId: string): string => tokens.get(memberId) ?? newSecret();
  const invited = await insertInvitations(db, {
    roundId: round.id,
    invitations: pack.members.map(({ id, workingLanguages }) => {
      const language = languageOf(compiled, workingLanguages);
      return {
        memberId: id,
        language,
        tokenHash: hashOfSecret(tokenOf(id)),
        given: givenLastYear({ pack, made }, { memberId: id, language, yearsAgo: 0 }),
      };
    }),
    actor: office,
    at,
  });
  await openRound(db, { id: round.id, actor: office, at: momentOn(dayAfter(anchorDate, -OPENED), 2) });
  for (const { memberId, linkId, language } of invited) {
    if (memberId === null) continue;
    const begun = made.open.begun.find(({ member }) => member === memberId);
    const opened = momentOn(dayAfter(anchorDate, begun ? -OPENED + 1 : -OPENED + 3), 1.5);
    if (begun || made.open.opened.includes(memberId)) await markLinkOpened(db, { linkId, at: opened });
    if (begun) await beginToAnswer(scene, { ...begun, token: tokenOf(memberId), language });
  }
  const { visitor } = made.people;
  const demonstrationLink = { token: tokenOf(visitor), memberId: visitor };
  await updateOfficeSettings(db, { settings: { demonstrationLink }, actor: office, at });
  return round.id;
}
