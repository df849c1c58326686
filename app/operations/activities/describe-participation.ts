import type { Translator } from "~/app/i18n/translate";
import { type MemberParticipation, participationTotal } from "./participation";
import { type ShownCounts, wholeCounts } from "./participation-table";

/** A row of a table of participants. */
export interface ShownParticipation extends ShownCounts {
  readonly key: string;
  readonly member: string | null;
  /** Given where the table spans several activities. */
  readonly workshop?: { readonly id: string; readonly title: string } | undefined;
}

export interface DescribedParticipation {
  readonly rows: readonly ShownParticipation[];
  readonly total: ShownCounts;
  /** Participants in a sentence; `null` where nobody, or nothing that may be told, is noted. */
  readonly finding: string | null;
}

/** Participants of one activity by member, whole, in the reader's language: members by name, guests last. */
export function describeByMember(
  participation: readonly MemberParticipation[],
  { members, t }: { readonly members: ReadonlyMap<string, string>; readonly t: Translator },
): DescribedParticipation {
  const names = new Intl.Collator(t.locale === "x-rtl" ? "en" : t.locale);
  const rows = participation
    .map((row) => ({ ...wholeCounts(row), memberId: row.memberId, member: nameOf(row.memberId, { members, t }) }))
    .sort((a, b) => Number(a.memberId === null) - Number(b.memberId === null) || names.compare(a.member, b.member));
  const total = wholeCounts(participationTotal(participation));
  return {
    rows: rows.map(({ memberId, ...row }) => ({ ...row, key: memberId ?? "guests" })),
    total,
    finding: participationFinding(total, t),
  };
}

/** "24 participants of 26 expected, 11 women (46 %)." */
export function participationFinding({ women, total, expected }: ShownCounts, t: Translator): string | null {
  if (total === null || total === 0) return null;
  const share = women === null ? "" : t.percent(women / total);
  return women === null
    ? t("workshops.participants.findingTotal", { present: total })
    : t("workshops.participants.finding", { present: total, expected: expected ?? 0, women, share });
}

export function nameOf(
  memberId: string | null,
  { members, t }: { readonly members: ReadonlyMap<string, string>; readonly t: Translator },
): string {
  return memberId === null ? t("workshops.participants.guests") : (members.get(memberId) ?? memberId);
}
