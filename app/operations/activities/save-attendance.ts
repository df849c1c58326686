import { z } from "zod";
import type { FormErrors } from "~/app/http/respond";
import type { Translator } from "~/app/i18n/translate";
import { findActivity, saveParticipants } from "~/db/activities";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findMembers } from "~/db/members";
import { type Attendance, attendances, type Gender } from "~/db/schema/activities";
import type { MemberParticipation } from "./participation";

/** Heads of one member, or of guests (`memberId` `null`), by attendance and gender; `null`: gender not noted. */
export interface AttendanceRow {
  readonly memberId: string | null;
  readonly attendance: Attendance;
  readonly gender: Gender | null;
  readonly count: number;
}

/** The columns of the form: how many are expected, and how many came, by gender. */
const ATTENDANCE_CELLS = ["expected", "women", "men", "others", "unsaid"] as const;
type AttendanceCell = (typeof ATTENDANCE_CELLS)[number];

/** Name of the field for one cell; guests of no member have the row "guests". */
const attendanceField = (memberId: string | null, cell: AttendanceCell): string => `${cell}-${memberId ?? "guests"}`;

const CELLS: Readonly<Record<AttendanceCell, Omit<AttendanceRow, "memberId" | "count">>> = {
  expected: { attendance: "expected", gender: null },
  women: { attendance: "present", gender: "woman" },
  men: { attendance: "present", gender: "man" },
  others: { attendance: "present", gender: "other" },
  unsaid: { attendance: "present", gender: null },
};

/** Most participants of one member and gender. */
const MOST = 500;

/** The table of participants as typed, checked; empty fields are nobody. */
export function parseAttendanceForm(
  form: FormData,
  { memberIds, t }: { readonly memberIds: readonly string[]; readonly t: Translator },
): { readonly rows: readonly AttendanceRow[] } | { readonly errors: FormErrors } {
  const Count = z.literal("").or(z.coerce.number().int().min(0).max(MOST));
  const errors: Record<string, readonly string[]> = {};
  const rows: AttendanceRow[] = [];
  for (const memberId of [...memberIds, null])
    for (const cell of ATTENDANCE_CELLS) {
      const name = attendanceField(memberId, cell);
      const parsed = Count.safeParse(String(form.get(name) ?? "").trim());
      if (!parsed.success) errors[name] = [t("workshops.attendance.wrong", { most: MOST })];
      else if (parsed.data !== "" && parsed.data > 0) rows.push({ memberId, ...CELLS[cell], count: parsed.data });
    }
  return Object.keys(errors).length > 0 ? { errors } : { rows };
}

/**
 * Notes who is expected and who came, in place of what was noted before.
 *
 * @returns what is not there, if anything
 * @throws {RangeError} if a row's attendance is none
 */
export async function saveAttendance(
  db: Database,
  {
    activityId,
    rows,
    actor,
    at,
  }: {
    readonly activityId: string;
    readonly rows: readonly AttendanceRow[];
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<"saved" | "unknownActivity" | "unknownMember"> {
  const strange = rows.find(({ attendance }) => !attendances.includes(attendance));
  if (strange) throw new RangeError(`there is no attendance "${strange.attendance}"`);
  return db.transaction(async (tx) => {
    if (!(await findActivity(tx, activityId))) return "unknownActivity";
    const members = new Set((await findMembers(tx)).map(({ id }) => id));
    if (rows.some(({ memberId }) => memberId !== null && !members.has(memberId))) return "unknownMember";
    await saveParticipants(tx, { activityId, participants: rows.filter(({ count }) => count > 0), actor, at });
    return "saved";
  });
}

/** Stored participants as the form shows them. */
export function attendanceValues(rows: readonly MemberParticipation[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { memberId, present, expected } of rows) {
    const counts = { ...present, expected };
    for (const cell of ATTENDANCE_CELLS)
      if (counts[cell] > 0) values[attendanceField(memberId, cell)] = String(counts[cell]);
  }
  return values;
}
