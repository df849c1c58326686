import { submitDocument } from "~/app/operations/answering/submit-document";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { insertInvitations } from "~/db/invitations";
import { insertOffice } from "~/db/office";
import { loadReference } from "~/db/reference";
import { referenceRowsOf } from "~/db/reference-rows";
import { cycleOfPlan } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { loadPack } from "~/db/regions/read-pack";
import { closeRound, insertRound, openRound } from "~/db/rounds";
import { opened, publishedSurvey } from "./answering";
import { NEEDS_GIVEN, needsAnswers } from "./needs-answers";
import { hashOf, noon, system } from "./office";

/** The bundled region in an empty database, its needs survey published. */
export async function bundledOffice(db: Database) {
  const pack = await loadPack("db/regions/asia-pacific");
  const cycle = cycleOfPlan(pack);
  await insertCycle(db, cycle);
  await loadReference(db, referenceRowsOf(pack));
  await insertOffice(db, {
    packId: pack.manifest.id,
    name: "Test office",
    anchorDate: "2026-10-05",
    synthetic: true,
    createdAt: noon,
  });
  const version = await publishedSurvey(db, "needs");
  return { pack, cycle, version };
}

/**
 * A needs survey of all members, answered by the given ones, closed: every topic of importance 4 and capability 2, with
 * deviations by member so that places differ (see `deviationOf`).
 */
export async function heldSurvey(
  db: Database,
  {
    pack,
    cycleId,
    versionId,
    answering,
    close = true,
    documents = {},
  }: {
    readonly pack: RegionPack;
    readonly cycleId: string;
    readonly versionId: string;
    readonly answering: readonly string[];
    readonly close?: boolean;
    /** What a member answers instead. */
    readonly documents?: Readonly<Record<string, ReturnType<typeof needsAnswers>>>;
  },
) {
  const round = await insertRound(db, {
    round: {
      cycleId,
      versionId,
      name: "Needs survey 2026",
      audience: "members",
      anonymous: false,
      opensOn: "2026-10-01",
      closesOn: "2026-10-31",
    },
    actor: system,
    at: noon,
  });
  await openRound(db, { id: round.id, actor: system, at: noon });
  await insertInvitations(db, {
    roundId: round.id,
    invitations: pack.members.map(({ id }) => ({
      memberId: id,
      language: "en",
      tokenHash: hashOf(`${round.id}/${id}`),
      given: NEEDS_GIVEN,
    })),
    actor: system,
    at: noon,
  });
  for (const [index, member] of answering.entries()) {
    const submitted = await submitDocument(db, {
      answering: await opened(db, `${round.id}/${member}`),
      document: documents[member] ?? needsAnswers(deviationOf(pack, index)),
      mode: "strict",
      clientKey: `sent-by-${member}`,
      language: "en",
      at: noon,
    });
    if (submitted.outcome !== "submitted") throw new Error(JSON.stringify(submitted.errors));
  }
  return close ? closeRound(db, { id: round.id, actor: system, at: noon }) : round;
}

/** Ratings that give the topics different places: early topics of the pack matter more, to most members. */
function deviationOf(pack: RegionPack, index: number) {
  const topics = pack.topics.filter(({ rated, id }) => rated && !["free-zones", "stce", "nii"].includes(id));
  const rating = (value: number) => Math.max(1, Math.min(5, Math.round(value))) as 1 | 2 | 3 | 4 | 5;
  const wave = (place: number, step: number) => (((index + 1) * step + place * 7) % 5) / 2 - 1;
  return {
    importance: Object.fromEntries(
      topics.map(({ id }, place) => [id, rating(5 - (2.4 * place) / topics.length + wave(place, 3))]),
    ),
    capability: Object.fromEntries(
      topics.map(({ id }, place) => [id, rating(1.5 + (2 * place) / topics.length + wave(place, 2))]),
    ),
  };
}
