import type { Actor } from "~/db/audit";
import { findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { type Expert, type ExpertEntry, findExperts, recordStanding, saveExpert } from "~/db/experts";
import { findAccreditationAreas, findTopics } from "~/db/members";
import { insertPerson } from "~/db/people";
import { findRound } from "~/db/rounds";
import { type ExpertOffer, expertOffers, type Nomination, nominations } from "~/surveys/needs-answers";
import { countingAnswers } from "./counting-answers";

/** What taking a survey's offers into the register did, in persons; a second time nothing is new. */
export interface OfferImport {
  /** Offered experts who were in the register: confirmed for the cycle, with languages, missions and months. */
  readonly confirmed: readonly string[];
  /** Offered experts who were not: entered as recognised, never as accredited. */
  readonly entered: readonly string[];
  /** Candidates noted as nominated in an area for the first time. */
  readonly nominated: readonly string[];
  /** Rows that were in the register already, word for word. */
  readonly unchanged: number;
}

/**
 * Takes the experts and candidates that members named in a needs survey into the register.
 *
 * A person is known by administration and name. An offer confirms the person for the survey's cycle; it never makes
 * anybody accredited, which only the WCO's list does: who was unknown is entered as a recognised expert on the topics of
 * the area. A nomination is a dated step unless the person has a standing in the area already. Nothing is taken away,
 * and a second run changes nothing.
 *
 * @returns `undefined` if there is no such round
 */
export async function importOffers(
  db: Database,
  { roundId, actor, at }: { readonly roundId: string; readonly actor: Actor; readonly at: Date },
): Promise<OfferImport | undefined> {
  return db.transaction(async (tx) => {
    const round = await findRound(tx, roundId);
    const cycle = (await findCycles(tx)).find(({ id }) => id === round?.cycleId);
    if (!round || !cycle) return undefined;
    const { compiled, stored, revisions } = await countingAnswers(tx, { roundId, versionId: round.versionId });
    const register = await registerOf(tx);
    const areas = new Set((await findAccreditationAreas(tx)).map(({ id }) => id));
    const topics = await findTopics(tx);
    const done = {
      confirmed: new Set<string>(),
      entered: new Set<string>(),
      nominated: new Set<string>(),
      unchanged: 0,
    };
    const receivedOn = new Map(stored.map(({ memberId, receivedAt }) => [memberId, receivedAt]));

    for (const offer of expertOffers(compiled, revisions)) {
      if (offer.member === null || !areas.has(offer.area)) continue;
      const known = register.find(offer.member, offer.person);
      const { personId, changed } = await enterOffer(tx, {
        offer: { ...offer, member: offer.member },
        known,
        cycle,
        topicIds: topics.flatMap(({ id, accreditationAreaId }) => (accreditationAreaId === offer.area ? [id] : [])),
        actor,
        at,
      });
      if (!changed) done.unchanged++;
      else if (known) done.confirmed.add(personId);
      else done.entered.add(personId);
      await register.reread(personId);
    }
    for (const nomination of nominations(compiled, revisions)) {
      if (nomination.member === null || !areas.has(nomination.area)) continue;
      const { personId, changed } = await enterNomination(tx, {
        nomination: { ...nomination, member: nomination.member },
        known: register.find(nomination.member, nomination.person),
        cycleId: cycle.id,
        since: (receivedOn.get(nomination.member) ?? at).toISOString().slice(0, 10),
        actor,
        at,
      });
      if (changed) done.nominated.add(personId);
      else done.unchanged++;
      await register.reread(personId);
    }
    return {
      confirmed: [...done.confirmed],
      entered: [...done.entered].filter((id) => !done.confirmed.has(id)),
      nominated: [...done.nominated],
      unchanged: done.unchanged,
    };
  });
}

/** Persons by administration and name, kept up to date while rows are taken in. */
async function registerOf(tx: Database) {
  const byKey = new Map<string, Expert>();
  const keyOf = (member: string | null, name: string) =>
    JSON.stringify([member, name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase()]);
  for (const expert of await findExperts(tx, { on: "9999-12-31" }))
    byKey.set(keyOf(expert.memberId, expert.name), expert);
  return {
    find: (member: string, name: string) => byKey.get(keyOf(member, name)),
    reread: async (personId: string) => {
      const [expert] = await findExperts(tx, { on: "9999-12-31", ids: [personId] });
      if (expert) byKey.set(keyOf(expert.memberId, expert.name), expert);
    },
  };
}

async function enterOffer(
  tx: Database,
  {
    offer,
    known,
    cycle,
    topicIds,
    actor,
    at,
  }: {
    readonly offer: ExpertOffer & { readonly member: string };
    readonly known: Expert | undefined;
    readonly cycle: { readonly id: string; readonly startsOn: string };
    readonly topicIds: readonly string[];
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly personId: string; readonly changed: boolean }> {
  const languages = [...new Set([...(known?.languages ?? []), ...offer.languages])];
  const listed = known?.standings.some(({ areaId }) => areaId === offer.area) ?? false;
  const months = offer.months.map((month) => ({ cycleId: cycle.id, month, available: true }));
  const otherMonths = (known?.availability ?? [])
    .filter((entry) => entry.cycleId !== cycle.id || offer.months.length === 0)
    .map(({ cycleId, month, available }) => ({ cycleId, month, available }));
  const entry: ExpertEntry = {
    kind: known?.kind ?? "recognised",
    released: true,
    languages,
    missionsPerYear: offer.missions ?? known?.missionsPerYear ?? null,
    confirmedCycleId: cycle.id,
    note: known?.note ?? lastMissionNote(offer),
    topicIds: listed ? (known?.topicIds ?? []) : [...new Set([...(known?.topicIds ?? []), ...topicIds])],
    availability: [...otherMonths, ...months],
  };
  if (known && isSame(known, entry)) return { personId: known.personId, changed: false };
  const personId =
    known?.personId ?? (await insertPerson(tx, { name: offer.person.trim(), memberId: offer.member, actor, at })).id;
  await saveExpert(tx, { personId, entry, actor, at });
  return { personId, changed: true };
}

async function enterNomination(
  tx: Database,
  {
    nomination,
    known,
    cycleId,
    since,
    actor,
    at,
  }: {
    readonly nomination: Nomination & { readonly member: string };
    readonly known: Expert | undefined;
    readonly cycleId: string;
    readonly since: string;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly personId: string; readonly changed: boolean }> {
  if (known?.history.some(({ areaId }) => areaId === nomination.area))
    return { personId: known.personId, changed: false };
  const { gender, nominatedBy } = nomination;
  const personId =
    known?.personId ??
    (await insertPerson(tx, { name: nomination.person.trim(), memberId: nomination.member, actor, at })).id;
  const entry: ExpertEntry = {
    kind: "pool",
    released: known?.released ?? true,
    languages: [...new Set([...(known?.languages ?? []), ...nomination.languages])],
    gender: known?.gender ?? (gender === "woman" || gender === "man" ? gender : null),
    nominatedBy: known?.nominatedBy ?? (nominatedBy === "rtc" ? "trainingCentre" : "administration"),
    confirmedCycleId: cycleId,
  };
  await saveExpert(tx, { personId, entry, actor, at });
  await recordStanding(tx, { personId, areaId: nomination.area, step: "nominated", since, actor, at });
  return { personId, changed: true };
}

function lastMissionNote({ lastMission, area }: ExpertOffer): string | null {
  return lastMission === null ? null : `Last mission as stated by the administration: ${lastMission} (${area}).`;
}

function isSame(known: Expert, entry: ExpertEntry): boolean {
  const months = (rows: readonly { readonly cycleId: string; readonly month: number; readonly available: boolean }[]) =>
    rows
      .map(({ cycleId, month, available }) => `${cycleId} ${month} ${available}`)
      .toSorted()
      .join();
  return (
    known.kind === entry.kind &&
    known.released === entry.released &&
    known.missionsPerYear === entry.missionsPerYear &&
    known.confirmedCycleId === entry.confirmedCycleId &&
    known.note === entry.note &&
    known.languages.toSorted().join() === entry.languages.toSorted().join() &&
    known.topicIds.toSorted().join() === (entry.topicIds ?? []).toSorted().join() &&
    months(known.availability) === months(entry.availability ?? [])
  );
}
