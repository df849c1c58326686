import { findCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import {
  findMemberGroups,
  findMembers,
  findSections,
  findStrata,
  findSubRegions,
  findTopics,
  type Topic,
} from "~/db/members";
import { cycleAfter } from "~/db/regions/cycle-dates";
import { countingStates, findRoundAnswers } from "~/db/round-answers";
import { findRounds } from "~/db/rounds";
import type { ResponseState } from "~/db/schema/responses";
import { findTracking } from "~/db/tracking";
import { type AnswerDocument, isPlainObject } from "~/surveys/answer-document";
import { pairedRatings, topFiveBallots } from "~/surveys/answers-by-measure";
import { expertOffers, supportRequests, topicDetails } from "~/surveys/needs-answers";
import type { CodedRevision } from "~/surveys/tidy";
import { compiledVersion } from "../answering/compiled-version";
import type { Localized, Named, RankingInput } from "./ranking-document";

/**
 * Reads a round as the ranking sees it: who was asked, what the counting responses say, found by what the questions
 * measure.
 *
 * @param states which responses count; submitted and signed-off ones by default
 * @throws {RangeError} if there is no such round of members, or its survey rates no topics
 */
export async function collectRankingInput(
  db: Database,
  { roundId, states = countingStates }: { readonly roundId: string; readonly states?: readonly ResponseState[] },
): Promise<RankingInput> {
  const round = (await findRounds(db)).find(({ id }) => id === roundId);
  if (round?.audience !== "members" || round.anonymous) throw new RangeError("no survey of members to rank");
  const cycle = await findCycle(db, round.cycleId);
  if (!cycle) throw new RangeError(`there is no cycle ${round.cycleId}`);
  const { compiled } = await compiledVersion(db, round.versionId);
  const invited = new Set((await findTracking(db, roundId)).flatMap(({ memberId }) => memberId ?? []));
  const members = (await findMembers(db)).filter(({ id }) => invited.has(id));
  const asked = new Set(members.map(({ id }) => id));
  const counting = (await findRoundAnswers(db, { roundId, states })).flatMap((revision) =>
    revision.memberId !== null && asked.has(revision.memberId) ? [{ ...revision, member: revision.memberId }] : [],
  );
  const coded: readonly CodedRevision[] = counting.map(({ member, document, codes, numbers }) => ({
    member,
    document: answersIn(document),
    codes,
    numbers,
    // Panels are read from the document.
    rows: [],
  }));
  const ratings = pairedRatings(compiled, coded);
  const itemTopics = compiled.items.flatMap(({ measure, unitId }) =>
    unitId !== null && (measure === "importance" || measure === "capability") ? [unitId] : [],
  );
  const known = new Map((await findTopics(db)).map((topic) => [topic.id, topic]));
  const topics = [...new Set(itemTopics)].map((id) => ({ id, topic: known.get(id) }));
  if (topics.length === 0) throw new RangeError("the survey rates no topics");
  const areaTopics = (area: string) =>
    topics.flatMap(({ id, topic }) => (topic?.accreditationAreaId === area ? [id] : []));
  const groups = (await findMemberGroups(db)).filter(({ lens, membersKnown }) => lens && membersKnown);

  return {
    round: {
      id: round.id,
      name: round.name,
      cycle: round.cycleId,
      plannedFor: cycleAfter(cycle).id,
      instrument: round.instrumentId,
      version: round.versionNumber,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      closed: round.state === "closed",
    },
    members: members.map(({ id, name, stratumId, subRegionId, groupIds }) => ({
      id,
      member: id,
      name: localized(name),
      stratum: stratumId,
      subRegion: subRegionId,
      groups: groupIds,
    })),
    strata: (await findStrata(db)).map(named),
    subRegions: (await findSubRegions(db)).map(named),
    groups: groups.map(named),
    topics: topics.map(({ id, topic }) => describeTopic(id, topic)),
    sections: (await findSections(db)).map(named),
    ratings,
    topFives: topFiveBallots(compiled, coded),
    requests: supportRequests(compiled, coded).flatMap(({ member, topic, result, months, mode, host, ...request }) =>
      member === null
        ? []
        : [
            {
              member,
              topic,
              result,
              months,
              mode,
              host,
              contribution: request.contribution,
              languages: request.languages,
              consent: request.consent,
            },
          ],
    ),
    details: topicDetails(compiled, coded).flatMap(({ member, topic, obstacles, mainObstacle, within }) =>
      member === null ? [] : [{ member, topic, obstacles, mainObstacle, within }],
    ),
    offers: expertOffers(compiled, coded).flatMap(({ member, area }) =>
      member === null ? [] : areaTopics(area).map((topic) => ({ member, topic })),
    ),
    revisions: counting.map(({ id, member, number, state, confirmed, document }) => ({
      id,
      member,
      number,
      state,
      confirmedShare: shareConfirmed(confirmed, document),
    })),
  };
}

function named({ id, name }: { readonly id: string; readonly name: Readonly<Record<string, string>> }): Named {
  return { id, name: localized(name) };
}

function localized(text: Readonly<Record<string, string>>): Localized {
  return { ...text };
}

function describeTopic(id: string, topic: Topic | undefined): RankingInput["topics"][number] {
  return {
    id,
    name: topic ? localized(topic.name) : { en: id },
    shortName: topic ? localized(topic.shortName) : { en: id },
    abbreviation: topic?.abbreviation ? localized(topic.abbreviation) : null,
    section: topic?.sectionId ?? "",
    area: topic?.accreditationAreaId ?? null,
  };
}

/** Entries are questions, or single rows of matrices and panels: paths say which were only confirmed. */
function shareConfirmed(confirmed: readonly string[], document: Readonly<Record<string, unknown>>): number {
  const entries = Object.values(document).reduce<number>((count, answer) => {
    if (Array.isArray(answer)) return count + Math.max(1, answer.length);
    return count + (typeof answer === "object" && answer !== null ? Object.keys(answer).length : 1);
  }, 0);
  return entries === 0 ? 0 : Math.min(1, confirmed.length / entries);
}

/** A stored document passed the response check when it was submitted; only its outermost shape is looked at again. */
function answersIn(document: Readonly<Record<string, unknown>>): AnswerDocument {
  if (!isAnswerDocument(document)) throw new RangeError("a stored response has an answer of no known kind");
  return document;
}

function isAnswerDocument(document: Readonly<Record<string, unknown>>): document is AnswerDocument {
  const isAnswer = (value: unknown) =>
    ["string", "number", "boolean"].includes(typeof value) || Array.isArray(value) || isPlainObject(value);
  return Object.values(document).every(isAnswer);
}
