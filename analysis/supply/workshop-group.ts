import { compareIds } from "~/analysis/compare-ids";
import { roundForTies } from "~/analysis/numeric/competition-ranks";

/** From when a group is viable, and what is proposed below; settings of an office. */
export interface WorkshopRules {
  readonly minCandidates: number;
  readonly minAdministrations: number;
  readonly maxCandidates: number;
  /** From so many candidates a joint workshop with another region is proposed, below a train-the-trainer workshop. */
  readonly jointFrom: number;
}

export const defaultWorkshopRules: WorkshopRules = {
  minCandidates: 8,
  minAdministrations: 5,
  maxCandidates: 14,
  jointFrom: 4,
};

/** Somebody nominated for an area, not yet in a workshop. */
export interface WorkshopCandidate {
  readonly expert: string;
  readonly member: string | null;
  readonly subRegion: string | null;
  readonly languages: readonly string[];
  readonly gender: "female" | "male" | null;
  readonly gainPerSeat: number;
}

/** What decided that this person was taken next: the first difference to the others still open. */
export type NominationReason = "administration" | "gain" | "subRegion" | "language" | "gender" | "order" | "onlyOne";

export interface Nominee {
  readonly expert: string;
  readonly member: string | null;
  readonly gainPerSeat: number;
  readonly reason: NominationReason;
}

export interface WorkshopGroup {
  readonly candidates: number;
  readonly administrations: number;
  readonly viable: boolean;
  /** Candidates and administrations that are missing for a workshop; 0 if viable. */
  readonly missingCandidates: number;
  readonly missingAdministrations: number;
  readonly form: "accreditationWorkshop" | "jointWorkshop" | "trainTheTrainer";
  /** In the order of nomination; at most `maxCandidates`. If not viable: who would come to the other form. */
  readonly nominees: readonly Nominee[];
}

/**
 * Whether the candidates of an area make a viable workshop (8 of 5 administrations, at most 14), who should come, and
 * what is proposed otherwise: a joint workshop with another region from 4 candidates on, below that a preparatory
 * train-the-trainer workshop.
 *
 * Nominated one by one: highest gain per seat; among equals the sub-region with fewest nominees, then who brings most
 * languages that no nominee has, then the gender with fewer nominees, then the order of ids. Places are kept so that a
 * viable group always has its five administrations.
 *
 * @throws {RangeError} if a candidate is named twice or the rules contradict each other
 * @see docs/methods/accreditation-workshops.md
 */
export function workshopGroup(
  candidates: readonly WorkshopCandidate[],
  rules: WorkshopRules = defaultWorkshopRules,
): WorkshopGroup {
  if (rules.minAdministrations > rules.minCandidates || rules.minCandidates > rules.maxCandidates)
    throw new RangeError(`no group has ${JSON.stringify(rules)}`);
  const open = [...candidates].sort((a, b) => compareIds(a.expert, b.expert));
  open.forEach((candidate, i) => {
    if (candidate.expert === open[i + 1]?.expert)
      throw new RangeError(`candidate ${JSON.stringify(candidate.expert)} is named twice`);
  });
  const administrations = new Set(open.flatMap((candidate) => candidate.member ?? [])).size;
  const viable = open.length >= rules.minCandidates && administrations >= rules.minAdministrations;

  const nominees: Nominee[] = [];
  const taken: WorkshopCandidate[] = [];
  while (open.length > 0 && nominees.length < rules.maxCandidates) {
    const present = new Set(taken.flatMap((candidate) => candidate.member ?? []));
    const stillNeeded = Math.min(rules.minAdministrations, administrations) - present.size;
    const reserved = rules.maxCandidates - nominees.length <= stillNeeded;
    const eligible = reserved
      ? open.filter((candidate) => candidate.member !== null && !present.has(candidate.member))
      : open;
    const { candidate, reason } = nextOf(eligible, taken);
    open.splice(open.indexOf(candidate), 1);
    taken.push(candidate);
    nominees.push({
      expert: candidate.expert,
      member: candidate.member,
      gainPerSeat: candidate.gainPerSeat,
      reason: reserved ? "administration" : reason,
    });
  }
  return {
    candidates: candidates.length,
    administrations,
    viable,
    missingCandidates: Math.max(0, rules.minCandidates - candidates.length),
    missingAdministrations: Math.max(0, rules.minAdministrations - administrations),
    form: viable ? "accreditationWorkshop" : candidates.length >= rules.jointFrom ? "jointWorkshop" : "trainTheTrainer",
    nominees,
  };
}

/** The next nominee, and the first rule that told them from the rest. */
function nextOf(
  open: readonly WorkshopCandidate[],
  taken: readonly WorkshopCandidate[],
): { readonly candidate: WorkshopCandidate; readonly reason: NominationReason } {
  const spoken = new Set(taken.flatMap((candidate) => candidate.languages));
  const sameRegion = (candidate: WorkshopCandidate): number =>
    taken.filter((other) => other.subRegion === candidate.subRegion).length;
  const sameGender = (candidate: WorkshopCandidate): number =>
    candidate.gender === null ? taken.length : taken.filter((other) => other.gender === candidate.gender).length;
  const rules: readonly (readonly [NominationReason, (candidate: WorkshopCandidate) => number])[] = [
    ["gain", (candidate) => -roundForTies(candidate.gainPerSeat)],
    ["subRegion", sameRegion],
    ["language", (candidate) => -new Set(candidate.languages.filter((language) => !spoken.has(language))).size],
    ["gender", sameGender],
  ];
  let left = open;
  for (const [reason, measure] of rules) {
    const least = Math.min(...left.map(measure));
    left = left.filter((candidate) => measure(candidate) === least);
    const [only] = left;
    if (left.length === 1 && only !== undefined)
      return { candidate: only, reason: open.length === 1 ? "onlyOne" : reason };
  }
  const [first] = left;
  if (first === undefined) throw new RangeError("nobody is left to nominate");
  return { candidate: first, reason: "order" };
}
