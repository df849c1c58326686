import { translator } from "~/app/i18n/translate";
import { findActivities, findPledges, type Pledge } from "~/db/activities";
import { findCarriedLines, type NewCarriedLine } from "~/db/carried-lines";
import type { Cycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findExperts } from "~/db/experts";
import { findTopics } from "~/db/members";
import { findPlanListings, findPlanOfCycle } from "~/db/plans";
import { type CycleDates, cycleAfter } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRequests, type Request } from "~/db/requests";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { proposalScene, reasonText } from "../proposal/describe-reason";
import { proposalWords } from "../proposal/proposal-words";
import { readProposal } from "../proposal/read-proposal";

/** A request that nothing was decided about, that was turned down, or whose activity was not held. */
export interface UnmetRequest extends Request {
  readonly state: "open" | "notThisYear" | "planned";
}

/** What the cycle after `from` takes over from it. */
export interface Handover {
  readonly from: Cycle;
  readonly to: CycleDates;
  readonly topics: number;
  readonly ratedTopics: number;
  readonly experts: number;
  /** Entries of the register that nobody confirmed in the cycle that ends. */
  readonly unconfirmedExperts: number;
  /** Pledges that are neither done nor dropped. */
  readonly pledges: readonly Pledge[];
  /** Requests that no plan took up, or whose activity was not held. */
  readonly requests: readonly UnmetRequest[];
  readonly lines: readonly NewCarriedLine[];
  /** The plan that begins with the new cycle. */
  readonly plan: { readonly id: string; readonly title: string } | null;
  readonly openRounds: readonly RoundSummary[];
}

/** A commitment without end stands in every plan anew and is not carried over as unmet. */
const STANDING = "standing-commitment";

/**
 * What opening the next cycle would carry over: pledges that are not done, requests that were not met, lines that were
 * approved and not held, and those that the new plan leaves out although somebody asks for them. Topics and experts belong
 * to no cycle and are only counted.
 */
export async function gatherHandover(
  db: Database,
  { from, pack, at }: { readonly from: Cycle; readonly pack: RegionPack; readonly at: Date },
): Promise<Handover> {
  const to = cycleAfter(from);
  const topics = await findTopics(db);
  const experts = await findExperts(db, { on: at.toISOString().slice(0, 10) });
  const plan = await findPlanOfCycle(db, to.id);
  const notHeld = await linesNotHeld(db, { from, to });
  const lost = new Set(notHeld.map(({ activityId }) => activityId));
  const requests = (await findRequests(db, {})).flatMap((request): UnmetRequest[] => {
    const { state, cycleId, activityId } = request;
    if (cycleId === from.id && (state === "open" || state === "notThisYear")) return [{ ...request, state }];
    return state === "planned" && activityId !== null && lost.has(activityId) ? [{ ...request, state }] : [];
  });
  const leftOut = plan?.proposalId
    ? await linesLeftOut(db, { proposalId: plan.proposalId, from, to, pack, at, unmet: requests })
    : [];
  return {
    from,
    to,
    topics: topics.length,
    ratedTopics: topics.filter(({ rated }) => rated).length,
    experts: experts.length,
    unconfirmedExperts: experts.filter(({ confirmedCycleId }) => confirmedCycleId !== from.id).length,
    pledges: (await findPledges(db, {})).filter(({ state }) => state !== "done" && state !== "dropped"),
    requests,
    lines: [...notHeld, ...leftOut],
    plan: plan ? { id: plan.id, title: plan.title } : null,
    openRounds: (await findRounds(db, { cycleId: from.id })).filter(({ state }) => state === "open"),
  };
}

interface Passing {
  readonly from: Cycle;
  readonly to: CycleDates;
}

async function linesNotHeld(db: Database, { from, to }: Passing): Promise<readonly NewCarriedLine[]> {
  const plan = await findPlanOfCycle(db, from.id);
  const planned = new Set(plan ? (await findPlanListings(db, plan.id)).map(({ activityId }) => activityId) : []);
  const undecided = (await findCarriedLines(db, from.id)).filter(({ state }) => state === "open");
  for (const { activityId } of undecided) if (activityId) planned.add(activityId);
  return (await findActivities(db))
    .filter(({ id, cycleId }) => cycleId === from.id || planned.has(id))
    .filter(({ state, form }) => state !== "held" && form !== STANDING)
    .map(({ id, title, topicIds, memberIds, cancelledBecause }) => ({
      cycleId: to.id,
      id,
      fromCycleId: from.id,
      title,
      activityId: id,
      topicIds: [...topicIds],
      memberIds: [...memberIds],
      because: cancelledBecause === null ? null : { en: cancelledBecause },
    }));
}

async function linesLeftOut(
  db: Database,
  {
    proposalId,
    from,
    to,
    pack,
    at,
    unmet,
  }: Passing & {
    readonly proposalId: string;
    readonly pack: RegionPack;
    readonly at: Date;
    readonly unmet: readonly Request[];
  },
): Promise<readonly NewCarriedLine[]> {
  const read = await readProposal(db, proposalId);
  if (!read) return [];
  const asked = new Set(unmet.map(({ id }) => id));
  const [en, fr] = [translator("en"), translator("fr")];
  const english = await proposalWords(db, { pack, t: en, at });
  const french = await proposalWords(db, { pack, t: fr, at });
  const inEnglish = proposalScene({ read, words: english, t: en });
  const inFrench = proposalScene({ read, words: french, t: fr });
  return read.lines
    .filter(({ included, content }) => !included && content.requests.some((request) => asked.has(request)))
    .map((line) => ({
      cycleId: to.id,
      id: `${proposalId}/${line.id}`,
      fromCycleId: from.id,
      title: english.line(line),
      proposalId,
      topicIds: line.content.topic === "" ? [] : [line.content.topic],
      memberIds: line.content.members,
      because: {
        en: reasonText(line, inEnglish),
        fr: reasonText(line, inFrench),
      },
    }));
}
