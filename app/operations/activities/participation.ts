import type { Participants } from "~/db/activities";

/** Heads by gender; `unsaid` where it was not noted. */
export interface HeadCount {
  readonly women: number;
  readonly men: number;
  readonly others: number;
  readonly unsaid: number;
  readonly total: number;
}

/** Who took part in one activity for one member; `null` stands for guests of no member. */
export interface MemberParticipation {
  readonly activityId: string;
  readonly memberId: string | null;
  readonly present: HeadCount;
  readonly expected: number;
}

/** What an activity's participants add up to. */
export interface ParticipationTotal {
  readonly present: HeadCount;
  readonly expected: number;
  /** Members with at least one participant present. */
  readonly memberIds: readonly string[];
}

/** One row per activity and member, in the order of the rows given. */
export function participationOf(rows: readonly Participants[]): readonly MemberParticipation[] {
  const found = new Map<string, Participants[]>();
  for (const row of rows) {
    const key = `${row.activityId}\n${row.memberId ?? ""}`;
    const list = found.get(key);
    if (list) list.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    return {
      activityId: first.activityId,
      memberId: first.memberId,
      present: headCount(list.filter(({ attendance }) => attendance === "present")),
      expected: headCount(list.filter(({ attendance }) => attendance === "expected")).total,
    };
  });
}

export function participationTotal(rows: readonly MemberParticipation[]): ParticipationTotal {
  const sum = (of: (count: HeadCount) => number) => rows.reduce((total, { present }) => total + of(present), 0);
  return {
    present: {
      women: sum(({ women }) => women),
      men: sum(({ men }) => men),
      others: sum(({ others }) => others),
      unsaid: sum(({ unsaid }) => unsaid),
      total: sum(({ total }) => total),
    },
    expected: rows.reduce((total, { expected }) => total + expected, 0),
    memberIds: [
      ...new Set(rows.filter(({ present }) => present.total > 0).flatMap(({ memberId }) => memberId ?? [])),
    ].sort(),
  };
}

function headCount(rows: readonly Participants[]): HeadCount {
  const of = (gender: Participants["gender"]) =>
    rows.reduce((total, row) => total + (row.gender === gender ? row.count : 0), 0);
  const counts = { women: of("woman"), men: of("man"), others: of("other"), unsaid: of(null) };
  return { ...counts, total: counts.women + counts.men + counts.others + counts.unsaid };
}
