import { randomUUID } from "node:crypto";
import { openAnswering } from "~/app/operations/answering/open-answering";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { insertInstrument, saveDraft } from "~/db/instruments";
import { insertInvitations } from "~/db/invitations";
import { publishVersion } from "~/db/publish-version";
import { loadReference } from "~/db/reference";
import { insertRound, type NewRound, openRound } from "~/db/rounds";
import type { GivenRows } from "~/db/schema/responses";
import { readDefinition } from "~/surveys/check-definition";
import { compile } from "~/surveys/compile";
import { hashOf, noon, smallRegion, system } from "./office";
import { questionsMeasuring, readDefinition as readAuthored, valuesOf } from "./read-definition";

// Real surveys sent to people, by the functions that the product itself uses.

/** The small region with all topics that the Asia/Pacific needs survey rates, and the cycle 2026-2027. */
export async function foundSurveyedOffice(db: Database): Promise<void> {
  const region = smallRegion();
  const [topic] = region.topics;
  if (!topic) throw new Error("the region has no topic");
  const matrices = questionsMeasuring(readAuthored("asia-pacific", "needs"), "importance");
  const ids = matrices.flatMap((matrix) => valuesOf(matrix, "rows").map(String));
  const { accreditationAreaId: _none, ...plain } = topic;
  await loadReference(db, { ...region, topics: ids.map((id, position) => ({ ...plain, id, position })) });
  await insertCycle(db, { id: "2026-2027", startsOn: "2026-07-01", endsOn: "2027-06-30" });
}

/** Publishes an instrument of the Asia/Pacific pack as it is authored. */
export async function publishedSurvey(db: Database, instrument: string) {
  const definition = JSON.stringify(readAuthored("asia-pacific", instrument));
  const compiled = compile(readDefinition(definition));
  await insertInstrument(db, {
    id: instrument,
    title: { en: instrument },
    anonymous: instrument === "evaluation",
    actor: system,
    at: noon,
  });
  await saveDraft(db, { instrumentId: instrument, definition, baseRevision: 0, actor: system, at: noon });
  const publication = await publishVersion(db, {
    instrumentId: instrument,
    draftRevision: 1,
    items: compiled.items,
    languages: compiled.languages,
    actor: system,
    at: noon,
  });
  if (!publication || !("version" in publication)) throw new Error(`not published: ${JSON.stringify(publication)}`);
  return publication.version;
}

interface SentSurvey {
  readonly versionId: string;
  readonly memberId?: string | null;
  readonly given?: GivenRows;
  readonly round?: Partial<NewRound>;
}

/** A round of October 2026 with one link; `memberId` `null` is a link shared by all. */
export async function sentSurvey(db: Database, { versionId, memberId = "fiji", given = {}, round = {} }: SentSurvey) {
  const secret = `link-${randomUUID()}`;
  const prepared = await insertRound(db, {
    round: {
      cycleId: "2026-2027",
      versionId,
      name: "Needs survey 2026",
      audience: memberId === null ? "shared" : "members",
      anonymous: false,
      opensOn: "2026-10-01",
      closesOn: "2026-10-31",
      ...round,
    },
    given: memberId === null ? given : {},
    actor: system,
    at: noon,
  });
  const opened = await openRound(db, { id: prepared.id, actor: system, at: noon });
  const [invitation] = await insertInvitations(db, {
    roundId: opened.id,
    invitations: [{ memberId, language: "en", tokenHash: hashOf(secret), given: memberId === null ? {} : given }],
    actor: system,
    at: noon,
  });
  if (!invitation) throw new Error("nobody was invited");
  return { token: secret, round: opened, invitation };
}

/** What the link opens at a moment; fails if it opens nothing. */
export async function opened(db: Database, token: string, at: Date = noon) {
  const found = await openAnswering(db, { token, at });
  if (!("answering" in found)) throw new Error(`the link was refused: ${found.refusal}`);
  return found.answering;
}
