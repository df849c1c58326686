import type { Database } from "~/db/engine/database";
import { findMembers, findSubRegions } from "~/db/members";
import { findRequests } from "~/db/requests";
import { findRounds } from "~/db/rounds";
import { findTracking } from "~/db/tracking";

/** The members with how many requests each has made and whether it answered the last closed needs survey. */
export async function readMembersOverview(db: Database) {
  const members = await findMembers(db);
  const requests = await findRequests(db, {});
  const survey = (await findRounds(db, { instrumentId: "needs" })).find(
    ({ state, practice }) => state === "closed" && !practice,
  );
  const tracked = survey ? await findTracking(db, survey.id) : [];
  const answered = new Set(
    tracked.filter(({ state }) => state === "submitted" || state === "signedOff").map(({ memberId }) => memberId),
  );
  return {
    subRegions: await findSubRegions(db),
    members: members.map((member) => ({
      ...member,
      requests: requests.filter(({ memberId }) => memberId === member.id).length,
      answered: answered.has(member.id),
    })),
  };
}
