import type { PriorityInput } from "./paired-rating";

/**
 * The round as a group of members sees it, the small islands for instance: the others are neither asked nor heard, so N
 * is the group's. Below eight respondents a ranking of it has no intervals and no bands.
 *
 * @param belongs whether a member id belongs to the group
 */
export function restrictRound(input: PriorityInput, belongs: (member: string) => boolean): PriorityInput {
  return {
    members: input.members.filter(({ member }) => belongs(member)),
    topics: input.topics,
    ratings: input.ratings.filter(({ member }) => belongs(member)),
    topFives: (input.topFives ?? []).filter(({ member }) => belongs(member)),
  };
}
