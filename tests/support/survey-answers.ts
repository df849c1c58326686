import fc from "fast-check";
import type { NoRating, PairedRating, PriorityInput, TopFiveList } from "~/analysis/priorities/paired-rating";

/** Pairs "importance/capability" of members m1, m2, ... for one topic; "na", "dk", "-" stand for no rating. */
export function pairs(topic: string, text: string): PairedRating[] {
  return text.split(/\s+/).map((pair, index) => {
    const [importance = "-", capability = importance] = pair.split("/");
    return { member: `m${index + 1}`, topic, importance: reading(importance), capability: reading(capability) };
  });
}

/** A round of the topics given as `pairs` texts; as many members asked as `asked` says, or as answered. */
export function roundOf(topics: Readonly<Record<string, string>>, { asked }: { asked?: number } = {}): PriorityInput {
  const ratings = Object.entries(topics).flatMap(([topic, text]) => pairs(topic, text));
  const answered = Math.max(0, ...Object.values(topics).map((text) => text.split(/\s+/).length));
  return {
    members: Array.from({ length: asked ?? answered }, (_, index) => ({ member: `m${index + 1}` })),
    topics: Object.keys(topics),
    ratings,
  };
}

/** Random rounds: ratings with all kinds of missing answers, top-five lists, silent members. */
export function arbitraryRound({
  minMembers = 0,
  maxMembers = 12,
  minTopics = 1,
  maxTopics = 8,
  missing = true,
  lists = true,
} = {}): fc.Arbitrary<PriorityInput> {
  const rating: fc.Arbitrary<number | NoRating> = missing
    ? fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 1, max: 5 }) },
        { weight: 1, arbitrary: fc.constantFrom<NoRating>("notApplicable", "dontKnow", "blank", "notAsked") },
      )
    : fc.integer({ min: 1, max: 5 });
  return fc
    .record({
      members: fc.integer({ min: minMembers, max: maxMembers }),
      silent: fc.integer({ min: 0, max: 4 }),
      topics: fc.integer({ min: minTopics, max: maxTopics }),
    })
    .chain(({ members, silent, topics }) =>
      fc
        .record({
          cells: fc.array(fc.tuple(rating, rating), { minLength: members * topics, maxLength: members * topics }),
          orders: fc.array(fc.shuffledSubarray(Array.from({ length: topics }, (_, t) => t)), {
            minLength: members,
            maxLength: members,
          }),
        })
        .map(({ cells, orders }) => {
          const topicIds = Array.from({ length: topics }, (_, t) => `topic-${t}`);
          return {
            members: Array.from({ length: members + silent }, (_, m) => ({ member: `member-${m}` })),
            topics: topicIds,
            ratings: cells.map(([importance, capability], cell) => ({
              member: `member-${Math.floor(cell / topics)}`,
              topic: topicIds[cell % topics] ?? "",
              importance,
              capability,
            })),
            topFives: lists
              ? orders.flatMap((order, m): TopFiveList[] =>
                  order.length === 0
                    ? []
                    : [{ member: `member-${m}`, topics: order.slice(0, 5).map((t) => topicIds[t] ?? "") }],
                )
              : [],
          };
        }),
    );
}

function reading(text: string): number | NoRating {
  if (text === "na") return "notApplicable";
  if (text === "dk") return "dontKnow";
  return text === "-" ? "blank" : Number(text);
}
