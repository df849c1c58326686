import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import { compiledVersion } from "~/app/operations/answering/compiled-version";
import { insertInvitations } from "~/db/invitations";
import { updateOfficeSettings } from "~/db/office";
import { insertRound, openRound } from "~/db/rounds";
import { type DemonstrationScene, dayAfter, momentOn } from "./demonstration-scene";
import { givenLastYear } from "./given-last-year";
import { languageOf } from "./hold-needs-survey";

/** Days for which the practice survey takes answers. */
const OPEN_FOR = 120;

/**
 * Opens the needs survey once more for practice: whoever looks at the demonstration may answer it as one member, by a
 * link that the office's settings keep in the clear. What is answered counts in no ranking.
 */
export async function openPracticeSurvey(
  scene: DemonstrationScene,
  { versionId, previousRoundId }: { versionId: string; previousRoundId: string },
): Promise<string> {
  const { db, pack, made, anchorDate, office, cycle } = scene;
  const { compiled } = await compiledVersion(db, versionId);
  const at = momentOn(dayAfter(anchorDate, -3), 3);
  const round = await insertRound(db, {
    round: {
      cycleId: cycle.id,
      versionId,
      name: `${compiled.title.en ?? "Needs survey"}, practice`,
      audience: "members",
      anonymous: false,
      opensOn: dayAfter(anchorDate, -2),
      closesOn: dayAfter(anchorDate, OPEN_FOR),
      previousRoundId,
      practice: true,
    },
    actor: office,
    at,
  });
  const token = newSecret();
  await insertInvitations(db, {
    roundId: round.id,
    invitations: pack.members.map(({ id, workingLanguages }) => {
      const language = languageOf(compiled, workingLanguages);
      return {
        memberId: id,
        language,
        tokenHash: hashOfSecret(id === made.people.visitor ? token : newSecret()),
        given: givenLastYear({ pack, made }, { memberId: id, language, yearsAgo: 0 }),
      };
    }),
    actor: office,
    at,
  });
  await openRound(db, { id: round.id, actor: office, at: momentOn(dayAfter(anchorDate, -2), 2) });
  const demonstrationLink = { token, memberId: made.people.visitor };
  await updateOfficeSettings(db, { settings: { demonstrationLink }, actor: office, at });
  return round.id;
}
