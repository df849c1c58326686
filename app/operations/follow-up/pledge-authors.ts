import type { Pledge } from "~/db/activities";

/** How a follow-up reaches whoever made some pledges. */
export type Way = "address" | "administration" | "none";

/** Pledges of one author, who is known by the way that the author gave and by nothing else. */
export interface PledgeAuthor {
  readonly way: Way;
  readonly email: string | null;
  readonly memberId: string | null;
  readonly language: string;
  readonly pledges: readonly Pledge[];
}

/**
 * Sorts pledges by author: those of one address belong together, of the others those that were made in one response.
 * The address comes first; without one the administration is asked; without either nobody can be.
 */
export function pledgeAuthors(pledges: readonly Pledge[]): readonly PledgeAuthor[] {
  const groups = new Map<string, Pledge[]>();
  for (const pledge of pledges) {
    const key = pledge.email === null ? `made ${pledge.madeWith ?? pledge.id}` : `mail ${pledge.email}`;
    groups.set(key, [...(groups.get(key) ?? []), pledge]);
  }
  return [...groups.values()].flatMap((own): PledgeAuthor[] => {
    const [first] = own;
    if (!first) return [];
    const email = first.email;
    const memberId = own.find((pledge) => pledge.memberId !== null)?.memberId ?? null;
    const way = email !== null ? "address" : memberId !== null ? "administration" : "none";
    return [{ way, email, memberId, language: first.language, pledges: own }];
  });
}

/** Pledges that a follow-up still asks after: those that are done or given up have had their last word. */
export function standingPledges(pledges: readonly Pledge[]): readonly Pledge[] {
  return pledges.filter(({ state }) => state !== "done" && state !== "dropped");
}
